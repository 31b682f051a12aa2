import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../network.ts';

/** The recovery under way for a colleague, as her officers see it; null when there is none. */
export const openRecovery = query({
  name: 'open-recovery',
  says: 'The recovery under way for a colleague.',
  input: z.strictObject({ account: id() }),
  run: async ({ tx, network, actor, now }, { account }) => {
    const row = await tx.selectFrom('network.recovery').select(['id', 'asked_by', 'confirmed_at as confirmedAt', 'until_at as until'])
      .where('network_id', '=', network).where('account_id', '=', account).where('used_at', 'is', null).where('cancelled_at', 'is', null).where('until_at', '>', now)
      .executeTakeFirst();
    if (!row) return null;
    const { asked_by, ...rest } = row;
    return { ...rest, askedByMe: asked_by === actor.account };
  },
});
