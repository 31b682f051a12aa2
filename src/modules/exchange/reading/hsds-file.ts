import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { csvLines, separatorOf } from './csv-rows.ts';
import { decoded, type Encoding, encodingOf } from './decode.ts';
import { jsonRecords } from './json-records.ts';
import { type HsdsTables, isTable, objectOfTable, recordsOfTables, type TableRow } from './tables-to-records.ts';
import { unreadable } from './unreadable-file.ts';
import { mostEntries, openZip } from './zip-files.ts';

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

/** A table of a package: its file, and which object its description says it holds. */
interface PackedTable { readonly path: string; readonly object: string }

/** Which files of a package are tables of what: as its datapackage.json says, else by their names. Nothing outside the package. */
function tablesNamed(files: readonly string[], described: string | undefined): readonly PackedTable[] {
  const resources = described === undefined ? [] : resourcesOf(described);
  return files.filter((name) => /\.(csv|tsv)$/iu.test(name) && !name.startsWith('__MACOSX')).map((path) => {
    const said = resources.find((resource) => path === resource.path || path.endsWith(`/${resource.path}`));
    return { path, object: objectOfTable(said && isTable(objectOfTable(said.name)) ? said.name : path) };
  });
}

function resourcesOf(described: string): readonly { path: string; name: string }[] {
  const found = /^\s*\{/u.test(described) ? (JSON.parse(described) as { resources?: unknown }).resources : undefined;
  return (Array.isArray(found) ? found : []).flatMap((each: { path?: unknown; name?: unknown; id?: unknown } | null) => {
    const [path] = [each?.path].flat();
    const name = each?.name ?? each?.id;
    return typeof path === 'string' && typeof name === 'string' ? [{ path: path.replace(/^\.\//u, ''), name }] : [];
  });
}

async function tablesOfFolder(folder: string): Promise<HsdsTables> {
  const files = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort().slice(0, mostEntries);
  const described = files.includes('datapackage.json') ? await textOf(await readFile(join(folder, 'datapackage.json'))) : undefined;
  const tables = new Map<string, TableRow[]>();
  for (const { path, object } of tablesNamed(files, described)) {
    add(tables, object, await tableRows(() => createReadStream(join(folder, path)), await headOf(join(folder, path), 65_536)));
  }
  return tables;
}

async function tablesOfZip(path: string): Promise<HsdsTables> {
  const zip = await openZip(path);
  const unpacked = async (name: string): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.read(zip.entries.find((entry) => entry.name === name)!)) chunks.push(chunk as unknown as Buffer);
    return Buffer.concat(chunks);
  };
  const files = zip.entries.map(({ name }) => name);
  const description = files.find((name) => /(^|\/)datapackage\.json$/u.test(name));
  const tables = new Map<string, TableRow[]>();
  for (const { path: name, object } of tablesNamed(files, description && (await textOf(await unpacked(description))))) {
    const bytes = await unpacked(name);
    add(tables, object, await tableRows(() => Readable.from([bytes]), bytes.subarray(0, 65_536)));
  }
  zip.close();
  return tables;
}

/** Two files may hold one kind of object: none takes the other's place. */
const add = (tables: Map<string, TableRow[]>, object: string, rows: readonly TableRow[]): void => void tables.set(object, [...(tables.get(object) ?? []), ...rows]);

const textOf = async (bytes: Buffer): Promise<string> => new Response(new Uint8Array(bytes)).json().then((value: unknown) => JSON.stringify(value), () => unreadable('not-json'));

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
