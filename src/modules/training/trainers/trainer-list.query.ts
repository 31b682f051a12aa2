import { z } from 'zod';
import { accountsAt } from '#modules/network/public.ts';
import { query } from '../training.ts';
import { trainersOfPool } from './trainers-of-pool.ts';

/** The pool of trainers, and the colleagues of this hub who are not in it yet. */
export const trainerList = query({
  name: 'trainer-list',
  says: 'Shows the pool of trainers.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => {
    const trainers = await trainersOfPool(tx, network);
    const inPool = new Set(trainers.map(({ account }) => account));
    const colleagues = new Map((await accountsAt(tx, hub)).filter(({ account }) => !inPool.has(account)).map(({ account, name }) => [account, name]));
    return { hub, trainers, colleagues: [...colleagues].map(([account, name]) => ({ account, name })) };
  },
});
