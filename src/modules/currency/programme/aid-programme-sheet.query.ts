import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames, organizationCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { isOver, knownProgramme } from './known-programme.ts';
import { sumsOf } from './sums-of.ts';
import { approvedSoFar, whyNotLoad } from './why-not-load.ts';

/** One aid programme: where its money is, its rules, what still stands against money coming in, its loads and its batches. */
export const aidProgrammeSheet = query({
  name: 'aid-programme-sheet',
  says: 'Shows an aid programme: where its money is, its rules, its loads and batches.',
  input: z.strictObject({ programme: id() }),
  run: async (asking, { programme: of }) => {
    const { tx, network, actor } = asking;
    const row = await knownProgramme(asking, of);
    const loads = await tx.selectFrom('currency.load').select(['id', 'amount_minor', 'proof', 'approved_by', 'approved_at', 'loaded_at']).where('network_id', '=', network).where('programme_id', '=', of).orderBy('approved_at', 'desc').execute();
    const batches = await tx.selectFrom('currency.batch').select(['id', 'households', 'total_minor', 'state', 'proposed_at']).where('network_id', '=', network).where('programme_id', '=', of).orderBy('proposed_at', 'desc').limit(50).execute();
    const budget = await tx.selectFrom('currency.budget').select(['version', 'aid_minor', 'published_at']).where('network_id', '=', network).where('programme_id', '=', of).orderBy('version', 'desc').limit(1).executeTakeFirst();
    const names = await accountNames(tx, loads.map(({ approved_by }) => approved_by));
    return {
      id: of, names: row.names, code: row.code, currency: row.currency, instrument: { id: row.instrument_id, names: row.instrument_names }, funder: (await organizationCard(tx, row.funder_id))?.names ?? {}, over: await isOver(asking, row), closed: row.closed_at !== null,
      pledged: row.pledged, territories: row.territories, leastMembers: row.least_members, leastMinors: row.least_minors, categories: row.categories, base: row.base, adult: row.adult, child: row.child, ceiling: row.ceiling, lead: row.lead,
      validDays: row.valid_days, endsOn: row.ends_on, warnDays: row.warn_days, becomes: row.becomes, sums: await sumsOf(tx, network, { book: row.instrument_id, programme: of }), against: await whyNotLoad(asking, row, await approvedSoFar(asking, of), 0),
      budget: budget ? { version: budget.version, aid: Number(budget.aid_minor), publishedAt: budget.published_at } : null,
      loads: loads.map((load) => ({ id: load.id, amount: Number(load.amount_minor), proof: load.proof, approvedBy: names.get(load.approved_by) ?? null, mine: load.approved_by === actor.account, approvedAt: load.approved_at, loadedAt: load.loaded_at })),
      batches: batches.map(({ id: batch, households, total_minor, state, proposed_at }) => ({ id: batch, households, total: Number(total_minor), state, at: proposed_at })),
    };
  },
});
