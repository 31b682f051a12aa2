import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { query } from '../currency.ts';
import { knownProgramme } from '../programme/known-programme.ts';
import { sumsOf } from '../programme/sums-of.ts';
import { knownBatch } from './known-batch.ts';

/** How many households a sheet names; the whole list stands in the programme's own. */
const NAMED = 200;

/** One batch: who proposed it, its households with their amounts, and whether the fund holds as much. */
export const batchSheet = query({
  name: 'batch-sheet',
  says: 'Shows a batch of aid: who proposed it, for whom, how much.',
  input: z.strictObject({ batch: id() }),
  run: async (asking, { batch: of }) => {
    const { tx, network, actor } = asking;
    const batch = await knownBatch(asking, of, false);
    const programme = await knownProgramme(asking, batch.programme_id);
    const rows = await tx.selectFrom('currency.aid').select(['id', 'person_id', 'adults', 'minors', 'amount_minor']).where('network_id', '=', network).where('hub_id', '=', batch.hub_id).where('batch_id', '=', of).orderBy('id').limit(NAMED).execute();
    const cards = await peopleByIds(tx, rows.map(({ person_id }) => person_id));
    const names = await accountNames(tx, [batch.proposed_by, ...(batch.decided_by ? [batch.decided_by] : [])]);
    return {
      id: of, state: batch.state, households: batch.households, total: batch.total, currency: programme.currency, programme: { id: programme.id, names: programme.names }, fund: (await sumsOf(tx, network, { book: programme.instrument_id, programme: programme.id })).fund,
      proposedBy: names.get(batch.proposed_by) ?? null, proposedAt: batch.proposed_at, decidedBy: batch.decided_by ? (names.get(batch.decided_by) ?? null) : null, decidedAt: batch.decided_at,
      mine: batch.proposed_by === actor.account, managerOnly: batch.total > programme.lead,
      lines: rows.map((row) => { const card = cards.get(row.person_id); return { id: row.id, adults: row.adults, minors: row.minors, amount: Number(row.amount_minor), person: card ? { name: card.name, other: card.other, code: card.code } : null }; }),
    };
  },
});
