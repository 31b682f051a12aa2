import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { closeContactGrant } from '#modules/people/public.ts';
import { action } from '../desk.ts';
import { endLinks } from '../referral/referral-link.ts';
import { daysBetween, referralOutcomes } from '../referral/referral-state.ts';
import { noteSlipStep } from '../slip/note-slip-step.ts';
import { recordUnmet } from '../unmet-need/record-unmet.ts';

/** Closes the loop with what came of it, only once somebody answered (rule 13). Her contact details close to this desk with it. */
export const closeReferral = action({
  name: 'close-referral',
  says: 'Closes a referral with what came of it.',
  input: z.strictObject({ referral: id(), outcome: choice(referralOutcomes) }),
  refuses: ['no-answer-yet', 'referral-over'],
  run: async (doing, { referral, outcome }) => {
    const { tx, network, hub, now } = doing;
    const mine = tx.selectFrom('desk.referral').select('state')
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', referral);
    const row = await tx.updateTable('desk.referral').set({ state: 'closed', outcome, closed_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', referral)
      .where('state', 'in', ['accepted', 'declined', 'served'])
      .returning(['ticket_id', 'about', 'person_id', 'client_organization_id', 'service_id', 'service_type', 'sent_at'])
      .executeTakeFirst();
    if (!row) {
      const known = (await mine.executeTakeFirst()) ?? doing.absent();
      return doing.refuse(known.state === 'sent' ? 'no-answer-yet' : 'referral-over');
    }
    await endLinks(doing, referral, now);
    await closeContactGrant(doing, { basis: 'referral', basisId: referral });
    await noteSlipStep(doing, row.ticket_id, 'closed');
    const client = { person: row.person_id, organization: row.client_organization_id };
    await doing.record({
      name: 'referral-closed', subject: referral, ...client,
      body: { ...row.about, outcome, days: daysBetween(row.sent_at, now), service_type: row.service_type },
    });
    if (outcome === 'client-withdrew') {
      await recordUnmet(doing, {
        hub, ticket: row.ticket_id, cause: 'declined-by-client', about: row.about, ...client,
        serviceType: row.service_type, service: row.service_id, referral,
      });
    }
    return { referral };
  },
});
