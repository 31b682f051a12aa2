import { sql } from 'kysely';
import type { DirectoryCopy } from '../copy/directory-copy.ts';
import type { Meet, Searching } from './find-services.ts';

/** Above every character a term may hold: closes the range of words that begin alike. */
const LAST = '\u{10ffff}';
/** Bytes of one hit as it travels: the service's id, and its score in thousandths. */
const [idBytes, hitBytes] = [16, 20];

/** Meets words by one reading of the index of words: slower by far, for the while in which the copy's words are being read. */
export const meetInTable = ({ tx, network }: Searching, copy: DirectoryCopy): Meet => async (met, candidates, beginnings) => {
  const { rows } = await sql<{ at: number; hits: Buffer }>`
    select found.at, string_agg(uuid_send(found.service_id) || int4send(found.score), ''::bytea) as hits from (
      select wanted.at, term.service_id, (1000 * wanted.score * term.weight)::int as score
      from unnest(${candidates.map(({ at }) => at)}::int[], ${candidates.map(({ term }) => term)}::text[],
        ${candidates.map(({ score }) => score)}::float8[]) as wanted (at, term, score)
      join directory.search_term as term on term.network_id = ${network} and term.term = wanted.term
      union all
      select begun.at, term.service_id, (1000 * begun.score * term.weight)::int
      from unnest(${beginnings.map(({ at }) => at)}::int[], ${beginnings.map(({ start }) => start)}::text[],
        ${beginnings.map(({ start }) => start + LAST)}::text[], ${beginnings.map(({ score }) => score)}::float8[]) as begun (at, first, last, score)
      join directory.search_term as term
        on term.network_id = ${network} and term.term >= begun.first collate "C" and term.term < begun.last collate "C"
    ) as found group by found.at`.execute(tx);
  for (const { at, hits } of rows) {
    const ids = hits.toString('hex');
    for (let from = 0; from < hits.length; from += hitBytes) {
      const position = copy.positions.get(ids.slice(2 * from, 2 * (from + idBytes)));
      if (position !== undefined) met[at]!.note(position, hits.readInt32BE(from + idBytes));
    }
  }
};
