import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { choice, isoDate, maybe, type Multilingual } from '#core/input.ts';
import { clockIn, dayLater, momentOf } from '#core/time/wall-clock.ts';
import { hubCard } from '#modules/network/public.ts';
import { halfDaysBetween } from '#modules/training/public.ts';
import { type IncubationTables, query } from '../incubation.ts';
import type { FollowUpMonth, MilestoneCode } from '../path/venture-codes.ts';
import { spans, stretchOf } from './stretch.ts';

/** What stands in the calendar of a hub: a project by its receipt, never by a name. */
export type Planned = { readonly id: string; readonly on: string; readonly href: string; readonly changedAt: Date; readonly calledOff: boolean } & (
  | { readonly kind: 'course'; readonly startsAt: Date; readonly endsAt: Date; readonly names: Multilingual; readonly place: Multilingual }
  | { readonly kind: 'photo' | 'film'; readonly startsAt: Date; readonly endsAt: Date; readonly receipt: string }
  | { readonly kind: 'deliverable' | 'cohort_begins' | 'cohort_ends'; readonly names: Multilingual }
  | { readonly kind: 'milestone'; readonly receipt: string; readonly code: MilestoneCode }
  | { readonly kind: 'follow_up'; readonly receipt: string; readonly month: FollowUpMonth }
);

type Of = Pick<Asking<IncubationTables>, 'tx' | 'network' | 'hub'>;
interface Between { readonly from: string; readonly until: string; readonly zone: string }
const most = 1_000;

/** The calendar of the hub: courses, what cohorts hand in, photos, milestones and follow-ups of one week or month by the hub's own clock. */
export const calendar = query({
  name: 'calendar',
  says: 'Shows the calendar of the hub: courses, what is handed in, photos.',
  input: z.strictObject({ span: maybe(choice(spans)), day: maybe(isoDate()) }),
  run: async (asking, { span = 'list', day }) => {
    const zone = (await hubCard(asking.tx, asking.hub))?.timeZone ?? 'UTC';
    const today = clockIn(zone, asking.now).date;
    const shown = stretchOf(span, day ?? today);
    return { span, today, day: day ?? today, ...shown, zone, planned: await plannedBetween(asking, { ...shown, zone }) };
  },
});

const keptDays = { before: 31, after: 366 };

/** The same from a month ago to a year ahead, for the calendar of a telephone. */
export const calendarAhead = query({
  name: 'calendar-ahead',
  says: 'Gives the calendar of the hub for a telephone.',
  input: z.strictObject({}),
  run: async (asking) => {
    const card = (await hubCard(asking.tx, asking.hub)) ?? asking.absent();
    const today = clockIn(card.timeZone, asking.now).date;
    return { hub: card.names, zone: card.timeZone, planned: await plannedBetween(asking, { from: dayLater(today, -keptDays.before), until: dayLater(today, keptDays.after), zone: card.timeZone }) };
  },
});

async function plannedBetween(asking: Of, between: Between): Promise<readonly Planned[]> {
  const moments = { from: momentOf(between.zone, { date: between.from, time: '00:00' }), until: momentOf(between.zone, { date: dayLater(between.until, 1), time: '00:00' }) };
  const courses = (await halfDaysBetween(asking, moments.from, moments.until)).map(({ session, state, half: _, ...one }): Planned => ({ ...one, kind: 'course', href: `/trainings/${session}`, calledOff: state === 'cancelled' }));
  const all = [...courses, ...(await photosBetween(asking, moments, between.zone)), ...(await cohortsBetween(asking, between)), ...(await dueBetween(asking, between))];
  return all.sort((a, b) => a.on.localeCompare(b.on) || startOf(a) - startOf(b) || a.id.localeCompare(b.id));
}

const startOf = (one: Planned): number => ('startsAt' in one ? one.startsAt.getTime() : 0);

async function photosBetween({ tx, network, hub }: Of, { from, until }: { readonly from: Date; readonly until: Date }, zone: string): Promise<readonly Planned[]> {
  const rows = await tx.selectFrom('incubation.photo_slot as slot')
    .innerJoin('incubation.application as application', (join) => join.onRef('application.network_id', '=', 'slot.network_id').onRef('application.id', '=', 'slot.application_id'))
    .select(['slot.id', 'slot.at', 'slot.minutes', 'slot.what', 'application.receipt']).where('slot.network_id', '=', network).where('slot.hub_id', '=', hub)
    .where('slot.at', '>=', from).where('slot.at', '<', until).where('slot.state', '<>', 'called_off').orderBy('slot.at').limit(most).execute();
  return rows.map(({ id, at, minutes, what, receipt }) => ({ id, kind: what, receipt, on: clockIn(zone, at).date, startsAt: at, endsAt: new Date(at.getTime() + minutes * 60_000), href: `/photos/${id}`, changedAt: at, calledOff: false }));
}

