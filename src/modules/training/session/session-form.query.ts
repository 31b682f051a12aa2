import { z } from 'zod';
import { clockIn } from '#core/time/wall-clock.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import { hubCard, hubsOf } from '#modules/network/public.ts';
import { type TrainerCard, trainersOfPool } from '../trainers/trainers-of-pool.ts';
import { query } from '../training.ts';

/** What planning a course needs to know: today at the hub, and the pool of trainers. */
export const sessionForm = query({
  name: 'session-form',
  says: 'Gives what one chooses from when a course is planned.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub, now, absent }) => ({
    today: clockIn(((await hubCard(tx, hub)) ?? absent()).timeZone, now).date,
    trainers: await withHubs(tx, hub, await trainersOfPool(tx, network)),
  }),
});

/** The trainers of this hub first; the others with the name of theirs. */
async function withHubs(tx: AnyTx, here: string, trainers: readonly TrainerCard[]) {
  const names = new Map((await hubsOf(tx)).map((card) => [card.id, card.names]));
  const elsewhere = (one: TrainerCard) => Number(one.hub !== here);
  return [...trainers].sort((a, b) => elsewhere(a) - elsewhere(b)).map((one) => ({ ...one, hubNames: one.hub === here ? null : (names.get(one.hub) ?? null) }));
}
