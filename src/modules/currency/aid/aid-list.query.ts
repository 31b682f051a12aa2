import { sql } from 'kysely';
import { z } from 'zod';
import { id, maybe, wholeNumber } from '#core/input.ts';
import { peopleByIds } from '#modules/people/public.ts';
import type { AidState } from '../codes.ts';
import { query } from '../currency.ts';
import { knownProgramme } from '../programme/known-programme.ts';
import { standingOf } from './standing-of.ts';

const PAGE = 50;

/** The households a programme gave to, newest first, with what is left to each; a page at a time. */
export const aidList = query({
  name: 'aid-list',
  says: 'Lists the households of an aid programme and what is left to each.',
  input: z.strictObject({ programme: id(), page: maybe(wholeNumber(1, 100_000)) }),
  run: async (asking, { programme: of, page = 1 }) => {
    const { tx, network } = asking;
    const programme = await knownProgramme(asking, of);
    const { rows } = await sql<{ id: string; person_id: string; state: AidState; amount_minor: string; balance_minor: string; expires_on: string; total: string }>`
      select a.id, a.person_id, a.state, a.amount_minor, w.balance_minor, a.expires_on, count(*) over () as total from currency.aid a
        join ledger.account w on w.network_id = a.network_id and w.book_id = ${programme.instrument_id} and w.id = a.id
      where a.network_id = ${network} and a.hub_id = ${programme.hub_id} and a.programme_id = ${of} and a.granted_at is not null order by a.id desc limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(tx);
    const cards = await peopleByIds(tx, rows.map(({ person_id }) => person_id));
    return {
      programme: { id: of, names: programme.names, currency: programme.currency }, page, pageSize: PAGE, total: Number(rows[0]?.total ?? 0),
      aids: rows.map((row) => {
        const [amount, balance, card] = [Number(row.amount_minor), Number(row.balance_minor), cards.get(row.person_id)];
        return { id: row.id, standing: standingOf(row.state, amount, balance), amount, balance, until: row.expires_on, person: card ? { name: card.name, other: card.other, code: card.code } : null };
      }),
    };
  },
});
