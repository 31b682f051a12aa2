import { createHash } from 'node:crypto';
import { StartRefusal } from '../start/start-refusal.ts';
import { type Manifest, manifestShape, type Opening, openingShape } from './manifest.ts';
import { readArchive, type Opener } from './read-archive.ts';
import type { Entry } from './tar.ts';

/** What a backup is, read to its last byte, with the small files in it. */
export interface CheckedArchive {
  readonly file: string;
  readonly openers: readonly Opener[];
  readonly manifest: Manifest;
  readonly files: readonly Entry[];
}

/** Reads a whole backup before anything is touched: every hash must be the one it states, nothing missing, nothing added. */
export async function checkArchive(file: string, openers: readonly Opener[]): Promise<CheckedArchive> {
  const entries = readArchive(file, openers);
  const damaged = (reason: string) => new StartRefusal('backup-damaged', { file, reason });
  const opening = openingIn((await entries.next()).value, damaged);
  const hashes = new Map([...opening.tables.map(({ name }) => name), KNOWN].map((name) => [name, createHash('sha256')]));
  const files: Entry[] = [];
  let manifest: Manifest | undefined;
  for await (const entry of entries) {
    if (manifest) throw damaged(`${entry.name} stands behind the end`);
    const table = tableOf(entry.name);
    if (entry.name === 'manifest.json') manifest = read(manifestShape, entry, damaged);
    else if (entry.name.startsWith('files/')) files.push({ name: entry.name.slice('files/'.length), bytes: entry.bytes });
    else if (table !== null && hashes.has(table)) hashes.get(table)!.update(entry.bytes);
    else throw damaged(`${entry.name} is not known`);
  }
  if (!manifest || manifest.tables.length !== opening.tables.length) throw damaged('its list of tables is missing');
  const stated = [...manifest.tables, ...(manifest.known ? [manifest.known] : [])];
  for (const { name, sha256 } of stated) if (hashes.get(name)?.digest('hex') !== sha256) throw damaged(`the rows of ${name} are not those it states`);
  return { file, openers, manifest, files };
}

const KNOWN = 'known';

/** The table an entry belongs to, `known` for the list of whose keys there are, or null. */
export const tableOf = (name: string): string | null => /^(?:tables\/(.+)|known)\/\d{7}$/.exec(name)?.slice(1).map((table) => table ?? KNOWN)[0] ?? null;

function openingIn(entry: Entry | undefined, damaged: (reason: string) => StartRefusal): Opening {
  if (entry?.name !== 'opening.json') throw damaged('it does not begin as a backup does');
  return read(openingShape, entry, damaged);
}

function read<T>(shape: { safeParse(value: unknown): { success: boolean; data?: T } }, { name, bytes }: Entry, damaged: (reason: string) => StartRefusal): T {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw damaged(`${name} cannot be read`);
  }
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw damaged(`${name} is of another kind`);
  return parsed.data!;
}
