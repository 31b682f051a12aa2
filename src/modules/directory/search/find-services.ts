import { sql } from 'kysely';
import type { Tx } from '#core/db/transaction.ts';
import { type QueryWord, readSearchQuery } from '#core/text/search-query.ts';
import type { DirectoryTables } from '../directory.ts';
import { slipsOf } from './slips.ts';

interface Searching {
  readonly tx: Tx<DirectoryTables>;
  readonly network: string;
}

interface Candidate {
  readonly at: number;
  readonly term: string;
  readonly score: number;
}

/** As written 1, stem 0.8, beginning 0.7, heard alike 0.5, a slip of the finger 0.4. */
const scores = { written: 1, stem: 0.8, beginning: 0.7, heard: 0.5, slip: 0.4 } as const;
/** Above every character a term may hold: closes the range of words that begin alike. */
const LAST = '\u{10ffff}';

/**
 * The services that answer what someone typed in any language, script or spelling, best first: id → score.
 * Every word must be met; when nothing meets them all, one word may be missing. Null when nothing was typed.
 */
export async function findServices(searching: Searching, typed: string): Promise<ReadonlyMap<string, number> | null> {
  const { words } = readSearchQuery(typed);
  if (words.length === 0) return null;
  const hits = await hitsOf(searching, words.flatMap(candidatesOf), words);
  const unmet = words.map((word, at) => ({ word, at })).filter(({ word, at }) => word.fuzzy && !hits.some((hit) => hit.at === at));
  const slips = unmet.length ? await hitsOf(searching, await slipCandidates(searching, unmet), []) : [];
  return ranked([...hits, ...slips], words.length);
}

const candidatesOf = (word: QueryWord, at: number): Candidate[] => [
  { at, term: word.word, score: scores.written },
  { at, term: word.stem, score: scores.stem },
  ...word.skeletons.map((term) => ({ at, term, score: scores.heard })),
];

interface Hit {
  readonly service: string;
  readonly at: number;
  readonly score: number;
}

async function hitsOf({ tx, network }: Searching, candidates: readonly Candidate[], begun: readonly QueryWord[]): Promise<readonly Hit[]> {
  const beginnings = begun.flatMap((word, at) => (word.unfinished ? [{ at, from: word.word, to: word.word + LAST }] : []));
  const { rows } = await sql<Hit>`
    select met.service_id as service, met.at, max(met.score)::float8 as score from (
      select term.service_id, wanted.at, wanted.score * term.weight as score
      from unnest(${candidates.map(({ at }) => at)}::int[], ${candidates.map(({ term }) => term)}::text[],
        ${candidates.map(({ score }) => score)}::float8[]) as wanted (at, term, score)
      join directory.search_term as term on term.network_id = ${network} and term.term = wanted.term
      union all
      select term.service_id, begun.at, ${scores.beginning}::float8 * term.weight
      from unnest(${beginnings.map(({ at }) => at)}::int[], ${beginnings.map(({ from }) => from)}::text[],
        ${beginnings.map(({ to }) => to)}::text[]) as begun (at, first, last)
      join directory.search_term as term
        on term.network_id = ${network} and term.term >= begun.first collate "C" and term.term < begun.last collate "C"
    ) as met group by met.service_id, met.at`.execute(tx);
  return rows;
}

async function slipCandidates({ tx, network }: Searching, unmet: readonly { word: QueryWord; at: number }[]): Promise<readonly Candidate[]> {
  const slips = unmet.flatMap(({ word, at }) => slipsOf(word.word).map((slip) => ({ at, slip })));
  if (slips.length === 0) return [];
  const rows = await tx
    .selectFrom('directory.search_slip')
    .select(['slip', 'term'])
    .where('network_id', '=', network)
    .where('slip', 'in', slips.map(({ slip }) => slip))
    .execute();
  return rows.flatMap(({ slip, term }) =>
    slips.filter((one) => one.slip === slip).map(({ at }) => ({ at, term, score: scores.slip })),
  );
}

/** Keeps the services that meet every word, or failing that all but one; adds up their scores, best first. */
function ranked(hits: readonly Hit[], words: number): ReadonlyMap<string, number> {
  const met = new Map<string, Map<number, number>>();
  for (const { service, at, score } of hits) {
    const scored = met.get(service) ?? new Map<number, number>();
    scored.set(at, Math.max(scored.get(at) ?? 0, score));
    met.set(service, scored);
  }
  const most = Math.max(0, ...[...met.values()].map((scored) => scored.size));
  if (most < Math.max(1, words - 1)) return new Map();
  const kept = [...met].filter(([, scored]) => scored.size === most);
  const totals = kept.map(([service, scored]) => [service, [...scored.values()].reduce((sum, score) => sum + score, 0)] as const);
  return new Map(totals.sort(([, a], [, b]) => b - a));
}
