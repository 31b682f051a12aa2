import { z } from 'zod';
import { id } from '#core/input.ts';
import { servicesByIds } from '#modules/directory/public.ts';
import { query } from '../desk.ts';

/** What she may still be asked about: the visit itself, and each service where she was received. */
export const assessmentToMake = query({
  name: 'assessment-to-make',
  says: 'Shows what the user may still assess.',
  input: z.strictObject({ ticket: id() }),
  run: async (asking, { ticket }) => {
    const { tx, network, hub } = asking;
    const visit = await tx.selectFrom('desk.ticket').select(['id', 'received_at'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).executeTakeFirst();
    if (!visit) return asking.absent();
    const said = await tx.selectFrom('desk.assessment').select('referral_id').where('network_id', '=', network).where('ticket_id', '=', ticket).execute();
    const served = await tx.selectFrom('desk.referral').select(['id', 'service_id']).where('network_id', '=', network)
      .where('hub_id', '=', hub).where('ticket_id', '=', ticket).where('served_at', 'is not', null).execute();
    const services = await servicesByIds(asking, served.map((row) => row.service_id));
    return {
      visit: visit.received_at !== null && !said.some((row) => row.referral_id === null),
      served: served.filter((row) => !said.some(({ referral_id }) => referral_id === row.id))
        .map((row) => ({ referral: row.id, names: services.get(row.service_id)?.names ?? {} })),
    };
  },
});
