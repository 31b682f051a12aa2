import { z } from 'zod';
import { action } from '../transfer.ts';

const AT_ONCE = 1_000;

/**
 * Destroys what nobody accepted in time. Nobody could read it since its last moment; now its bytes are gone, and the hub that sent it
 * finds it among what came back.
 */
export const destroyLateParcels = action({
  name: 'destroy-late-parcels',
  says: 'Destroys what no hub accepted within seven days.',
  input: z.strictObject({}),
  run: async ({ tx, network, now, record, recordAll }) => {
    const late = await tx.updateTable('transfer.parcel').set({ state: 'late', answered_at: now }).where('network_id', '=', network)
      .where('id', 'in', tx.selectFrom('transfer.parcel').select('id').where('network_id', '=', network).where('state', '=', 'waiting').where('until_at', '<=', now).orderBy('until_at').limit(AT_ONCE))
      .returning(['id', 'hub_id']).execute();
    const whom = new Map(late.length === 0 ? [] : (await tx.selectFrom('transfer.departure').select(['id', 'person_id']).where('network_id', '=', network).where('id', 'in', late.map(({ id }) => id)).execute())
      .map(({ id, person_id }) => [id, person_id]));
    await recordAll(late.map(({ id, hub_id: hub }) => ({ name: 'departure-late', subject: id, hub, person: whom.get(id) ?? null })));
    await record({ name: 'parcels-looked-at', subject: network, hub: null, body: { late: late.length } });
    return { late: late.length };
  },
});
