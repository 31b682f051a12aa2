import { z } from 'zod';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { cardCode } from './card-code.ts';

/** What is printed on a card: its code, its number, the door of the hub that gave it. It names nobody. Nothing for a card that was lost or replaced. */
export const cardSheet = query({
  name: 'card-sheet',
  says: 'Shows what is printed on a card.',
  input: z.strictObject({ card: id() }),
  run: async ({ tx, network, hub, blind, absent }, { card: of }) => {
    const card = await tx.selectFrom('currency.card').select(['id', 'person_id', 'number', 'state']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', of).where('state', 'not in', ['lost', 'replaced']).executeTakeFirst();
    if (!card) return absent();
    const place = (await hubCard(tx, hub)) ?? absent();
    return { card: card.id, person: card.person_id, state: card.state, number: card.number, code: cardCode(blind, card.id), hub: { names: place.names, phone: place.phone, country: place.country, timeZone: place.timeZone } };
  },
});
