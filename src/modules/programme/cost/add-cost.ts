import { z } from 'zod';
import { choice, id, isoDate, maybe, text, yes } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { currencies, decimal, minorOf, scaleOf } from '#core/money.ts';
import { ownProgramme } from '../own-programme.ts';
import { action } from '../programme.ts';

/** Writes what a programme costs as one source has it; another source may say otherwise and both stay (domain.md 3.8). */
export const addCost = action({
  name: 'add-cost',
  says: 'Writes what a programme costs, as one source has it.',
  input: z.strictObject({ programme: id(), amount: decimal(), currency: choice(currencies), approximate: yes(), said_by: text(300), said_on: maybe(isoDate()) }),
  refuses: ['programme-closed', 'too-many-decimals'],
  run: async (doing, { programme, amount, currency, approximate, said_by, said_on }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    await ownProgramme(doing, programme);
    const scale = scaleOf(currency);
    const amount_minor = minorOf(amount, scale) || refuse('too-many-decimals', { scale }, 'amount');
    const cost = newId(now.getTime());
    await tx
      .insertInto('programme.cost')
      .values({ network_id: network, id: cost, programme_id: programme, amount_minor, currency, scale, approximate, said_by, said_on: said_on ?? null, set_at: now, set_by: actor.account })
      .execute();
    await record({ name: 'cost-added', subject: cost, hub: null, body: { programme, amount_minor, currency } });
    return { cost, programme };
  },
});

/** Takes back a cost that was mistyped, with its shares; it stays readable as taken back. */
export const withdrawCost = action({
  name: 'withdraw-cost',
  says: 'Takes back a cost that was mistyped.',
  input: z.strictObject({ programme: id(), cost: id(), why: text(500) }),
  refuses: ['programme-closed', 'cost-withdrawn'],
  run: async (doing, { programme, cost, why }) => {
    const { tx, network, now, refuse, absent, record } = doing;
    await ownProgramme(doing, programme);
    const row = await tx.selectFrom('programme.cost').select('withdrawn_at').where('network_id', '=', network).where('programme_id', '=', programme).where('id', '=', cost).executeTakeFirst();
    if (!row) absent();
    if (row?.withdrawn_at) refuse('cost-withdrawn');
    await tx.updateTable('programme.cost').set({ withdrawn_at: now, withdrawn_why: why }).where('network_id', '=', network).where('id', '=', cost).execute();
    await record({ name: 'cost-withdrawn', subject: cost, hub: null, body: { programme } });
    return { programme };
  },
});
