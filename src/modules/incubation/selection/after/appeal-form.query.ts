import { z } from 'zod';
import { id } from '#core/input.ts';
import { ownApplication } from '../../application/own-application.ts';
import { query } from '../../incubation.ts';
import { approvedDecision } from '../decide/selection-of-call.ts';

/** What the desk needs to take an appeal: the result, its reason, and until when. */
export const appealForm = query({
  name: 'appeal-form',
  says: 'Shows the result somebody may appeal against, and until when.',
  input: z.strictObject({ application: id() }),
  run: async (asking, { application }) => {
    const { tx, network, now } = asking;
    const found = await ownApplication(asking, application);
    const decided = await approvedDecision(asking, found.call_id);
    const filed = await tx.selectFrom('incubation.appeal').select('filed_at').where('network_id', '=', network).where('application_id', '=', application).executeTakeFirst();
    const mayAppeal = found.state === 'rejected' || found.state === 'waitlisted';
    return {
      application, receipt: found.receipt, state: found.state, reason: found.reason, call: { id: found.call_id, names: found.call.names, nextStep: found.call.next_step },
      until: decided?.appeals_until ?? null, filedAt: filed?.filed_at ?? null, open: Boolean(mayAppeal && !filed && decided?.appeals_until && now < decided.appeals_until),
    };
  },
});
