import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { currencies, decimal, minorOf, scaleOf } from '#core/money.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import { personCard } from '#modules/people/public.ts';
import { action } from '../currency.ts';
import { cardCode, cardHash } from './card-code.ts';

/**
 * Gives a person a card at the desk; the one before it pays nothing from then on. It pays nothing either before she has chosen her digits. The most it pays in a
 * day is in a currency of the hub, which must be said where there are several (`currency-missing`).
 */
export const giveCard = action({
  name: 'give-card',
  says: 'Gives a person a card to pay with; the one before it ends.',
  input: z.strictObject({ person: id(), day: maybe(decimal()), currency: maybe(choice(currencies)) }),
  refuses: ['amount-odd', 'currency-missing'],
  run: async (doing, { person, day, currency: named }) => {
    const { tx, network, hub, now, actor, blind, absent, refuse, record } = doing;
    const holder = (await personCard(tx, person)) ?? absent();
    const used = await tx.selectFrom('currency.instrument').select('currency').distinct().where('network_id', '=', network).where('hub_id', '=', hub).execute();
    const currency = named ?? (used.length === 1 ? used[0]!.currency : null);
    if (day && !currency) refuse('currency-missing', {}, 'currency');
    const most = day ? minorOf(day, scaleOf(currency!)) || refuse('amount-odd', {}, 'day') : null;
    await tx.updateTable('currency.card').set({ state: 'replaced', state_at: now, state_by: actor.account })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', '=', holder.id).where('state', 'not in', ['lost', 'replaced']).execute();
    const card = newId(now.getTime());
    await tx.insertInto('currency.card').values({
      network_id: network, id: card, hub_id: hub, person_id: holder.id, number: newSlipCode(), hash: cardHash(cardCode(blind, card)), day_minor: most, day_currency: most ? currency : null,
      state: 'waiting', state_at: now, state_by: actor.account, made_at: now, made_by: actor.account,
    }).execute();
    await record({ name: 'card-given', subject: card, person: holder.id, body: {} });
    return { card, person: holder.id };
  },
});
