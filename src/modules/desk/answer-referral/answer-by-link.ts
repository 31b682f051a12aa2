import { z } from 'zod';
import { action } from '../desk.ts';
import { issueLink, linkHash, tokenText } from '../referral/referral-link.ts';
import { answerFields, hasReason, reasonMissing, takeAnswer } from './take-answer.ts';
import { linkRefusals, useLink } from './use-link.ts';

/**
 * Answers a referral by its single-use link, without an account. A yes gives the body a second link, by which it says later
 * that she was received; its token is the answer, so it is not remembered.
 */
export const answerByLink = action({
  name: 'answer-by-link',
  says: 'Accepts or declines a referral by its single-use link.',
  input: z.strictObject({ token: tokenText(), ...answerFields }).refine(hasReason, reasonMissing),
  refuses: [...linkRefusals, 'referral-answered'],
  link: ({ token }) => linkHash(token),
  remembers: false,
  run: async (doing, { token, ...answer }) => {
    const { referral, hub, expires } = await useLink(doing, token, 'answer');
    if (!(await takeAnswer(doing, referral, answer, 'link'))) doing.refuse('referral-answered');
    if (answer.answer === 'declined') return { next: null };
    const { agreement_id } = await doing.tx.selectFrom('desk.referral').select('agreement_id')
      .where('network_id', '=', doing.network).where('id', '=', referral).executeTakeFirstOrThrow();
    const notAfter = agreement_id ? expires : null;
    return { next: await issueLink(doing, { referral: { id: referral, hub_id: hub }, kind: 'outcome', at: doing.now, notAfter, after: token }) };
  },
});
