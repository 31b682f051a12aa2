/** One month of Ramadan, first and last day included, as calendar dates (YYYY-MM-DD). */
export interface Ramadan {
  readonly hijriYear: number;
  readonly from: string;
  readonly to: string;
}

const hijri = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  timeZone: 'UTC',
});

const oneDay = 86_400_000;
const isoDate = (at: number): string => new Date(at).toISOString().slice(0, 10);

function hijriMonth(at: number): { year: number; month: number } {
  const parts = hijri.formatToParts(at);
  const read = (type: string) => Number.parseInt(parts.find((part) => part.type === type)?.value ?? '', 10);
  return { year: read('year'), month: read('month') };
}

/**
 * The months of Ramadan that begin in the years asked for, as the Umm al-Qura calendar of `Intl` expects them.
 * They are expected, not announced: each country sights its own moon and may begin or end a day apart (in 2024 Tunisia
 * and Morocco began on 12 March, Umm al-Qura on the 11th; rule 14). A hub corrects its dates where it keeps its hours.
 */
export function expectedRamadans(fromYear = 2024, toYear = 2030): readonly Ramadan[] {
  const found: Ramadan[] = [];
  const end = Date.UTC(toYear + 1, 0, 1);
  for (let at = Date.UTC(fromYear, 0, 1); at < end; at += oneDay) {
    const { year, month } = hijriMonth(at);
    if (month !== 9) continue;
    const from = at;
    while (hijriMonth(at + oneDay).month === 9) at += oneDay;
    if (hijriMonth(from - oneDay).month !== 9) found.push({ hijriYear: year, from: isoDate(from), to: isoDate(at) });
  }
  return found;
}

/**
 * Whether a calendar date (YYYY-MM-DD) falls in Ramadan.
 * `announced` are the months a hub has corrected by hand; for their Hijri years they replace the expected ones.
 */
export function isRamadan(date: string, announced: readonly Ramadan[] = []): boolean {
  const year = Number.parseInt(date.slice(0, 4), 10);
  const corrected = new Set(announced.map(({ hijriYear }) => hijriYear));
  const months = [...expectedAround(year).filter(({ hijriYear }) => !corrected.has(hijriYear)), ...announced];
  return months.some(({ from, to }) => from <= date && date <= to);
}

const remembered = new Map<number, readonly Ramadan[]>();

/** A month begun in late December reaches into the next year, so the year before counts too. */
function expectedAround(year: number): readonly Ramadan[] {
  let months = remembered.get(year);
  if (!months) remembered.set(year, (months = expectedRamadans(year - 1, year)));
  return months;
}
