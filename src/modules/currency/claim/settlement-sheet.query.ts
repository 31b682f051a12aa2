import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames, hubCard, organizationsByIds } from '#modules/network/public.ts';
import { query } from '../currency.ts';

/** One run: its claims as the bank is told them, one line each with a reference that comes back on the statement. */
export const settlementSheet = query({
  name: 'settlement-sheet',
  says: 'Shows a run of claims for the bank.',
  input: z.strictObject({ settlement: id() }),
  run: async ({ tx, network, hub, actor, absent }, { settlement: of }) => {
    const run = (await tx.selectFrom('currency.settlement').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', of).executeTakeFirst()) ?? absent();
    const claims = await tx.selectFrom('currency.claim').select(['id', 'number', 'organization_id', 'amount_minor', 'validated_by', 'state']).where('network_id', '=', network).where('settlement_id', '=', of).orderBy('id').execute();
    const names = new Map((await organizationsByIds(tx, claims.map(({ organization_id }) => organization_id))).map((each) => [each.id, each.names]));
    const hands = await accountNames(tx, [run.made_by, run.paid_by].flatMap((each) => each ?? []));
    const { names: hubNames, country, timeZone } = (await hubCard(tx, hub)) ?? absent();
    return {
      id: of, number: run.number, currency: run.currency, total: Number(run.total_minor), madeAt: run.made_at, madeBy: hands.get(run.made_by) ?? null, paidAt: run.paid_at, paidBy: run.paid_by ? (hands.get(run.paid_by) ?? null) : null, droppedAt: run.dropped_at,
      mine: run.made_by === actor.account || claims.some(({ validated_by }) => validated_by === actor.account), hub: { names: hubNames, country, timeZone },
      lines: claims.map(({ id: claim, number, organization_id, amount_minor, state }, at) => ({ claim, number, state, names: names.get(organization_id) ?? {}, amount: Number(amount_minor), reference: `R${run.number}-${of.slice(-6).toUpperCase()}-${String(at + 1).padStart(3, '0')}` })),
    };
  },
});
