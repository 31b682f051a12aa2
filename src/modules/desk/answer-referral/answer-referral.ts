import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../desk.ts';
import { endLinks } from '../referral/referral-link.ts';
import { sideOf } from './answering-side.ts';
import { openedByAgreement } from '../referral/opened-by-agreement.ts';
import { answerFields, hasReason, reasonMissing, takeAnswer } from './take-answer.ts';

/** Answers a referral by account: the body it is addressed to, or the desk that was told the answer by phone. */
export const answerReferral = action({
  name: 'answer-referral',
  says: 'Accepts or declines a referral.',
  input: z.strictObject({ referral: id(), ...answerFields }).refine(hasReason, reasonMissing),
  refuses: ['referral-answered'],
  run: async (doing, { referral, ...answer }) => {
    const { tx, network, actor, now } = doing;
    const row = await tx.selectFrom('desk.referral').select(['hub_id', 'organization_id', 'agreement_id'])
      .where('network_id', '=', network).where('id', '=', referral).executeTakeFirst();
    const side = (row && sideOf(actor, row)) ?? doing.absent();
    if (side === 'account' && !(await openedByAgreement(tx, row!, now))) return doing.absent();
    if (!(await takeAnswer(doing, referral, answer, side))) doing.refuse('referral-answered');
    if (side === 'desk') await endLinks(doing, referral, now);
    return { referral };
  },
});
