import { z } from 'zod';
import { query } from '../evidence.ts';
import { newestHeads } from '../reading/head.ts';

const listed = 30;

/** The newest published states of the chain: anyone may note one down and hold the network to it later. */
export const chainHeads = query({
  name: 'chain-heads',
  says: 'Lists the newest published seals of the register.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => ({ heads: await newestHeads(tx, network, listed) }),
});
