import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, text, yes } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { personCard, readPhone } from '#modules/people/public.ts';
import { action } from '../currency.ts';
import { phoneMark } from './phone-mark.ts';
import { messageLangs } from './tables.ts';

/**
 * Ties a telephone to whoever holds a card, because she wishes it at the desk; the one before it ends. Its number is read as one dials it in the country of the
 * hub (`phone-odd`) and not kept. Refuses without her agreement (`phone-not-agreed`), without a card in use (`phone-no-card`) and a telephone that pays already (`phone-taken`).
 */
export const tiePhone = action({
  name: 'tie-phone',
  says: 'Ties a telephone to a person’s card, so that it reads what is left and pays by text message.',
  input: z.strictObject({ person: id(), phone: text(40), lang: choice(messageLangs), agreed: yes() }),
  refuses: ['phone-not-agreed', 'phone-odd', 'phone-no-card', 'phone-taken'],
  remembers: false,
  run: async (doing, { person: of, phone: typed, lang, agreed }) => {
    const { tx, network, hub, now, actor, blind, absent, refuse, record } = doing;
    const person = (await personCard(tx, of)) ?? absent();
    if (!agreed) refuse('phone-not-agreed', {}, 'agreed');
    const place = (await hubCard(tx, hub)) ?? absent();
    const number = readPhone(typed, place.country) ?? refuse('phone-odd', {}, 'phone');
    const card = await tx.selectFrom('currency.card').select('id').where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', '=', person.id).where('state', 'not in', ['lost', 'replaced']).executeTakeFirst();
    if (!card) refuse('phone-no-card');
    const phones = () => tx.updateTable('currency.message_phone').set({ ended_at: now, ended_by: actor.account }).where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', '=', person.id).where('ended_at', 'is', null);
    await phones().execute();
    const phone = newId(now.getTime());
    const kept = await tx.insertInto('currency.message_phone').values({ network_id: network, id: phone, hub_id: hub, person_id: person.id, mark: phoneMark(blind, number), ending: number.slice(-2), lang, tied_at: now, tied_by: actor.account })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!kept.numInsertedOrUpdatedRows) refuse('phone-taken', {}, 'phone');
    await record({ name: 'phone-tied', subject: phone, person: person.id, body: {} });
    return { person: person.id };
  },
});

/** Ends that a telephone reads and pays: at her wish, or because it was lost. Refuses when none is tied (`phone-none`). */
export const untiePhone = action({
  name: 'untie-phone',
  says: 'Ends that a telephone reads a person’s wallet and pays.',
  input: z.strictObject({ person: id() }),
  refuses: ['phone-none'],
  run: async ({ tx, network, hub, now, actor, refuse, record }, { person }) => {
    const [ended] = await tx.updateTable('currency.message_phone').set({ ended_at: now, ended_by: actor.account }).where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', '=', person).where('ended_at', 'is', null).execute();
    if (Number(ended?.numUpdatedRows ?? 0) === 0) refuse('phone-none');
    await record({ name: 'phone-untied', subject: person, person, body: {} });
    return { person };
  },
});
