import { newId } from '#core/id.ts';
import { action } from '../directory.ts';
import { providersOf, unknownPlaces } from '../around.ts';
import { indexEntry } from '../entry/index-entry.ts';
import { columnsOf } from '../entry/row-of-typed.ts';
import { writeLists } from '../entry/write-lists.ts';
import { listServiceInput } from './list-service.input.ts';

/**
 * Puts a service into the directory of the network; the actor's hub keeps its entry from now on. Listing it is also its
 * first check. Refuses an unknown territory, a body this hub cannot see, and more free places than places.
 */
export const listService = action({
  name: 'list-service',
  says: 'Put a service into the directory',
  input: listServiceInput,
  refuses: ['unknown-organization', 'unknown-territory', 'more-free-than-places'],
  run: async (doing, typed) => {
    const { tx, now, hub, network, actor, record, refuse } = doing;
    if (!(await providersOf(doing, [typed.organization])).has(typed.organization)) refuse('unknown-organization', {}, 'organization');
    const [unknown] = await unknownPlaces(doing, typed.areas);
    if (unknown !== undefined) refuse('unknown-territory', { code: unknown }, 'areas');
    const { capacityPlaces, freePlaces, waitingDays, ...said } = typed;
    if ((freePlaces ?? 0) > (capacityPlaces ?? freePlaces ?? 0)) refuse('more-free-than-places', {}, 'freePlaces');
    const service = newId(now.getTime());
    const counted = [capacityPlaces, freePlaces, waitingDays].some((number) => number !== undefined);
    await tx
      .insertInto('directory.service')
      .values({
        network_id: network, id: service, hub_id: hub, version: 1, ...columnsOf(said),
        status: 'active', status_reason: null,
        capacity_places: capacityPlaces ?? null, free_places: freePlaces ?? null, waiting_days: waitingDays ?? null,
        capacity_at: counted ? now : null,
        verified_at: now, verified_by: actor.account, created_at: now, updated_at: now,
      })
      .execute();
    await writeLists(tx, { network, hub, service }, said);
    await indexEntry(doing, service);
    await record({ name: 'service-listed', subject: service, body: { service_type: typed.mainType, organization: typed.organization } });
    return { service };
  },
});
