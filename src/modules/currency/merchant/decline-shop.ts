import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../currency.ts';

/** Ends an application from outside that leads to nothing, once the shop was answered; its telephone goes. Refuses one that was answered already (`application-over`). */
export const declineShop = action({
  name: 'decline-shop',
  says: 'Ends a shop’s application from outside without taking it up.',
  input: z.strictObject({ application: id() }),
  refuses: ['application-over'],
  run: async ({ tx, network, hub, now, actor, refuse, record }, { application }) => {
    const ended = await tx.updateTable('currency.shop_application').set({ ended_at: now, ended_by: actor.account, phone: null }).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', application).where('ended_at', 'is', null).executeTakeFirst();
    if (Number(ended.numUpdatedRows) === 0) refuse('application-over');
    await record({ name: 'shop-answered', subject: application, body: {} });
    return { application };
  },
});
