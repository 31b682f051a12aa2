import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import pg from 'pg';
import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { act, ask } from '#core/pipeline.ts';
import { Refusal } from '#core/refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { beginImport, checkImport, chooseColumns, clearImport, importSheet, loadImport, type ImportKind, problemText, publishImport, fileHash, readHsdsFile, readTableFile, undoImport } from '#modules/exchange/public.ts';
import { openHadina } from '../open-hadina.ts';
import { bringRows, type FileRow } from '../bring-rows.ts';
import { actorAtHub } from './actor-at-hub.ts';

interface Options { hub?: string; call?: string; lang?: string; dryRun?: boolean; token?: string; map?: string; consent?: boolean; doubles?: string }

/** What is said of an import at its end. */
interface Said { read: number; added: number; changed: number; refused: { row: number; field: string; code: string; message: string }[] }

/** `hadina import hsds FILE`: takes a file in, tells row by row what was not taken and why. */
export function registerImport(program: Command): void {
  const group = program.command('import').description('bring a file in: HSDS of another directory, tables of services, organizations, persons, registrations for a call');
  group.command('hsds').description('records of another directory: a page, a list, one record, a tabular data package (zip, folder, datapackage.json)')
    .argument('<file>')
    .option('--hub <id>', 'the hub that takes them (the first of the network when absent)')
    .option('--lang <lang>', 'language of the messages: ar, fr, en', 'en')
    .option('--token <token>', 'act with this token instead of as the console', process.env.HADINA_TOKEN)
    .option('--dry-run', 'do everything and keep nothing')
    .action(async (file: string, options: Options) => {
      const hadina = await openHadina({ as: 'client' });
      try {
        const actor = await actorAtHub(hadina, options);
        const said = await importHsds(hadina.house, actor, file, options);
        process.stdout.write(program.opts().json ? `${JSON.stringify(said)}\n` : `${inWords(said)}\n`);
      } finally {
        await hadina.close();
      }
    });
  for (const kind of ['services', 'organizations', 'persons', 'registrations'] as const) {
    const command = group.command(kind).description(kind === 'registrations' ? 'who answers a call, CSV or XLSX; each person once' : `a table of ${kind}, CSV or XLSX`);
    if (kind === 'registrations') command.requiredOption('--call <code>', 'the call they answer: its code');
    command
      .argument('<file>')
      .option('--hub <id>', 'the hub that takes them (the first of the network when absent)')
      .option('--lang <lang>', 'language of the messages: ar, fr, en', 'en')
      .option('--token <token>', 'act with this token instead of as the console', process.env.HADINA_TOKEN)
      .option('--map <file>', 'JSON: field → heading of its column')
      .option('--consent', 'the persons agreed in writing that the hub keeps how to reach them')
      .option('--doubles <what>', 'leave or take persons who are most likely known', 'leave')
      .option('--dry-run', 'do everything and keep nothing')
      .action(async (file: string, options: Options) => {
        const hadina = await openHadina({ as: 'client' });
        try {
          const said = await importTable(hadina.house, await actorAtHub(hadina, options), kind, file, options);
          process.stdout.write(program.opts().json ? `${JSON.stringify(said)}\n` : `${inWords(said)}\n`);
        } finally {
          await hadina.close();
        }
      });
  }
}

/** Brings one table in from a path, as the command does. */
export async function importTable(house: House, actor: Actor, kind: Exclude<ImportKind, 'hsds'>, file: string, options: Options): Promise<Said> {
  const { lang = 'en', dryRun = false, consent = false, doubles, map, call } = options;
  const table = await readTableFile(file);
  const { hash, bytes } = await fileHash(file);
  const begun = await beginOrGoOn(house, actor, {
    kind, file_name: basename(file), file_hash: hash, file_bytes: bytes, format: table.format, encoding: table.encoding ?? undefined, separator: table.separator ?? undefined,
    columns: table.columns, notices: table.notices, consent, doubles, call, ...(lang === 'ar' || lang === 'fr' ? { language: lang } : {}),
  });
  if (begun.fresh) {
    await bringRows(house, actor, begun.import, table.rows());
    const chosen = map ? byHeading(JSON.parse(await readFile(map, 'utf8')) as Record<string, string>, table.columns) : undefined;
    const { mapping } = await ask(house, actor, importSheet, { import: begun.import });
    await act(house, actor, chooseColumns, { import: begun.import, mapping: chosen ?? mapping });
  }
  return finishImport(house, actor, begun.import, { dryRun, lang });
}

/** Headings said in a file of one's own, as numbers of columns. */
const byHeading = (said: Record<string, string>, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(said).flatMap(([field, heading]) => { const at = columns.indexOf(heading); return at < 0 ? [] : [[field, String(at)]]; }));

