import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { holds, type RoleCode } from '#core/actor.ts';
import { id } from '#core/input.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { accountNames, accountsAt, organizationCard, zoneHere } from '#modules/network/public.ts';
import { clientNameOf, personCard } from '#modules/people/public.ts';
import { workers } from '../access.ts';
import { type AccompanimentTables, query } from '../accompaniment.ts';
import { todayAt } from '../case/worked-case.ts';
import { nextThing } from './next-thing.ts';
import { planOf } from './plan-of.ts';

const MOST = 60;
const readers: readonly RoleCode[] = ['coach', 'case_worker', 'supervisor', 'hub_manager'];

/**
 * One file: what is next, the path, the plan, sessions, acts by kind and minutes, follow-ups, what waits for a decision, who may read
 * the notes. A worker who is only asked so far sees whom it is about and nothing of the work: the rows are not hers yet.
 */
export const caseSheet = query({
  name: 'case-sheet',
  says: 'Shows the file of somebody who is accompanied.',
  input: z.strictObject({ case: id() }),
  run: async (asking, { case: file }) => {
    const { tx, network, hub, actor } = asking;
    const row = (await tx.selectFrom('accompaniment.case_file').selectAll()
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', file).executeTakeFirst()) ?? asking.absent();
    const team = holds(actor, ['case_worker', 'supervisor', 'hub_manager'], hub);
    const assignments = await assignmentsOf(asking, file);
    const mine = assignments.find(({ account, state }) => account === actor.account && (state === 'accepted' || state === 'proposed'));
    // A desk officer who also trains, say: her desk shows that the file is there, not that it opens.
    if (!team && !mine) return asking.absent();
    const goals = await planOf(asking, file);
    const work = await workOf(asking, file);
    const person = row.person_id ?? row.acting_person_id!;
    const approvals = await approvalsOf(asking, file);
    const zone = await zoneHere(asking);
    const next = nextThing({
      state: row.state, accompanied: assignments.some(({ part, state }) => part === 'main' && state === 'accepted') || mine?.state === 'accepted',
      askedOfMe: mine?.state === 'proposed', planVersion: row.plan_version,
      toDecide: approvals.some(({ decision, askedBy }) => decision === null && askedBy !== actor.account) && holds(actor, ['supervisor', 'hub_manager'], hub),
      steps: goals.filter(({ state }) => state === 'open').flatMap(({ steps }) => steps.filter(({ doneAt }) => doneAt === null)),
      sessions: work.sessions.filter(({ state }) => state === 'planned').map((session) => ({ ...session, day: clockIn(zone, session.plannedAt).date })), followUps: work.followUps.filter(({ doneAt }) => doneAt === null),
    });
    const card = (await personCard(tx, person)) ?? null;
    const staff = team || mine?.state === 'accepted' ? await accountsAt(tx, hub, [...new Set([...workers, ...readers])]) : [];
    const among = (roles: readonly RoleCode[]) => staff.filter(({ role }) => roles.includes(role));
    return {
      id: row.id, kind: row.kind, state: row.state, stateAt: row.state_at, openedAt: row.opened_at, openedFrom: row.opened_from, ticket: row.ticket_id,
      planVersion: row.plan_version, approvedVersion: row.approved_version, organization: row.organization_id, person,
      client: row.organization_id ? ((await clientNameOf(tx, { organization: row.organization_id })) ?? null) : card && { kind: 'person' as const, name: card.name, other: card.other }, card,
      body: row.organization_id ? ((await organizationCard(tx, row.organization_id)) ?? null) : null,
      assignments, mine: mine ?? null, goals, ...work, approvals, next, today: await todayAt(asking),
      workers: team ? among(workers) : [], readers: among(readers),
    };
  },
});

async function assignmentsOf({ tx, network }: Asking<AccompanimentTables>, file: string) {
  const rows = await tx.selectFrom('accompaniment.assignment')
    .select(['id', 'account_id as account', 'part', 'state', 'proposed_at as proposedAt', 'answered_at as answeredAt', 'ended_at as endedAt', 'decline_reason as declineReason'])
    .where('network_id', '=', network).where('case_id', '=', file).orderBy('proposed_at').orderBy('id').execute();
  const names = await accountNames(tx, rows.map(({ account }) => account));
  return rows.map((row) => ({ ...row, name: names.get(row.account) ?? null }));
}

async function approvalsOf({ tx, network }: Asking<AccompanimentTables>, file: string) {
  const rows = await tx.selectFrom('accompaniment.approval')
    .select(['id', 'about', 'version', 'outcome', 'reason', 'asked_by as askedBy', 'asked_at as askedAt', 'decision', 'decided_by as decidedBy', 'decided_at as decidedAt', 'words'])
    .where('network_id', '=', network).where('case_id', '=', file).orderBy('asked_at', 'desc').limit(MOST).execute();
  const names = await accountNames(tx, rows.flatMap(({ askedBy, decidedBy }) => (decidedBy ? [askedBy, decidedBy] : [askedBy])));
  return rows.map((row) => ({ ...row, asker: names.get(row.askedBy) ?? null, decider: row.decidedBy ? (names.get(row.decidedBy) ?? null) : null }));
}

async function workOf({ tx, network, now }: Asking<AccompanimentTables>, file: string) {
  const of = <T extends 'session' | 'act' | 'follow_up' | 'outcome' | 'diagnosis' | 'life_grant'>(table: T) => `accompaniment.${table}` as const;
  const sessions = await tx.selectFrom(of('session')).select(['id', 'place', 'planned_at as plannedAt', 'state', 'act', 'minutes'])
    .where('network_id', '=', network).where('case_id', '=', file).orderBy('planned_at', 'desc').limit(MOST).execute();
  const acts = await tx.selectFrom(of('act')).select(['act', ({ fn }) => fn.sum<string>('minutes').as('minutes'), ({ fn }) => fn.countAll<string>().as('count')])
    .where('network_id', '=', network).where('case_id', '=', file).groupBy('act').execute();
  const followUps = await tx.selectFrom(of('follow_up')).select(['id', 'what', 'due_on as dueOn', 'done_at as doneAt', 'found'])
    .where('network_id', '=', network).where('case_id', '=', file).orderBy('due_on').orderBy('id').limit(MOST).execute();
  const outcomes = await tx.selectFrom(of('outcome')).select(['id', 'outcome', 'reason', 'at'])
    .where('network_id', '=', network).where('case_id', '=', file).orderBy('at').execute();
  const diagnoses = await tx.selectFrom(of('diagnosis')).select(['id', 'scores', 'made_at as madeAt'])
    .where('network_id', '=', network).where('case_id', '=', file).orderBy('made_at').limit(MOST).execute();
  const grants = await tx.selectFrom(of('life_grant')).select(['id', 'account_id', 'purpose', 'until_at as untilAt'])
    .where('network_id', '=', network).where('case_id', '=', file).where('revoked_at', 'is', null).where('until_at', '>', now).orderBy('until_at').execute();
  const readers = await accountNames(tx, grants.map(({ account_id }) => account_id));
  return {
    sessions, followUps, outcomes, diagnoses,
    acts: acts.map(({ act, minutes, count }) => ({ act, minutes: Number(minutes), count: Number(count) })).sort((a, b) => b.minutes - a.minutes),
    grants: grants.map(({ account_id, ...grant }) => ({ ...grant, account: account_id, name: readers.get(account_id) ?? null })),
  };
}

export type CaseSheet = Awaited<ReturnType<(typeof caseSheet)['spec']['run']>>;
