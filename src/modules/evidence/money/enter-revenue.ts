import { z } from 'zod';
import { choice, id, text, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { currencies, decimal, minorOf, scaleOf } from '#core/money.ts';
import { managedHub } from '#modules/network/public.ts';
import { action } from '../evidence.ts';
import { revenueKinds } from '../target/target-tables.ts';

/** Writes what the hub lived on in a year: dues, services paid for, grants, money of projects. */
export const enterRevenue = action({
  name: 'enter-revenue',
  says: 'Writes what the hub lived on in a year: dues, paid services, grants, project money.',
  input: z.strictObject({ year: wholeNumber(2000, 2099), kind: choice(revenueKinds), amount: decimal(), currency: choice(currencies), said_by: text(300) }),
  refuses: ['amount-not-understood'],
  run: async (doing, { year, kind, amount, currency, said_by }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const hub = managedHub(doing);
    const scale = scaleOf(currency);
    const amount_minor = minorOf(amount, scale) || refuse('amount-not-understood', { scale }, 'amount');
    const revenue = newId(now.getTime());
    await tx.insertInto('evidence.hub_revenue').values({ network_id: network, id: revenue, hub_id: hub, year, kind, amount_minor, currency, scale, said_by, set_at: now, set_by: actor.account }).execute();
    await record({ name: 'revenue-entered', subject: revenue, hub, body: { year, kind, amount_minor, currency } });
    return { revenue };
  },
});

/** Takes back a revenue that was mistyped; it stays to be seen with the reason. */
export const withdrawRevenue = action({
  name: 'withdraw-revenue',
  says: 'Takes back a revenue that was mistyped, with the reason.',
  input: z.strictObject({ revenue: id(), why: text(500) }),
  run: async ({ tx, network, now, absent, record }, { revenue, why }) => {
    const row = await tx.updateTable('evidence.hub_revenue').set({ withdrawn_at: now, withdrawn_why: why })
      .where('network_id', '=', network).where('id', '=', revenue).where('withdrawn_at', 'is', null).returning('hub_id as hub').executeTakeFirst() ?? absent();
    await record({ name: 'revenue-withdrawn', subject: revenue, hub: row.hub, body: {} });
    return { revenue };
  },
});
