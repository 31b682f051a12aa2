import { z } from 'zod';
import { choice } from '#core/input.ts';
import { linkRefusals, useLink } from '../answer-referral/use-link.ts';
import { action } from '../desk.ts';
import { linkHash, tokenText } from '../referral/referral-link.ts';
import { serviceOutcomes } from '../referral/referral-state.ts';
import { takeService } from './take-service.ts';

/** Says by the second link, without an account, that she was received there. */
export const servedByLink = action({
  name: 'served-by-link',
  says: 'Says by a link that the client was received.',
  input: z.strictObject({ token: tokenText(), outcome: choice(serviceOutcomes) }),
  refuses: [...linkRefusals, 'not-accepted'],
  link: ({ token }) => linkHash(token),
  run: async (doing, { token, outcome }) => {
    const { referral } = await useLink(doing, token, 'outcome');
    if (!(await takeService(doing, referral, outcome))) doing.refuse('not-accepted');
    return {};
  },
});
