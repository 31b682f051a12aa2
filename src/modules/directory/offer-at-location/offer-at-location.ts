import { z } from 'zod';
import { id } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../directory.ts';
import { indexEntry } from '../entry/index-entry.ts';
import { ownService } from '../entry/own-service.ts';

/** Says that a service is given at a place. Said twice, also by two colleagues at once, it stands once. */
export const offerAtLocation = action({
  name: 'offer-at-location',
  says: 'Say that a service is given at a place',
  input: z.strictObject({ service: id(), location: id() }),
  refuses: ['already-offered-there'],
  run: async (doing, { service, location }) => {
    const { tx, now, hub, network, record, refuse, absent } = doing;
    await ownService(doing, service);
    const place = await tx.selectFrom('directory.location').select('id').where('network_id', '=', network).where('id', '=', location).executeTakeFirst();
    if (!place) absent();
    const added = await tx
      .insertInto('directory.service_at_location')
      .values({ network_id: network, id: newId(now.getTime()), service_id: service, hub_id: hub, location_id: location, created_at: now })
      .onConflict((conflict) => conflict.columns(['network_id', 'service_id', 'location_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) return refuse('already-offered-there', {}, 'location');
    await indexEntry(doing, service);
    await record({ name: 'service-offered-at-location', subject: service, body: { location } });
    return { service, at: added.id };
  },
});
