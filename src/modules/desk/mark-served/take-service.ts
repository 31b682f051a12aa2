import type { Doing } from '#core/action.ts';
import { verifyServiceByOutcome } from '#modules/directory/public.ts';
import type { DeskTables } from '../desk.ts';
import type { ServiceOutcome } from '../referral/referral-state.ts';
import { noteSlipStep } from '../slip/note-slip-step.ts';

/** Writes that a client was received where she was sent; false when the referral was not accepted or is over. The directory learns that the service lives. */
export async function takeService(doing: Doing<DeskTables>, referral: string, outcome: ServiceOutcome): Promise<boolean> {
  const { tx, network, now } = doing;
  const row = await tx.updateTable('desk.referral').set({ state: 'served', served_at: now, service_outcome: outcome })
    .where('network_id', '=', network).where('id', '=', referral).where('state', '=', 'accepted')
    .returning(['ticket_id', 'hub_id', 'about', 'person_id', 'client_organization_id', 'service_id', 'service_type'])
    .executeTakeFirst();
  if (!row) return false;
  await verifyServiceByOutcome(doing, { service: row.service_id, kind: 'served' });
  await noteSlipStep(doing, row.ticket_id, 'served');
  await doing.record({
    name: 'service-served', subject: referral, hub: row.hub_id, person: row.person_id, organization: row.client_organization_id,
    body: { ...row.about, service: row.service_id, service_type: row.service_type, outcome },
  });
  return true;
}
