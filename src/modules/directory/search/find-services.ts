import { sql } from 'kysely';
import type { Tx } from '#core/db/transaction.ts';
import { type QueryWord, readSearchQuery } from '#core/text/search-query.ts';
import type { DirectoryCopy } from '../copy/directory-copy.ts';
import type { DirectoryTables } from '../directory.ts';
import { type Hits, joined, Met } from './hits.ts';
import { meetInCopy } from './meet-in-copy.ts';
import { wordsInHand } from './read-words.ts';
import { slipsOf } from './slips.ts';

export interface Searching {
  readonly tx: Tx<DirectoryTables>;
  readonly network: string;
}

/** A word of the index that answers the typed word at `at`, and how well. */
export interface Candidate {
  readonly at: number;
  readonly term: string;
  readonly score: number;
}

/** Every word of the index that begins so answers the typed word at `at`. */
export interface Beginning {
  readonly at: number;
  readonly start: string;
  readonly score: number;
}

/** Notes for each typed word which services meet it and how well. */
export type Meet = (met: readonly Met[], candidates: readonly Candidate[], beginnings: readonly Beginning[]) => void | Promise<void>;

/** As written or in another form 1, beginning 0.7, heard alike 0.5, a slip of the finger 0.4. */
const scores = { written: 1, beginning: 0.7, heard: 0.5, slip: 0.4 } as const;
/** A word that so many services say as it is written is not also looked for by its sound and as a beginning. */
const plenty = 200;

/**
 * The services that answer what someone typed in any language, script or spelling, by their position in the copy. Every word must
 * be met; when nothing meets them all, one word may be missing. Null when nothing was typed.
 */
export async function findServices(
  searching: Searching,
  copy: DirectoryCopy,
  typed: string,
  meet: (copy: DirectoryCopy) => Meet = meetInCopy,
): Promise<Hits | null> {
  const { words } = readSearchQuery(typed);
  if (words.length === 0) return null;
  await wordsInHand(searching, copy);
  const way = meet(copy);
  const met = words.map(() => new Met(copy.ids.length));
  await way(
    met,
    words.map(({ stem }, at) => ({ at, term: stem, score: scores.written })),
    [],
  );
  const scarce = words.map((word, at) => ({ word, at })).filter(({ at }) => met[at]!.size < plenty);
  if (scarce.length) await way(met, scarce.flatMap(soundsOf), scarce.flatMap(beginningsOf));
  const unmet = words.map((word, at) => ({ word, at })).filter(({ word, at }) => word.fuzzy && met[at]!.size === 0);
  if (unmet.length) await way(met, await slipCandidates(searching, unmet), []);
  return joined(met);
}

interface Word {
  readonly word: QueryWord;
  readonly at: number;
}

const soundsOf = ({ word, at }: Word): Candidate[] => word.skeletons.map((term) => ({ at, term, score: scores.heard }));
const beginningsOf = ({ word: { unfinished, word }, at }: Word): Beginning[] =>
  unfinished ? [{ at, start: word, score: scores.beginning }] : [];

async function slipCandidates({ tx, network }: Searching, unmet: readonly Word[]): Promise<readonly Candidate[]> {
  const slips = unmet.flatMap(({ word, at }) => slipsOf(word.word).map((slip) => ({ at, slip })));
  if (slips.length === 0) return [];
  const { rows } = await sql<{ slip: string; term: string }>`select slip, term from directory.search_slip
    where network_id = ${network} and slip = any (${slips.map(({ slip }) => slip)}::text[])`.execute(tx);
  return rows.flatMap(({ slip, term }) => slips.filter((one) => one.slip === slip).map(({ at }) => ({ at, term, score: scores.slip })));
}
