import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkIati, iatiFile, type ListPart, type PublishedWork, publisherOf, readTableFile, writeTable } from '#modules/exchange/public.ts';

const ROWS = 131_072;
const COLUMNS = 100;
const AT_ONCE = 1_024;
const ACTIVITIES = 1_000;

interface Line { readonly name: string; readonly value: number; readonly bound: number; readonly unit: string; readonly detail?: string; readonly atLeast?: true }

const columns = Array.from({ length: COLUMNS }, (_, at) => `column_${at}`);
/** A number, an Arabic text, a Latin text and nothing, in turns. */
const cellOf = (row: number, column: number): string | number | null => [row * column, `فاطمة ${row}`, `Sidi Bouzid ${column}`, null][column % 4]!;

async function* invented(): AsyncGenerator<ListPart> {
  for (let from = 0; from < ROWS; from += AT_ONCE) yield { columns, rows: Array.from({ length: AT_ONCE }, (_, row) => columns.map((_, column) => cellOf(from + row, column))) };
}

/** Seconds and memory of 131,072 rows of 100 columns as CSV and XLSX, each read back at its end; and of a thousand activities written and judged. */
export async function exportFigures(say: (line: string) => unknown): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hadina-exports-'));
  try {
    return [...await table('csv', folder, say), ...await table('xlsx', folder, say), ...await activities()];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function table(format: 'csv' | 'xlsx', folder: string, say: (line: string) => unknown): Promise<Line[]> {
  const file = join(folder, `list.${format}`);
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 50);
  const began = performance.now();
  await writeTable(format, invented(), createWriteStream(file));
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(watch);
  const wrong = format === 'csv' ? await wrongInCsv(file) : await wrongInWorkbook(file);
  say(`${format}: ${wrong} wrong`);
  return [
    { name: `${ROWS} rows of ${COLUMNS} columns as ${format}`, value: seconds, bound: 10, unit: 's' },
    { name: `memory while ${format} is written`, value: (most - before) / 1_048_576, bound: 100, unit: 'MB' },
    { name: `lines of ${format} that are not what was written`, value: wrong, bound: 0, unit: 'lines' },
  ];
}

/** Every line is counted; of each thousandth the text is compared with one made here. */
async function wrongInCsv(file: string): Promise<number> {
  let [at, wrong, rest] = [-1, 0, ''];
  for await (const piece of createReadStream(file, 'utf8')) {
    const lines = (rest + (piece as string)).split('\r\n');
    rest = lines.pop()!;
    for (const line of lines) {
      if (at >= 0 && at % 1_000 === 0 && line !== columns.map((_, column) => cellOf(at, column) ?? '').join(',')) wrong++;
      at++;
    }
  }
  return wrong + Math.abs(ROWS - at);
}

/** The first rows as another package reads them: reading all thirteen million cells back takes minutes. */
async function wrongInWorkbook(file: string): Promise<number> {
  let [at, wrong] = [0, 0];
  for await (const { cells } of (await readTableFile(file)).rows()) {
    wrong += columns.filter((_, column) => (cells[String(column)] ?? null) !== (cellOf(at, column) === null ? null : String(cellOf(at, column)))).length ? 1 : 0;
    if (++at === 500) break;
  }
  return wrong + (500 - at);
}

async function activities(): Promise<Line[]> {
  const names = { ar: 'تمكين النساء', fr: 'Appui aux femmes' };
  const works = Array.from({ length: ACTIVITIES }, (_, at): PublishedWork => ({
    id: `${at}`, code: `p${at}`, level: 'project', parent: at ? '0' : null, names, about: names, plannedFrom: '2020-01-01', startsOn: '2020-01-01', endsOn: '2027-01-01', closedOn: null, territory: 'TN-43', lead: { names, kind: 'association' }, partners: [],
    cost: { amount: 350_000, currency: 'TND', scale: 3, approximate: false, saidOn: null, funders: [{ names, kind: null, amount: 30_000 }] }, sensitive: false,
    results: [1, 2, 3].map((each) => ({ code: `x${each}`, names, sex: 'all', from: '2020-01-01', to: '2027-01-01', target: 90, original: 60, reached: 30, atLeast: true, lookedUntil: '2026-01-31' })),
  }));
  const published = { network: 'bench', names, countries: ['TN'], day: '2026-11-20', works };
  const began = performance.now();
  const xml = [...iatiFile(published, { publisher: publisherOf(published), now: new Date() })].join('');
  const written = (performance.now() - began) / 1_000;
  const standards = process.env.HADINA_STANDARDS;
  const judged = standards ? await checkIati(Buffer.from(xml), { folder: join(standards, 'iati'), now: new Date() }) : null;
  return [
    { name: `${ACTIVITIES} activities as IATI`, value: written, bound: 10, unit: 's', detail: judged ? `${judged.many} activities, ${judged.valid ? 'valid' : 'INVALID'}` : 'HADINA_STANDARDS is not set: not judged' },
    ...(judged ? [{ name: 'activities that the schema does not take', value: judged.valid && judged.many === ACTIVITIES ? 0 : 1, bound: 0, unit: 'files' }] : []),
  ];
}
