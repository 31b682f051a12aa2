import { sql } from 'kysely';
import type { Tx } from '#core/db/transaction.ts';
import type { DirectoryCopy } from '../copy/directory-copy.ts';
import type { DirectoryTables } from '../directory.ts';

interface Reading {
  readonly tx: Tx<DirectoryTables>;
  readonly network: string;
}

/** Services whose words are read at once: between two such lots others are served. */
const lot = 2_000;
/** While more than so many wait for another reader who has begun, one asks the table instead of waiting with her. */
const mostAwaited = 2_000;
/** A weight travels as one letter before its word. */
const noWeight = '@'.charCodeAt(0);

const readers = new WeakMap<DirectoryCopy['words'], Promise<void>>();

/** Brings the words of the copy up to date; false when another reader has just begun to read them all. */
export async function wordsInHand(reading: Reading, copy: DirectoryCopy): Promise<boolean> {
  const before = readers.get(copy.words);
  if (before && copy.unread.size > mostAwaited) return false;
  if (!before && copy.unread.size === 0) return true;
  const next = Promise.resolve(before).catch(() => {}).then(() => readUnread(reading, copy));
  const done = () => { if (readers.get(copy.words) === next) readers.delete(copy.words); };
  readers.set(copy.words, next);
  await next.finally(done);
  return true;
}

async function readUnread(reading: Reading, copy: DirectoryCopy): Promise<void> {
  while (copy.unread.size) {
    const positions = [...take(copy.unread, lot)];
    // Off the list before they are read: what is touched meanwhile goes on it again.
    for (const position of positions) copy.unread.delete(position);
    const words = await wordsOf(reading, positions.map((position) => copy.ids[position]!)).catch((failure: unknown) => {
      for (const position of positions) copy.unread.add(position);
      throw failure;
    });
    for (const position of positions) copy.words.put(position, words.get(copy.ids[position]!) ?? []);
  }
}

function* take<T>(all: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const one of all) {
    if (left-- === 0) return;
    yield one;
  }
}

async function wordsOf({ tx, network }: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, readonly { term: string; weight: number }[]>> {
  const { rows } = await sql<{ id: string; words: string }>`
    select replace(service_id::text, '-', '') as id, string_agg(chr(${noWeight}::int + weight) || term, ' ') as words from directory.search_term
    where network_id = ${network} and service_id = any (${ids}::uuid[]) group by service_id`.execute(tx);
  return new Map(rows.map(({ id, words }) =>
    [id, words.split(' ').map((word) => ({ term: word.slice(1), weight: word.charCodeAt(0) - noWeight }))]));
}
