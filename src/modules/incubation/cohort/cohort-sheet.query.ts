import { sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id } from '#core/input.ts';
import { accountNames, accountsAt, bodiesInForce, organizationsByIds } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { sessionsByIds, sessionsToJoin } from '#modules/training/public.ts';
import { type IncubationTables, query } from '../incubation.ts';
import { nextByHand } from '../path/path.ts';
import { dayAt, partnerMayWork } from '../path/worked-application.ts';
import { coachRoles } from '../venture-access.ts';

const mostWaiting = 200;

/** A cohort as a board: each application by its receipt, where it stands, who accompanies it, its hours; a name only where the register shows it. */
export const cohortSheet = query({
  name: 'cohort-sheet',
  says: 'Shows a cohort as a board: where each application stands.',
  input: z.strictObject({ cohort: id() }),
  run: async (asking, { cohort }) => {
    const { tx, network, hub, now } = asking;
    const group = (await tx.selectFrom('incubation.cohort').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', cohort).executeTakeFirst()) ?? asking.absent();
    const cards = await cardsOf(asking, cohort);
    const coaches = await accountsAt(tx, hub, coachRoles);
    const open = await bodiesInForce(tx, { opens: 'delegated-service', hub, at: now });
    const bodies = await organizationsByIds(tx, [...open, ...(group.partner_id ? [group.partner_id] : [])]);
    const joined = await tx.selectFrom('incubation.cohort_session').select('session_id').where('network_id', '=', network).where('cohort_id', '=', cohort).execute();
    const sessions = await sessionsByIds(tx, network, joined.map(({ session_id }) => session_id));
    const toJoin = (await sessionsToJoin(asking)).filter(({ id: session }) => !sessions.has(session));
    return {
      id: cohort, names: group.names, fromOn: group.from_on, untilOn: group.until_on, places: group.places, closedAt: group.closed_at, call: group.call_id,
      partner: group.partner_id ? { id: group.partner_id, names: bodies.find((body) => body.id === group.partner_id)?.names ?? {} } : null,
      readOnly: !(await partnerMayWork(asking, group.partner_id)), cards, waiting: await waitingFor(asking, group.call_id),
      coaches: [...new Map(coaches.map(({ account, name }) => [account, name])).entries()].map(([account, name]) => ({ account, name })),
      partners: bodies.filter((body) => open.includes(body.id)).map((body) => ({ id: body.id, names: body.names })),
      sessions: [...sessions.values()].map(({ id: session, names, startsAt, endsAt, state }) => ({ id: session, names, startsAt, endsAt, state })),
      toJoin: toJoin.map(({ id: session, names, startsAt }) => ({ id: session, names, startsAt })), today: await dayAt(asking),
    };
  },
});

/** One card of the board. */
export type CohortCard = Awaited<ReturnType<typeof cardsOf>>[number];

async function cardsOf({ tx, network }: Asking<IncubationTables>, cohort: string) {
  const rows = await tx.selectFrom('incubation.cohort_place as place')
    .innerJoin('incubation.application as application', (join) => join.onRef('application.network_id', '=', 'place.network_id').onRef('application.id', '=', 'place.application_id'))
    .leftJoin('incubation.venture as venture', (join) => join.onRef('venture.network_id', '=', 'place.network_id').onRef('venture.application_id', '=', 'place.application_id'))
    .select(['application.id', 'application.receipt', 'application.state', 'application.state_at as stateAt', 'application.stage', 'application.person_id as person', 'application.members',
      'place.coach_id as coach', 'venture.id as venture', 'venture.name as ventureName'])
    .where('place.network_id', '=', network).where('place.cohort_id', '=', cohort)
    .where((eb) => eb.or([eb('place.left_at', 'is', null), eb('application.state', '=', 'dropped_out'), eb('place.left_at', '=', eb.selectFrom('incubation.cohort').select('closed_at').where('network_id', '=', network).where('id', '=', cohort))]))
    .orderBy('application.receipt').execute();
  if (rows.length === 0) return [];
  const people = await peopleByIds(tx, rows.map(({ person }) => person));
  const coaches = await accountNames(tx, rows.flatMap(({ coach }) => coach ?? []));
  const hours = await tx.selectFrom('incubation.coaching_act').select(['application_id', sql<string>`sum(minutes)`.as('minutes')])
    .where('network_id', '=', network).where('application_id', 'in', rows.map(({ id: application }) => application)).groupBy('application_id').execute();
  return rows.map(({ person, ...row }) => ({
    ...row, name: people.get(person)?.name ?? null, coach: row.coach ? { account: row.coach, name: coaches.get(row.coach) ?? null } : null,
    minutes: Number(hours.find(({ application_id }) => application_id === row.id)?.minutes ?? 0), next: nextByHand(row.state, row.stage),
  }));
}

/** Selected applications of the call (or of any, for a cohort without a call) that stand in no cohort yet, by receipt. */
async function waitingFor({ tx, network, hub }: Asking<IncubationTables>, call: string | null): Promise<readonly string[]> {
  const rows = await tx.selectFrom('incubation.application as application').select('receipt')
    .where('network_id', '=', network).where('hub_id', '=', hub).$if(call !== null, (q) => q.where('call_id', '=', call!)).where('state', 'in', ['selected', 'trained', 'incubating', 'plan_validated', 'funding_committee', 'funded'])
    .where((eb) => eb.not(eb.exists(eb.selectFrom('incubation.cohort_place as place').select('place.id').whereRef('place.network_id', '=', 'application.network_id').whereRef('place.application_id', '=', 'application.id').where('place.left_at', 'is', null))))
    .orderBy('receipt').limit(mostWaiting).execute();
  return rows.map(({ receipt }) => receipt);
}
