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

/** As written or in another form 1, beginning 0.7, heard alike 0.5, a slip of the finger 0.4. */
const scores = { written: 1, beginning: 0.7, heard: 0.5, slip: 0.4 } as const;
/** A word that so many services say as it is written is not also looked for by its sound and as a beginning. */
const plenty = 200;
/** Above every character a term may hold: closes the range of words that begin alike. */
const LAST = '\u{10ffff}';

/**
 * The services that answer what someone typed in any language, script or spelling: id (32 hexadecimal digits) → score.
 * Every word must be met; when nothing meets them all, one word may be missing. Null when nothing was typed.
 */
export async function findServices(searching: Searching, typed: string): Promise<ReadonlyMap<string, number> | null> {
  const { words } = readSearchQuery(typed);
  if (words.length === 0) return null;
  const met = words.map(() => new Map<string, number>());
  await meet(searching, met, words.map(({ stem }, at) => ({ at, term: stem, score: scores.written })), []);
  const scarce = words.map((word, at) => ({ word, at })).filter(({ at }) => met[at]!.size < plenty);
  if (scarce.length) await meet(searching, met, scarce.flatMap(soundsOf), scarce.flatMap(beginningsOf));
  const unmet = words.map((word, at) => ({ word, at })).filter(({ word, at }) => word.fuzzy && met[at]!.size === 0);
  if (unmet.length) await meet(searching, met, await slipCandidates(searching, unmet), []);
  return joined(met);
}

interface Word { readonly word: QueryWord; readonly at: number }

interface Beginning { readonly at: number; readonly from: string; readonly to: string }

const soundsOf = ({ word, at }: Word): Candidate[] => word.skeletons.map((term) => ({ at, term, score: scores.heard }));
const beginningsOf = ({ word: { unfinished, word }, at }: Word): Beginning[] => (unfinished ? [{ at, from: word, to: word + LAST }] : []);

/** Bytes of one hit as it travels: the service's id, and its score in thousandths. */
const [idBytes, hitBytes] = [16, 20];

/** Notes for each word which services meet it and how well, in one reading of the index. */
async function meet({ tx, network }: Searching, met: Map<string, number>[], candidates: readonly Candidate[], beginnings: readonly Beginning[]): Promise<void> {
  const { rows } = await sql<{ at: number; hits: Buffer }>`
    select found.at, string_agg(uuid_send(found.service_id) || int4send(found.score), ''::bytea) as hits from (
      select wanted.at, term.service_id, (1000 * wanted.score * term.weight)::int as score
      from unnest(${candidates.map(({ at }) => at)}::int[], ${candidates.map(({ term }) => term)}::text[],
        ${candidates.map(({ score }) => score)}::float8[]) as wanted (at, term, score)
      join directory.search_term as term on term.network_id = ${network} and term.term = wanted.term
      union all
      select begun.at, term.service_id, (1000 * ${scores.beginning}::float8 * term.weight)::int
      from unnest(${beginnings.map(({ at }) => at)}::int[], ${beginnings.map(({ from }) => from)}::text[],
        ${beginnings.map(({ to }) => to)}::text[]) as begun (at, first, last)
      join directory.search_term as term
        on term.network_id = ${network} and term.term >= begun.first collate "C" and term.term < begun.last collate "C"
    ) as found group by found.at`.execute(tx);
  for (const { at, hits } of rows) {
    const ids = hits.toString('hex');
    const scored = met[at]!;
    for (let from = 0; from < hits.length; from += hitBytes) {
      const id = ids.slice(2 * from, 2 * (from + idBytes));
      const score = hits.readInt32BE(from + idBytes);
      if (score > (scored.get(id) ?? 0)) scored.set(id, score);
    }
  }
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

/** Keeps the services that meet every word, or failing that all but one, with their scores added up. */
function joined(met: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const words = met.length;
  const least = Math.max(1, words - 1);
  const totals = new Map<string, { met: number; score: number }>();
  // A service that misses two words is out: the words met by fewest name every service that is in.
  const fewestFirst = [...met].sort((a, b) => a.size - b.size);
  fewestFirst.forEach((scored, turn) => {
    for (const [id, score] of scored) {
      const known = totals.get(id);
      if (known) totals.set(id, { met: known.met + 1, score: known.score + score });
      else if (turn <= words - least) totals.set(id, { met: 1, score });
    }
  });
  const most = Math.max(0, ...new Set([...totals.values()].map((total) => total.met)));
  return most < least ? new Map() : new Map([...totals].filter(([, total]) => total.met === most).map(([id, { score }]) => [id, score]));
}
