import { z } from 'zod';
import { id } from '#core/input.ts';
import { organizationCard } from '#modules/network/public.ts';
import { personCard } from '#modules/people/public.ts';
import { query } from '../desk.ts';
import { heldStates } from '../ticket/ticket-state.ts';
import { stepsOf } from './visit-steps.ts';

/**
 * One visit as its screen shows it: the ticket, the client (person, or organization with the member who acts for it), the
 * client her appointment was for while nobody is received yet, and the steps done.
 */
export const visitSheet = query({
  name: 'visit',
  says: 'Shows one visit: who it is, and which steps are done.',
  input: z.strictObject({ ticket: id() }),
  run: async (asking, { ticket }) => {
    const { tx, network, hub, actor } = asking;
    const row = await tx
      .selectFrom('desk.ticket as t')
      .leftJoin('desk.appointment as a', (on) => on.onRef('a.network_id', '=', 't.network_id').onRef('a.id', '=', 't.appointment_id'))
      .selectAll('t')
      .select(['a.person_id as expected_person', 'a.organization_id as expected_organization', 'a.acting_person_id as expected_acting'])
      .where('t.network_id', '=', network).where('t.hub_id', '=', hub).where('t.id', '=', ticket)
      .executeTakeFirst();
    if (!row) return asking.absent();
    const spokenTo = row.person_id ?? row.acting_person_id ?? row.expected_person ?? row.expected_acting;
    const organization = row.organization_id ?? row.expected_organization;
    return {
      id: row.id, number: row.number, day: row.day, via: row.via, reason: row.reason, state: row.state,
      paperNumber: row.paper_number, arrivedAt: row.arrived_at, counter: row.counter,
      open: (heldStates as readonly string[]).includes(row.state),
      mine: row.called_by === actor.account,
      received: row.received_at !== null,
      person: spokenTo ? ((await personCard(tx, spokenTo)) ?? null) : null,
      organization: organization ? ((await organizationCard(tx, organization)) ?? null) : null,
      steps: await stepsOf(asking, row),
    };
  },
});
