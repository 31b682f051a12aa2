import type { Random } from '../random.ts';

type Given = Readonly<Record<string, unknown>>;

/** What may stand where something else is wanted. */
const oddities: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e308, 9_007_199_254_740_992, '', ' ', 'x'.repeat(5_000), '\u0000', '\ud800', '\u202eabc', [], {}, [[]], ['x'], { ar: 1 }, { length: 3 },
  '00000000-0000-0000-0000-000000000000', '2026-02-30', '0001-01-01', '9999-12-31', '25:61', 'TN-99', '__proto__', 'constructor', '١٢٣', '+21600000000', 'https://127.0.0.1/', Number.MAX_SAFE_INTEGER,
];

/** A good input with one thing wrong: a field gone, of another kind, out of bounds, or one too many. */
export function nearly(given: Given, random: Random): Given {
  const names = Object.keys(given);
  const name = names.length ? random.pick(names) : 'nothing';
  switch (random.below(5)) {
    case 0: return Object.fromEntries(Object.entries(given).filter(([key]) => key !== name));
    case 1: return { ...given, [`${name}_more`]: random.pick(oddities) };
    case 2: return { ...given, [name]: [given[name], given[name]] };
    case 3: return given[name] && typeof given[name] === 'object' && !Array.isArray(given[name])
      ? { ...given, [name]: nearly(given[name] as Given, random) } : { ...given, [name]: random.pick(oddities) };
    default: return { ...given, [name]: random.pick(oddities) };
  }
}

/** The bytes of a good body with some of them changed, cut, doubled or moved. */
export function scrambled(text: string, random: Random): Buffer {
  const bytes = Buffer.from(text);
  for (let n = random.below(4) + 1; n > 0 && bytes.length; n--) bytes[random.below(bytes.length)] = random.below(256);
  switch (random.below(4)) {
    case 0: return bytes.subarray(0, random.below(bytes.length + 1));
    case 1: return Buffer.concat([bytes, bytes]);
    case 2: return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    default: return bytes;
  }
}
