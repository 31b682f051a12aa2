import { sql } from 'kysely';
import type { Tx } from '#core/db/transaction.ts';
import type { DirectoryCopy } from '../copy/directory-copy.ts';
import type { DirectoryTables } from '../directory.ts';
import type { Said } from './word-index.ts';
import { readWords } from './written-words.ts';

interface Reading {
  readonly tx: Tx<DirectoryTables>;
  readonly network: string;
}

/** Services whose words are read at once: between two such lots others are served. */
const lot = 2_000;

const readers = new WeakMap<DirectoryCopy['words'], Promise<void>>();

/** Brings the words of the copy up to date. One reads; whoever comes meanwhile waits with her and reads what is left. */
export async function wordsInHand(reading: Reading, copy: DirectoryCopy): Promise<void> {
  const before = readers.get(copy.words);
  if (!before && copy.unread.size === 0) return;
  const next = Promise.resolve(before)
    .catch(() => {})
    .then(() => readUnread(reading, copy));
  const done = () => {
    if (readers.get(copy.words) === next) readers.delete(copy.words);
  };
  readers.set(copy.words, next);
  await next.finally(done);
}

async function readUnread(reading: Reading, copy: DirectoryCopy): Promise<void> {
  while (copy.unread.size) {
    const positions = [...take(copy.unread, lot)];
    // Off the list before they are read: what is touched meanwhile goes on it again.
    for (const position of positions) copy.unread.delete(position);
    const words = await wordsOf(
      reading,
      positions.map((position) => copy.ids[position]!),
    ).catch((failure: unknown) => {
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

async function wordsOf({ tx, network }: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Said[]>> {
  const { rows } = await sql<{ id: string; words: string }>`
    select replace(service_id::text, '-', '') as id, words from directory.search_words
    where network_id = ${network} and service_id = any (${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, words }) => [id, readWords(words)]));
}
