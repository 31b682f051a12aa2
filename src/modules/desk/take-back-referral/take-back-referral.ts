import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { action } from '../desk.ts';
import { returnReferral } from '../referral/return-referral.ts';

/** Takes a referral back: sent to the wrong body, or she changed her mind. From this moment the body opens nothing of hers. */
export const takeBackReferral = action({
  name: 'take-back-referral',
  says: 'Takes a referral back; the other body can no longer open it.',
  input: z.strictObject({ referral: id(), reason: choice(['mistake', 'client-withdrew']) }),
  refuses: ['referral-over'],
  run: async (doing, { referral, reason }) => {
    if (!(await returnReferral(doing, referral, reason))) {
      const known = await doing.tx.selectFrom('desk.referral').select('id').where('network_id', '=', doing.network)
        .where('hub_id', '=', doing.hub).where('id', '=', referral).executeTakeFirst();
      return known ? doing.refuse('referral-over') : doing.absent();
    }
    return { referral };
  },
});
