import { sql } from 'kysely';
import { z } from 'zod';
import { choice, wholeNumber } from '#core/input.ts';
import type { ReasonCode } from '#core/text/same-person.ts';
import { accountNames } from '#modules/network/public.ts';
import { query } from '../people.ts';
import { type PersonCard, peopleByIds } from '../person/person-card.ts';

/** How many pairs a page of the list shows. */
export const pageSize = 20;

/** Two files that may be one person, or that somebody said are two. */
export interface PossibleDouble {
  readonly first: PersonCard;
  readonly second: PersonCard;
  readonly score: number;
  readonly reasons: readonly ReasonCode[];
  readonly verdict: { readonly at: Date; readonly who: string | null; readonly why: string } | null;
}

interface Row {
  readonly first_id: string;
  readonly second_id: string;
  readonly score: number;
  readonly reasons: readonly ReasonCode[];
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decided_why: string | null;
  readonly total: bigint;
}

/**
 * The pairs of this hub that wait for somebody to look at them, the likeliest first, or those that were said to be two; and how far the
 * last walk came. Pairs that were merged meanwhile, or of which a merge is proposed or was declined, have their own list.
 */
export const possibleDoubles = query({
  name: 'possible-doubles',
  says: 'Lists the files of the hub that may be one person, with the reasons.',
  input: z.strictObject({ page: wholeNumber(1, 100_000).default(1), state: choice(['open', 'apart']).default('open') }),
  run: async ({ tx, network, hub }, { page, state }) => {
    const { rows } = await sql<Row>`select d.*, count(*) over () as total from people.possible_double d
      where d.network_id = ${network} and d.hub_id = ${hub} and d.state = ${state}
        and not exists (select from core.same_person s where s.network_id = d.network_id and s.person_id in (d.first_id, d.second_id) and s.into_id is not null)
        and not exists (select from people.merge m where m.network_id = d.network_id and m.hub_id = d.hub_id and m.state in ('proposed', 'declined')
          and ((m.survivor_id = d.first_id and m.absorbed_id = d.second_id) or (m.survivor_id = d.second_id and m.absorbed_id = d.first_id)))
      order by d.decided_at desc nulls last, d.score desc, d.first_id, d.second_id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx);
    const cards = await peopleByIds(tx, rows.flatMap(({ first_id: first, second_id: second }) => [first, second]));
    const names = await accountNames(tx, rows.flatMap(({ decided_by: account }) => account ?? []));
    const walk = await tx.selectFrom('people.double_search').select(['begun_at', 'finished_at', 'compared', 'persons', 'found'])
      .where('network_id', '=', network).where('hub_id', '=', hub).executeTakeFirst();
    return {
      page, state, total: Number(rows[0]?.total ?? 0), walk: walk ?? null,
      pairs: rows.flatMap((row): PossibleDouble[] => {
        const [first, second] = [cards.get(row.first_id), cards.get(row.second_id)];
        const verdict = row.decided_at && row.decided_why ? { at: row.decided_at, who: (row.decided_by && names.get(row.decided_by)) || null, why: row.decided_why } : null;
        return first && second ? [{ first, second, score: row.score, reasons: row.reasons, verdict }] : [];
      }),
    };
  },
});
