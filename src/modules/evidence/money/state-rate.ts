import { z } from 'zod';
import { choice, id, isoDate, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { currencies } from '#core/money.ts';
import { action } from '../evidence.ts';

/** A rate as typed: up to eight decimals, in any digits. */
const rate = () => z.preprocess((typed) => (typeof typed === 'string' ? typed.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/[,\u066b]/, '.') : typed), z.string().regex(/^(?!0*(?:\.0*)?$)\d{1,10}(\.\d{1,8})?$/));

/** Writes what one unit of a currency was worth in another on a day, with its source. Every conversion says which rate it used. */
export const stateRate = action({
  name: 'state-rate',
  says: 'Writes the rate between two currencies on a day, with its source.',
  input: z.strictObject({ from_currency: choice(currencies), to_currency: choice(currencies), on: isoDate(), rate: rate(), said_by: text(300) }),
  refuses: ['same-currency'],
  run: async ({ tx, network, now, actor, refuse, record }, { from_currency, to_currency, on, rate: worth, said_by }) => {
    if (from_currency === to_currency) refuse('same-currency', {}, 'to_currency');
    const stated = newId(now.getTime());
    await tx.insertInto('evidence.exchange_rate').values({ network_id: network, id: stated, from_currency, to_currency, on_day: on, rate: worth, said_by, set_at: now, set_by: actor.account }).execute();
    await record({ name: 'rate-stated', subject: stated, hub: null, body: { from_currency, to_currency, on, rate: worth } });
    return { rate: stated };
  },
});

/** Takes back a rate that was mistyped; nothing is converted by it any more. */
export const withdrawRate = action({
  name: 'withdraw-rate',
  says: 'Takes back a rate that was mistyped, with the reason.',
  input: z.strictObject({ rate: id(), why: text(500) }),
  run: async ({ tx, network, now, absent, record }, { rate: stated, why }) => {
    (await tx.updateTable('evidence.exchange_rate').set({ withdrawn_at: now, withdrawn_why: why })
      .where('network_id', '=', network).where('id', '=', stated).where('withdrawn_at', 'is', null).returning('id').executeTakeFirst()) ?? absent();
    await record({ name: 'rate-withdrawn', subject: stated, hub: null, body: {} });
    return { rate: stated };
  },
});
