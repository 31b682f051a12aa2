import type { Asking } from '#core/action.ts';
import { standingAt } from '../call/call-window.ts';
import type { IncubationTables } from '../incubation.ts';
import { notKeptApart } from './not-kept-apart.ts';

/** An application of the hub where one stands with its call; locked until the end when it is to be changed; absent otherwise, and to whomever she keeps out. */
export async function ownApplication({ tx, network, hub, absent }: Asking<IncubationTables>, application: string, { lock = false } = {}) {
  const found = tx.selectFrom('incubation.application').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', application).where(notKeptApart());
  const row = (await (lock ? found.forUpdate() : found).executeTakeFirst()) ?? absent();
  const call = await tx.selectFrom('incubation.call').selectAll().where('network_id', '=', network).where('id', '=', row.call_id).executeTakeFirst();
  return { ...row, call: call ?? absent() };
}

/** The same while it may still be written: a draft, inside the window of its call by the clock of the database. Refuses `application-handed-in` and `call-not-open`, to be declared by the action. */
export async function draftedApplication(asking: Asking<IncubationTables>, application: string) {
  const found = await ownApplication(asking, application, { lock: true });
  if (found.state !== 'draft') asking.refuse('application-handed-in');
  if (standingAt(found.call, asking.now) !== 'open') asking.refuse('call-not-open');
  return found;
}

export type OwnApplication = Awaited<ReturnType<typeof ownApplication>>;
