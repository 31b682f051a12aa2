import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { action } from '../currency.ts';
import { knownCard } from './known-card.ts';
import { hashPin, isEasyPin, pinText } from './pin.ts';

/**
 * Keeps the digits she typed herself, and, if she wants, others for when somebody forces her. Nobody reads them again. A card that was locked is free with them.
 * Refuses digits typed differently, those everybody tries first, and the same twice.
 */
export const choosePin = action({
  name: 'choose-pin',
  says: 'Keeps the digits that a person chose for her card.',
  input: z.strictObject({ card: id(), pin: pinText(), again: pinText(), forced: maybe(pinText()) }),
  refuses: ['pin-differs', 'pin-easy', 'pins-same', 'card-over'],
  remembers: false,
  run: async (doing, { card: of, pin, again, forced }) => {
    const { tx, network, now, actor, blind, refuse, record } = doing;
    const card = await knownCard(doing, of);
    if (card.state === 'lost' || card.state === 'replaced') refuse('card-over');
    if (pin !== again) refuse('pin-differs', {}, 'again');
    if (isEasyPin(pin)) refuse('pin-easy', {}, 'pin');
    if (forced === pin) refuse('pins-same', {}, 'forced');
    await tx.updateTable('currency.card')
      .set({ pin_hash: await hashPin(blind, of, pin), duress_hash: forced ? await hashPin(blind, of, forced) : null, tries: 0, state: 'active', state_at: now, state_by: actor.account })
      .where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'pin-chosen', subject: of, person: card.person_id, body: {} });
    return { card: of, person: card.person_id };
  },
});