/** The first and last days of cohorts, and what they hand in. */
async function cohortsBetween({ tx, network, hub }: Of, { from, until }: Between): Promise<readonly Planned[]> {
  const cohorts = await tx.selectFrom('incubation.cohort').select(['id', 'names', 'from_on', 'until_on', 'opened_at']).where('network_id', '=', network).where('hub_id', '=', hub).where('closed_at', 'is', null)
    .where((eb) => eb.or([eb.between('from_on', from, until), eb.between('until_on', from, until)])).limit(most).execute();
  const asked = await tx.selectFrom('incubation.deliverable').select(['id', 'cohort_id', 'names', 'due_on', 'set_at']).where('network_id', '=', network).where('hub_id', '=', hub)
    .where('dropped_at', 'is', null).where('due_on', '>=', from).where('due_on', '<=', until).limit(most).execute();
  const inside = (day: string): boolean => day >= from && day <= until;
  return [
    ...cohorts.flatMap(({ id, names, from_on, until_on, opened_at }) => [
      ...(inside(from_on) ? [{ id: `${id}-begins`, kind: 'cohort_begins' as const, names, on: from_on, href: `/cohorts/${id}`, changedAt: opened_at, calledOff: false }] : []),
      ...(inside(until_on) ? [{ id: `${id}-ends`, kind: 'cohort_ends' as const, names, on: until_on, href: `/cohorts/${id}`, changedAt: opened_at, calledOff: false }] : []),
    ]),
    ...asked.map(({ id, cohort_id, names, due_on, set_at }) => ({ id, kind: 'deliverable' as const, names, on: due_on, href: `/cohorts/${cohort_id}/deliverables`, changedAt: set_at, calledOff: false })),
  ];
}

/** Milestones that nobody checked yet and follow-ups that were not done. */
async function dueBetween({ tx, network, hub }: Of, { from, until }: Between): Promise<readonly Planned[]> {
  const milestones = await tx.selectFrom('incubation.milestone as due')
    .innerJoin('incubation.venture as venture', (join) => join.onRef('venture.network_id', '=', 'due.network_id').onRef('venture.id', '=', 'due.venture_id'))
    .innerJoin('incubation.application as application', (join) => join.onRef('application.network_id', '=', 'venture.network_id').onRef('application.id', '=', 'venture.application_id'))
    .select(['due.id', 'due.code', 'due.due_on', 'due.added_at', 'venture.id as venture', 'application.receipt']).where('due.network_id', '=', network).where('due.hub_id', '=', hub)
    .where('due.checked_at', 'is', null).where('due.due_on', '>=', from).where('due.due_on', '<=', until).limit(most).execute();
  const visits = await tx.selectFrom('incubation.follow_up as due')
    .innerJoin('incubation.application as application', (join) => join.onRef('application.network_id', '=', 'due.network_id').onRef('application.id', '=', 'due.application_id'))
    .innerJoin('incubation.venture as venture', (join) => join.onRef('venture.network_id', '=', 'due.network_id').onRef('venture.id', '=', 'due.venture_id'))
    .select(['due.id', 'due.month', 'due.due_on', 'venture.id as venture', 'venture.opened_at', 'application.receipt']).where('due.network_id', '=', network).where('due.hub_id', '=', hub)
    .where('due.done_at', 'is', null).where('due.due_on', '>=', from).where('due.due_on', '<=', until).limit(most).execute();
  return [
    ...milestones.map(({ id, code, due_on, added_at, venture, receipt }) => ({ id, kind: 'milestone' as const, receipt, code, on: due_on, href: `/ventures/${venture}`, changedAt: added_at, calledOff: false })),
    ...visits.map(({ id, month, due_on, venture, opened_at, receipt }) => ({ id, kind: 'follow_up' as const, receipt, month, on: due_on, href: `/ventures/${venture}`, changedAt: opened_at, calledOff: false })),
  ];
}
