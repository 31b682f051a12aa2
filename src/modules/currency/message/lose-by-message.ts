import { z } from 'zod';
import { action } from '../currency.ts';
import { cardOfMessage, linkOfMessage, messageFields } from './card-of-message.ts';

/** Stops the card of a telephone at once, without digits: whoever stops it wrongly costs her a way to the desk, whoever cannot stop it costs her what is on it. Refuses a card that is out of use. */
export const loseByMessage = action({
  name: 'lose-by-message',
  says: 'Stops the card of a telephone at once, by text message.',
  input: z.strictObject(messageFields),
  refuses: ['till-card-unknown'],
  link: linkOfMessage,
  run: async (doing, { card: of }) => {
    const { tx, network, now, refuse, record } = doing;
    const card = (await cardOfMessage(doing, of)) ?? refuse('till-card-unknown');
    await tx.updateTable('currency.card').set({ state: 'lost', state_at: now, state_by: null }).where('network_id', '=', network).where('id', '=', card.id).execute();
    await record({ name: 'card-lost', subject: card.id, hub: card.hub_id, person: card.person_id, body: {} });
    return { answer: 'lost' as const };
  },
});
