import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { matchLines } from './people-match.ts';

/** Runs the lines through in pieces of a few bytes, and gives each answer. */
async function answers(bytes: Uint8Array, lang: 'ar' | 'fr' | 'en' = 'en', piece = 5) {
  const output = new PassThrough({ highWaterMark: 1 << 20 });
  async function* pieces() { for (let at = 0; at < bytes.length; at += piece) yield bytes.slice(at, at + piece); }
  const bad = await matchLines(pieces(), output, { lang, json: true });
  output.end();
  const text = (await output.toArray()).map(String).join('');
  return { bad, lines: text.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>) };
}
const utf8 = (text: string) => new TextEncoder().encode(text);

it('answers one line for each line, whatever the bytes are cut at, with or without a last line end', async () => {
  const { bad, lines } = await answers(utf8('\uFEFFفاطمة بن علي\tFatma Ben Ali\r\nمحمد أمين\tMahmoud Amine'));
  expect(bad).toBe(0);
  expect(lines).toEqual([
    { a: 'فاطمة بن علي', b: 'Fatma Ben Ali', score: expect.any(Number), candidate: true, reasons: [expect.objectContaining({ code: 'same-name' })] },
    { a: 'محمد أمين', b: 'Mahmoud Amine', score: expect.any(Number), candidate: false, reasons: [{ code: 'different-first-name' }] },
  ]);
});

it('says in the asked language what is wrong with a line, and goes on', async () => {
  const zoo = [utf8('one column\n'), utf8('a\tb\tc\n'), utf8('\n'), utf8('Fatma\t   \n'), utf8('123\tFatma\n'), utf8('a\u0000\tb\n'), Uint8Array.of(0xc3, 0x28, 0x09, 0x61, 0x0a), utf8(`${'x'.repeat(9_000)}\tb\n`), utf8('Fatma\tفاطمة\n')];
  const { bad, lines } = await answers(Buffer.concat(zoo), 'fr', 1_000);
  expect(bad).toBe(8);
  expect(lines.slice(0, 8).map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(lines.slice(0, 8).every(({ error }) => /^Ligne \d : /.test(String(error).replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')))).toBe(true);
  expect(lines[8]).toMatchObject({ candidate: true });
});

it('holds no more than a piece of a line that never ends', async () => {
  const { bad, lines } = await answers(utf8('y'.repeat(3_000_000)), 'ar', 65_536);
  expect(bad).toBe(1);
  expect(lines).toEqual([{ line: 1, error: expect.stringContaining('السطر') }]);
});
