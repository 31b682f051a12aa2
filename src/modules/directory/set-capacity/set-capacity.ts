import { z } from 'zod';
import { choice, id, maybe, wholeNumber } from '#core/input.ts';
import { action } from '../directory.ts';
import { ownService } from '../entry/own-service.ts';

/** Places in all, places free, usual wait in days, and whether the service takes people now. Empty means not known. */
export const setCapacityInput = z.strictObject({
  service: id(),
  capacityPlaces: maybe(wholeNumber(0, 100_000)),
  freePlaces: maybe(wholeNumber(0, 100_000)),
  waitingDays: maybe(wholeNumber(0, 1_000)),
  status: maybe(choice(['active', 'temporarily closed'])),
});

/** Says how many places a service has left and how long one waits, so that nobody is sent to a full door. */
export const setCapacity = action({
  name: 'set-capacity',
  says: 'Say how many places a service has left',
  input: setCapacityInput,
  refuses: ['more-free-than-places'],
  run: async (doing, { service, capacityPlaces, freePlaces, waitingDays, status }) => {
    const { tx, now, network, record, refuse } = doing;
    const row = await ownService(doing, service);
    if (freePlaces !== undefined && capacityPlaces !== undefined && freePlaces > capacityPlaces) refuse('more-free-than-places', {}, 'freePlaces');
    const said = { capacity_places: capacityPlaces ?? null, free_places: freePlaces ?? null, waiting_days: waitingDays ?? null };
    await tx
      .updateTable('directory.service')
      .set({ ...said, capacity_at: now, status: status ?? row.status, updated_at: now })
      .where('network_id', '=', network)
      .where('id', '=', service)
      .execute();
    await record({
      name: 'capacity-set',
      subject: service,
      body: { places: said.capacity_places, free: said.free_places, waiting_days: said.waiting_days },
    });
    return { service };
  },
});
