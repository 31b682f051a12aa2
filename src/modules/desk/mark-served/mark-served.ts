import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { sideOf } from '../answer-referral/answering-side.ts';
import { action } from '../desk.ts';
import { openedByAgreement } from '../referral/opened-by-agreement.ts';
import { serviceOutcomes } from '../referral/referral-state.ts';
import { takeService } from './take-service.ts';

/** Says that she was received there: the body itself by account, or the desk that heard it. */
export const markServed = action({
  name: 'mark-served',
  says: 'Says that the client was received where she was sent.',
  input: z.strictObject({ referral: id(), outcome: choice(serviceOutcomes) }),
  refuses: ['not-accepted'],
  run: async (doing, { referral, outcome }) => {
    const row = await doing.tx.selectFrom('desk.referral').select(['hub_id', 'organization_id', 'agreement_id'])
      .where('network_id', '=', doing.network).where('id', '=', referral).executeTakeFirst();
    const side = (row && sideOf(doing.actor, row)) ?? doing.absent();
    if (side === 'account' && !(await openedByAgreement(doing.tx, row!, doing.now))) return doing.absent();
    if (!(await takeService(doing, referral, outcome))) doing.refuse('not-accepted');
    return { referral };
  },
});
