import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { servicesByIds } from '#modules/directory/public.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { clientNames } from '../client/client-names.ts';
import type { DeskTables } from '../desk.ts';
import type { ReferralTable } from '../referral-tables.ts';
import type { ReferralFilter } from './referral-filter.ts';

/** The rows of one side of the list at the hub where the reader stands. */
export function referralsOfHub({ tx, network, hub, now }: Asking<DeskTables>, filter: ReferralFilter) {
  const rows = tx.selectFrom('desk.referral').where('network_id', '=', network).where('hub_id', '=', hub);
  switch (filter) {
    // Ours to move: declined, served but not closed, reminded of, or before the manager.
    case 'to-do': return rows.where(sql<boolean>`(state in ('declined', 'served') or (state = 'sent' and due_at <= ${now}))`);
    case 'waiting': return rows.where('state', '=', 'sent');
    case 'late': return rows.where('state', '=', 'sent').where('due_at', '<=', now);
    case 'answered': return rows.where('state', 'in', ['accepted', 'declined', 'served']);
    case 'over': return rows.where('state', 'in', ['closed', 'returned']);
  }
}

/** Adds to rows what a screen calls things: the client, the service, the body. Hidden or gone ones are null. */
export async function withNames(asking: Asking<DeskTables>, rows: readonly ReferralTable[]) {
  const clients = await clientNames(asking.tx, rows.map((row) => ({
    id: row.id, person_id: row.person_id, organization_id: row.client_organization_id, acting_person_id: row.spoken_to_id,
  })));
  const services = await servicesByIds(asking, rows.flatMap((row) => [row.service_id, ...(row.next_service_id ? [row.next_service_id] : [])]));
  const bodies = await organizationsByIds(asking.tx, rows.map((row) => row.organization_id));
  return rows.map((row) => ({
    id: row.id, ticket: row.ticket_id, state: row.state, sentAt: row.sent_at, dueAt: row.due_at, late: row.state === 'sent' && row.due_at <= asking.now,
    escalated: row.state === 'sent' && row.escalated_at !== null, answeredAt: row.answered_at, declineReason: row.decline_reason,
    serviceType: row.service_type, serviceOutcome: row.service_outcome, outcome: row.outcome,
    client: clients.get(row.id) ?? null, service: services.get(row.service_id)?.names ?? null,
    organization: bodies.find((body) => body.id === row.organization_id)?.names ?? null,
    next: row.next_service_id ? (services.get(row.next_service_id)?.names ?? null) : null,
  }));
}

export type NamedReferral = Awaited<ReturnType<typeof withNames>>[number];
