import { z } from 'zod';
import { id } from '#core/input.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { organizationsByIds, zoneHere } from '#modules/network/public.ts';
import { programmeCard } from '#modules/programme/public.ts';
import { query } from '../funding.ts';
import { burnSteps } from './burn-steps.ts';
import { owedByFund } from './owed.ts';
import { paidIn } from './paid-in.ts';
import { readAmendments, readReceipts } from './read-papers.ts';

/** One fund: its sums, its envelopes, its grants, amendments and receipts where she may read them, and month by month what was still unpaid of it. */
export const fundSheet = query({
  name: 'fund-sheet',
  says: 'One fund: sums, envelopes, grants and how its money went down.',
  input: z.strictObject({ fund: id() }),
  run: async (asking, { fund: of }) => {
    const { tx, network, actor, now, absent } = asking;
    const row = await tx.selectFrom('funding.fund').selectAll().where('network_id', '=', network).where('id', '=', of).executeTakeFirst();
    if (!row) return absent();
    const envelopes = await tx.selectFrom('funding.envelope').selectAll().where('network_id', '=', network).where('fund_id', '=', of).orderBy('opened_at').orderBy('id').execute();
    const grants = await tx.selectFrom('funding.grant').selectAll().where('network_id', '=', network).where('fund_id', '=', of).orderBy('asked_at').orderBy('id').execute();
    const paid = await tx.selectFrom('funding.tranche as tranche')
      .innerJoin('funding.grant as grant', (join) => join.onRef('grant.network_id', '=', 'tranche.network_id').onRef('grant.id', '=', 'tranche.grant_id'))
      .where('tranche.network_id', '=', network).where('grant.fund_id', '=', of).where('tranche.state', '=', 'paid')
      .select(['tranche.paid_on as on', 'tranche.amount_minor as amount']).execute();
    const bodies = await organizationsByIds(tx, [row.funder_id, ...(row.partner_id ? [row.partner_id] : [])]);
    const mine = actor.hub === row.hub_id;
    const owed = mine ? ((await owedByFund(tx, network)).get(of) ?? 0) : null;
    const promised = Number(row.amount_minor);
    const amendments = mine ? await readAmendments(asking, of) : [];
    const zone = await zoneHere(asking);
    const dayOf = (at: Date): string => clockIn(zone, at).date;
    const moved = amendments.flatMap(({ state, decidedAt, before, amount }) => (state === 'agreed' ? [{ on: dayOf(decidedAt!), amount: amount - before }] : []));
    const granted = grants.flatMap(({ approved_at, amount_minor, paid_minor, state }) => (approved_at && state !== 'cancelled'
      ? [{ on: dayOf(approved_at), amount: state === 'closed' ? Number(paid_minor) : Number(amount_minor) }] : []));
    return {
      id: row.id, code: row.code, names: row.names, state: row.state, currency: row.currency, region: row.region_code, startsOn: row.starts_on, endsOn: row.ends_on,
      programme: row.programme_id, programmeNames: row.programme_id ? ((await programmeCard(tx, row.programme_id))?.names ?? null) : null, leastOwnPermille: row.least_own_permille, mine,
      funder: bodies.find(({ id: body }) => body === row.funder_id)?.names ?? {}, partner: row.partner_id ? (bodies.find(({ id: body }) => body === row.partner_id)?.names ?? {}) : null,
      amendments, receipts: mine ? await readReceipts(asking, of) : [], paidIn: (await paidIn(tx, network)).get(of) ?? 0, promised, committed: Number(row.committed_minor), paid: Number(row.paid_minor), free: Number(row.free_minor), owed, released: owed === null ? null : owed + Number(row.paid_minor),
      envelopes: envelopes.map((each) => ({
        id: each.id, names: each.names, territory: each.territory_code, promised: Number(each.amount_minor), committed: Number(each.committed_minor), paid: Number(each.paid_minor), free: Number(each.free_minor),
      })),
      grants: grants.map(({ id: grant, kind, state, purpose, amount_minor, paid_minor }) => ({ id: grant, kind, state, purpose, amount: Number(amount_minor), paid: Number(paid_minor) })),
      steps: mine ? burnSteps({ promised, amended: moved, startsOn: row.starts_on, today: dayOf(now), granted, paid: paid.map(({ on, amount }) => ({ on: String(on), amount: Number(amount) })) }) : [],
    };
  },
});
