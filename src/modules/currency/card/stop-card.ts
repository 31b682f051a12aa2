import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../currency.ts';
import { knownCard } from './known-card.ts';

/** Stops a lost card at once: it pays nothing more, whoever has it. What she holds stays hers, and the next card pays with it. */
export const loseCard = action({
  name: 'lose-card',
  says: 'Stops a lost card at once.',
  input: z.strictObject({ card: id() }),
  refuses: ['card-over'],
  run: async (doing, { card: of }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const card = await knownCard(doing, of);
    if (card.state === 'lost' || card.state === 'replaced') refuse('card-over');
    await tx.updateTable('currency.card').set({ state: 'lost', state_at: now, state_by: actor.account }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'card-lost', subject: of, person: card.person_id, body: {} });
    return { card: of, person: card.person_id };
  },
});

/** Frees a card that three wrong tries locked, once she stands at the desk: her digits are as they were. */
export const unlockCard = action({
  name: 'unlock-card',
  says: 'Frees a card that wrong digits locked.',
  input: z.strictObject({ card: id() }),
  refuses: ['card-not-locked'],
  run: async (doing, { card: of }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const card = await knownCard(doing, of);
    if (card.state !== 'locked') refuse('card-not-locked');
    await tx.updateTable('currency.card').set({ state: 'active', tries: 0, state_at: now, state_by: actor.account }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'card-unlocked', subject: of, person: card.person_id, body: {} });
    return { card: of, person: card.person_id };
  },
});
