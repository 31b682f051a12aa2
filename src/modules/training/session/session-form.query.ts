import { z } from 'zod';
import { clockIn } from '#core/time/wall-clock.ts';
import { hubCard } from '#modules/network/public.ts';
import { trainersOfPool } from '../trainers/trainers-of-pool.ts';
import { query } from '../training.ts';

/** What planning a course needs to know: today at the hub, and the pool of trainers. */
export const sessionForm = query({
  name: 'session-form',
  says: 'Gives what one chooses from when a course is planned.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub, now, absent }) => ({
    today: clockIn(((await hubCard(tx, hub)) ?? absent()).timeZone, now).date,
    trainers: await trainersOfPool(tx, network),
  }),
});
