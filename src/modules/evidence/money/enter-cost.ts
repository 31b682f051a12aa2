import { z } from 'zod';
import { choice, id, isoDate, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { currencies, decimal, minorOf, scaleOf } from '#core/money.ts';
import { programmeCard } from '#modules/programme/public.ts';
import { managedHub } from '#modules/network/public.ts';
import { action } from '../evidence.ts';
import { keptIndicators } from '../kept/kept-indicators.ts';

/** Writes what reaching an outcome cost the hub, as a programme may be charged for it. */
export const enterCost = action({
  name: 'enter-cost',
  says: 'Writes an eligible cost of the hub: how much, over which days, for what, towards which outcome.',
  input: z.strictObject({
    indicator: id(), programme: maybe(id()), amount: decimal(), currency: choice(currencies), from: isoDate(), to: isoDate(), what: text(300), paper: maybe(text(500)),
  }),
  refuses: ['ends-before', 'amount-not-understood'],
  run: async (doing, { indicator, programme, amount, currency, from, to, what, paper }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const hub = managedHub(doing);
    const [kept] = await keptIndicators(tx, network, indicator);
    if (!kept || (programme && !(await programmeCard(tx, programme)))) absent();
    if (to < from) refuse('ends-before', {}, 'to');
    const scale = scaleOf(currency);
    const amount_minor = minorOf(amount, scale) || refuse('amount-not-understood', { scale }, 'amount');
    const cost = newId(now.getTime());
    await tx.insertInto('evidence.eligible_cost').values({
      network_id: network, id: cost, hub_id: hub, programme_id: programme ?? null, indicator_id: indicator, from_on: from, to_on: to, amount_minor, currency, scale, what, paper: paper ?? null,
      set_at: now, set_by: actor.account,
    }).execute();
    await record({ name: 'cost-entered', subject: cost, hub, body: { indicator, programme: programme ?? null, amount_minor, currency, from, to } });
    return { cost };
  },
});

/** Takes back a cost that was mistyped; it stays to be seen with the reason. */
export const withdrawCost = action({
  name: 'withdraw-cost',
  says: 'Takes back an eligible cost that was mistyped, with the reason.',
  input: z.strictObject({ cost: id(), why: text(500) }),
  run: async ({ tx, network, now, absent, record }, { cost, why }) => {
    const row = await tx.updateTable('evidence.eligible_cost').set({ withdrawn_at: now, withdrawn_why: why })
      .where('network_id', '=', network).where('id', '=', cost).where('withdrawn_at', 'is', null).returning('hub_id as hub').executeTakeFirst() ?? absent();
    await record({ name: 'cost-withdrawn', subject: cost, hub: row.hub, body: {} });
    return { cost };
  },
});
