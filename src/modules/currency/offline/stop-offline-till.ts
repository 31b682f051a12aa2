import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { action, type CurrencyTables } from '../currency.ts';
import { bodiesOf } from '../till/shop-of-till.ts';

/** Stops a phone that sells without a network, for good: what it still sends pays nothing. Refuses `offline-till-stopped`. */
export const stopOfflineTill = action({
  name: 'stop-offline-till',
  says: 'Stops a phone that sells without a network.',
  input: z.strictObject({ till: id() }),
  refuses: ['offline-till-stopped'],
  run: async (doing, { till: of }) => {
    const till = await doing.tx.selectFrom('currency.offline_till').selectAll().where('network_id', '=', doing.network).where('hub_id', '=', doing.hub).where('id', '=', of).executeTakeFirst();
    return stop(doing, till ?? doing.absent());
  },
});

/** The same by the shop itself, for a phone that was lost or is no longer used. Refuses `offline-till-stopped`. */
export const endOfflineTill = action({
  name: 'end-offline-till',
  says: 'Ends that a phone of my shop sells without a network.',
  input: z.strictObject({ till: id() }),
  refuses: ['offline-till-stopped'],
  run: async (doing, { till: of }) => {
    const bodies = bodiesOf(doing);
    const till = bodies.length === 0 ? undefined : await doing.tx.selectFrom('currency.offline_till').selectAll().where('network_id', '=', doing.network).where('organization_id', 'in', bodies).where('id', '=', of).executeTakeFirst();
    return stop(doing, till ?? doing.absent());
  },
});

interface Till { readonly id: string; readonly hub_id: string; readonly organization_id: string; readonly merchant_id: string; readonly stopped_at: Date | null }

async function stop({ tx, network, now, actor, refuse, record }: Doing<CurrencyTables>, { id: till, hub_id, organization_id, merchant_id, stopped_at }: Till): Promise<{ till: string; merchant: string }> {
  if (stopped_at !== null) refuse('offline-till-stopped');
  await tx.updateTable('currency.offline_till').set({ stopped_at: now, stopped_by: actor.account }).where('network_id', '=', network).where('id', '=', till).execute();
  await record({ name: 'offline-till-stopped', subject: till, hub: hub_id, organization: organization_id, body: { merchant: merchant_id } });
  return { till, merchant: merchant_id };
}
