import { z } from 'zod';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../incubation.ts';
import { ownApplication } from './own-application.ts';

/** What stands on the slip she takes home: the call, the receipt, when it was handed in and when it closes. Neither a name nor an answer. */
export const applicationReceipt = query({
  name: 'application-receipt',
  says: 'Shows the slip of an application, as it is printed.',
  input: z.strictObject({ application: id() }),
  run: async (asking, { application: wanted }) => {
    const { call, ...application } = await ownApplication(asking, wanted);
    const hub = await hubCard(asking.tx, call.hub_id);
    return {
      receipt: application.receipt, state: application.state, submittedAt: application.submitted_at, members: application.members, applicant: application.applicant,
      call: { code: call.code, names: call.names, closesAt: call.closes_at, papers: call.papers, next: call.next_step }, hub: hub ? { names: hub.names, phone: hub.phone, address: hub.address } : null,
      country: hub?.country ?? 'TN', timeZone: hub?.timeZone,
    };
  },
});
