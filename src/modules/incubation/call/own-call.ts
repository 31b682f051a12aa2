import type { Asking } from '#core/action.ts';
import type { IncubationTables } from '../incubation.ts';

/** A call of the hub where one stands, locked until the end when it is to be changed; absent otherwise. */
export async function ownCall({ tx, network, hub, absent }: Asking<IncubationTables>, call: string, { lock = false } = {}) {
  const found = tx.selectFrom('incubation.call').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', call);
  return (await (lock ? found.forUpdate() : found).executeTakeFirst()) ?? absent();
}

/** The same while its rules may still be changed. Refuses `call-published`, to be declared by the action. */
export async function draftedCall(asking: Asking<IncubationTables>, call: string) {
  const found = await ownCall(asking, call, { lock: true });
  return found.state === 'draft' ? found : asking.refuse('call-published');
}
