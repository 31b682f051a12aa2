import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { csvLines, separatorOf } from './csv-rows.ts';
import { decoded, type Encoding, encodingOf } from './decode.ts';
import { jsonRecords } from './json-records.ts';
import { type HsdsTables, objectOfTable, recordsOfTables, type TableRow } from './tables-to-records.ts';
import { unreadable } from './unreadable-file.ts';
import { openZip } from './zip-files.ts';

/** A file of another directory, opened: how it is written and its records one by one. */
export interface HsdsFile {
  readonly format: 'json' | 'tables';
  readonly encoding: Encoding;
  records(): AsyncIterable<unknown>;
}

/**
 * Opens what another directory publishes: JSON (a page, a list, one record), or the tabular data package as a zip, as a folder, as
 * its datapackage.json beside its tables, or as one JSON object of tables. Tells by the bytes, never by the name.
 */
export async function readHsdsFile(path: string): Promise<HsdsFile> {
  const there = await stat(path).catch(() => unreadable('no-records'));
  if (there.isDirectory()) return tablesOf(await tablesOfFolder(path));
  const head = await headOf(path);
  if (head.length === 0) unreadable('file-empty');
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return tablesOf(await tablesOfZip(path));
  const encoding = encodingOf(head);
  const start = new TextDecoder(encoding).decode(head).replace(/^\ufeff/u, '').trimStart();
  if (!/^[[{]/u.test(start)) return unreadable('file-of-another-kind', { kind: await kindOfBytes(head) });
  if (basename(path).toLowerCase() === 'datapackage.json' && /"resources"/u.test(start)) return tablesOf(await tablesOfFolder(join(path, '..')));
  const records = () => jsonRecords(decoded(createReadStream(path), encoding));
  if (/^\{\s*"[a-z_]+\.csv"\s*:/u.test(start)) {
    for await (const tables of records()) return tablesOf(new Map(Object.entries(tables as Record<string, TableRow[]>).map(([file, rows]) => [objectOfTable(file), rows])));
  }
  return { format: 'json', encoding, records };
}

/** The first megabyte of a file. */
export async function headOf(path: string, bytes = 1024 * 1024): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What a file truly is, by its bytes: PDF, PNG, DOCX …; "?" for what nobody knows. */
export async function kindOfBytes(head: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type');
  return (await fileTypeFromBuffer(head))?.ext.toUpperCase() ?? '?';
}

function tablesOf(tables: HsdsTables): HsdsFile {
  if (!tables.get('service')?.length && !tables.get('organization')?.length) unreadable('no-services-table');
  return { format: 'tables', encoding: 'utf-8', records: async function* () { yield* recordsOfTables(tables); } };
}

async function tablesOfFolder(folder: string): Promise<HsdsTables> {
  const tables = new Map<string, TableRow[]>();
  for (const name of (await readdir(folder)).filter((each) => /\.csv$/iu.test(each)).sort()) {
    tables.set(objectOfTable(name), await tableRows(() => createReadStream(join(folder, name)), await headOf(join(folder, name), 65_536)));
  }
  return tables;
}

async function tablesOfZip(path: string): Promise<HsdsTables> {
  const zip = await openZip(path);
  const tables = new Map<string, TableRow[]>();
  for (const entry of zip.entries.filter(({ name }) => /\.csv$/iu.test(name) && !name.startsWith('__MACOSX'))) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.read(entry)) chunks.push(chunk as unknown as Buffer);
    const bytes = Buffer.concat(chunks);
    tables.set(objectOfTable(entry.name), await tableRows(() => Readable.from([bytes]), bytes.subarray(0, 65_536)));
  }
  zip.close();
  return tables;
}

async function tableRows(bytes: () => Readable, head: Buffer): Promise<TableRow[]> {
  const encoding = encodingOf(head);
  const separator = separatorOf(new TextDecoder(encoding).decode(head));
  let heading: readonly string[] | undefined;
  const rows: TableRow[] = [];
  for await (const { cells } of csvLines(bytes(), encoding, separator)) {
    if (!heading) heading = cells.map((cell) => cell.trim().replace(/^\ufeff/u, ''));
    else rows.push(Object.fromEntries(heading.flatMap((name, at) => (name ? [[name, cells[at] ?? '']] : []))));
  }
  return rows;
}
