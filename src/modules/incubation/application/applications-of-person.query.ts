import { z } from 'zod';
import { id } from '#core/input.ts';
import { personCard, personGroup } from '#modules/people/public.ts';
import { standingAt } from '../call/call-window.ts';
import { query } from '../incubation.ts';

/** What somebody applied to here, alone or with others, newest first, and the open calls of the hub she is not in yet. */
export const applicationsOfPerson = query({
  name: 'applications-of-person',
  says: 'Shows what somebody applied to and which calls are open to her.',
  input: z.strictObject({ person: id() }),
  run: async (asking, { person }) => {
    const { tx, network, hub, now } = asking;
    const card = (await personCard(tx, person)) ?? asking.absent();
    const group = [...(await personGroup(tx, card.id))];
    const rows = await tx.selectFrom('incubation.applicant as who')
      .innerJoin('incubation.application as a', (join) => join.onRef('a.network_id', '=', 'who.network_id').onRef('a.id', '=', 'who.application_id'))
      .innerJoin('incubation.call as call', (join) => join.onRef('call.network_id', '=', 'a.network_id').onRef('call.id', '=', 'a.call_id'))
      .select(['a.id', 'a.receipt', 'a.state', 'a.begun_at as begunAt', 'a.submitted_at as submittedAt', 'call.names', 'who.part', 'who.left_at as leftAt', 'call.id as call'])
      .where('who.network_id', '=', network).where('who.hub_id', '=', hub).where('who.person_id', 'in', group).orderBy('a.begun_at', 'desc').orderBy('a.id', 'desc').limit(50).execute();
    const calls = await tx.selectFrom('incubation.call').select(['id', 'names', 'state', 'opens_at', 'closes_at']).where('network_id', '=', network).where('hub_id', '=', hub)
      .where('state', 'in', ['published', 'open']).orderBy('closes_at').limit(50).execute();
    const inside = new Set(rows.filter(({ leftAt }) => leftAt === null).map(({ call }) => call));
    return { card, applications: rows, open: calls.filter((call) => standingAt(call, now) === 'open' && !inside.has(call.id)) };
  },
});
