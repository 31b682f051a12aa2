import { z } from 'zod';
import { id } from '#core/input.ts';
import { personCard } from '#modules/people/public.ts';
import { query } from '../currency.ts';

/** Which telephone pays for somebody, by its last two digits, and in which language it is answered; and whether she holds a card at all. */
export const phoneSheet = query({
  name: 'phone-sheet',
  says: 'Shows which telephone reads a person’s wallet and pays.',
  input: z.strictObject({ person: id() }),
  run: async ({ tx, network, hub, absent }, { person: of }) => {
    const person = (await personCard(tx, of)) ?? absent();
    const phone = await tx.selectFrom('currency.message_phone').select(['ending', 'lang', 'tied_at']).where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', '=', person.id).where('ended_at', 'is', null).executeTakeFirst();
    const card = await tx.selectFrom('currency.card').select('id').where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', '=', person.id).where('state', 'not in', ['lost', 'replaced']).executeTakeFirst();
    return { person, phone: phone ? { ending: phone.ending, lang: phone.lang, since: phone.tied_at } : null, card: card !== undefined };
  },
});