async function importHsds(house: House, actor: Actor, file: string, { lang = 'en', dryRun = false }: Options): Promise<Said> {
  const opened = await readHsdsFile(file);
  const { hash, bytes } = await fileHash(file);
  const begun = await beginOrGoOn(house, actor, {
    kind: 'hsds', file_name: basename(file), file_hash: hash, file_bytes: bytes, format: opened.format, encoding: opened.encoding,
    ...(lang === 'ar' || lang === 'fr' ? { language: lang } : {}),
  });
  if (begun.fresh) await bringRows(house, actor, begun.import, numbered(opened.records()));
  return finishImport(house, actor, begun.import, { dryRun, lang });
}

async function* numbered(records: AsyncIterable<unknown>): AsyncGenerator<FileRow> {
  let number = 0;
  for await (const record of records) yield { number: ++number, cells: record && typeof record === 'object' && !Array.isArray(record) ? (record as Record<string, unknown>) : { value: record } };
}

/** Opens the import, or goes on with the one that this same file began and did not end. */
async function beginOrGoOn(house: House, actor: Actor, given: Record<string, unknown>): Promise<{ import: string; fresh: boolean }> {
  try {
    return { ...(await act(house, actor, beginImport, given)), fresh: true };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'exchange.same-file') throw error;
    const { import: before, state } = error.offer as { import: string; state: string };
    if (state !== 'published' && state !== 'reading') {
      process.stderr.write('This file was brought before and not ended: going on behind the last row that was done.\n');
      return { import: before, fresh: false };
    }
    if (state === 'reading') await takeBack(house, actor, before);
    else process.stderr.write('This file was brought before: rows that say the same are left as they are.\n');
    return { ...(await act(house, actor, beginImport, { ...given, again: true })), fresh: true };
  }
}

async function takeBack(house: House, actor: Actor, of: string): Promise<void> {
  await act(house, actor, undoImport, { import: of });
  for (let done = false; !done;) done = (await act(house, actor, clearImport, { import: of })).finished;
}

/** Loads what was read and publishes it, or tries it and takes it back; answers what became of each row. */
export async function finishImport(house: House, actor: Actor, of: string, { dryRun, lang }: { dryRun: boolean; lang: string }): Promise<Said> {
  if (dryRun) {
    await act(house, actor, checkImport, { import: of });
  } else {
    let taken = 0;
    let countAgainAt = 1_000;
    for (let done = false; !done;) {
      const step = await act(house, actor, loadImport, { import: of });
      done = step.finished;
      taken += step.rows;
      if (taken >= countAgainAt) { await countAgain(house, (await ask(house, actor, importSheet, { import: of })).kind); countAgainAt = taken * 4; }
      if (process.stderr.isTTY) process.stderr.write(`\r${step.until} / ${step.of} `);
    }
    await act(house, actor, publishImport, { import: of });
  }
  const said = await reportOf(house, actor, of, lang);
  if (dryRun) await takeBack(house, actor, of);
  return said;
}

/**
 * Lets PostgreSQL count again what tables hold that have just grown: with the counts of an empty table it would check each row's
 * foreign key by reading the whole hub. It does so by itself after a minute, which is long for a new network.
 */
async function countAgain(house: House, kind: ImportKind): Promise<void> {
  const owner = new pg.Client(house.connectAs('hadina_owner'));
  await owner.connect();
  try {
    await owner.query(`analyze exchange.import, exchange.import_row, ${kind === 'persons' || kind === 'registrations'
      ? `people.person, people.enrolment, people.name_word, people.contact_mark, people.person_contact${kind === 'persons' ? '' : ', incubation.application, incubation.applicant, incubation.points, incubation.answer'}`
      : 'network.organization, directory.service, directory.location, directory.search_words, directory.search_slip'}`);
  } finally {
    await owner.end();
  }
}

async function reportOf(house: House, actor: Actor, of: string, lang: string): Promise<Said> {
  const reader = { locale: localeOf(lang === 'ar' || lang === 'fr' ? lang : 'en', 'TN'), terms: {} };
  const refused: Said['refused'] = [];
  const said: Said = { read: 0, added: 0, changed: 0, refused };
  for (let page = 1; ; page++) {
    const sheet = await ask(house, actor, importSheet, { import: of, page });
    Object.assign(said, { read: sheet.rows_read, added: sheet.added, changed: sheet.changed });
    for (const { row_number: row, problems } of sheet.rows) {
      for (const problem of problems ?? []) {
        const message = problemText(reader, problem).replace(/[\u2068\u2069]/g, '');
        if (problem.fatal) refused.push({ row, field: problem.field, code: problem.code, message });
        else if (process.stderr.isTTY) process.stderr.write(`${row} ${problem.field}: ${message}\n`);
      }
    }
    if (!sheet.more) return said;
  }
}

const inWords = ({ read, added, changed, refused }: Said): string =>
  [`read ${read} · added ${added} · changed ${changed} · refused ${refused.length}`, ...refused.map(({ row, field, message }) => `row ${row}${field ? ` (${field})` : ''}: ${message}`)].join('\n');
