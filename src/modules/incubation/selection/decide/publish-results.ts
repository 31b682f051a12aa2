import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import type { Happening } from '#core/event.ts';
import { id } from '#core/input.ts';
import { clockIn, dayLater, momentOf } from '#core/time/wall-clock.ts';
import { hubCard } from '#modules/network/public.ts';
import { ownCall } from '../../call/own-call.ts';
import { action, type IncubationTables } from '../../incubation.ts';
import { judgedStates, leftStates, type Outcome } from '../selection-codes.ts';
import { tellPersons } from '../../steps/tell-persons.ts';
import { approvedDecision } from './selection-of-call.ts';

const EVENTS_AT_ONCE = 5_000;
const eventOf: Readonly<Record<Outcome, string>> = { selected: 'application-selected', waitlisted: 'application-waitlisted', rejected: 'application-rejected' };

/** Publishes an approved selection, by receipt and never by name. Each applicant's outcome gets its reason; appeals are taken until the end of the last day, on the wall of the hub. */
export const publishResults = action({
  name: 'publish-results',
  says: 'Publishes the results of a call by receipt.',
  input: z.strictObject({ call: id() }),
  refuses: ['not-approved', 'results-published'],
  run: async (doing, { call: wanted }) => {
    const { tx, network, hub, now, refuse } = doing;
    const call = await ownCall(doing, wanted);
    const approved = (await approvedDecision(doing, call.id)) ?? refuse('not-approved');
    const published = await tx.updateTable('incubation.call').set({ state: 'results_published', state_at: now })
      .where('network_id', '=', network).where('id', '=', call.id).where('state', '=', 'committee').executeTakeFirst();
    if (published.numUpdatedRows === 0n) refuse('results-published');
    const { timeZone } = (await hubCard(tx, hub)) ?? doing.absent();
    const until = momentOf(timeZone, { date: dayLater(clockIn(timeZone, now).date, call.appeal_days + 1), time: '00:00' });
    await tx.updateTable('incubation.decision').set({ published_at: now, appeals_until: until }).where('network_id', '=', network).where('id', '=', approved.id).execute();
    await sql`insert into incubation.result (network_id, hub_id, call_id, receipt, outcome, why, quota_id, waits_at, at)
      select s.network_id, s.hub_id, s.call_id, s.receipt, s.outcome, s.why, s.quota_id, case when s.outcome = 'waitlisted' then row_number() over (partition by s.outcome order by s.rank) end, ${now}
      from incubation.standing s where s.network_id = ${network} and s.selection_id = ${approved.selection_id}`.execute(tx);
    const told = await tellEach(doing, approved.selection_id);
    await doing.record({ name: 'results-published', subject: call.id, body: { ...told, appeals_until: until.toISOString() } });
    await doing.later('incubation.end-appeals', { call: call.id }, { at: until, key: `end-appeals ${call.id}` });
    await fillLeft(doing, approved.selection_id);
    return { call: call.id };
  },
});

/** Writes what follows into every application that is still in the running, with its reason, and tells it on the sheet of whoever applied. */
async function tellEach(doing: Doing<IncubationTables>, selection: string): Promise<Record<Outcome, number>> {
  const { tx, network, now, recordAll } = doing;
  const { rows } = await sql<{ id: string; person_id: string; outcome: Outcome; why: string; rank: number }>`
    update incubation.application a set state = s.outcome, state_at = ${now}, reason = s.why from incubation.standing s
    where s.network_id = ${network} and s.selection_id = ${selection} and a.network_id = s.network_id and a.id = s.application_id and a.state = any (${[...judgedStates]})
    returning a.id, a.person_id, s.outcome, s.why, s.rank`.execute(tx);
  rows.sort((a, b) => a.rank - b.rank);
  const told = { selected: 0, waitlisted: 0, rejected: 0 };
  for (const { outcome } of rows) told[outcome]++;
  const happened = rows.map(({ id: application, person_id: person, outcome, why }): Happening => ({ name: eventOf[outcome], subject: application, person, body: { why } }));
  for (let from = 0; from < happened.length; from += EVENTS_AT_ONCE) await recordAll(happened.slice(from, from + EVENTS_AT_ONCE));
  const selected = rows.filter(({ outcome }) => outcome === 'selected').map(({ id }) => id);
  for (let from = 0; from < selected.length; from += EVENTS_AT_ONCE) await tellPersons(doing, 'applicant-selected', selected.slice(from, from + EVENTS_AT_ONCE));
  return told;
}

/** Who took her application back after the ranking left a place: the next one moves up. */
async function fillLeft({ tx, network, later }: Doing<IncubationTables>, selection: string): Promise<void> {
  const left = await tx.selectFrom('incubation.standing as s').innerJoin('incubation.application as a', (join) => join.onRef('a.network_id', '=', 's.network_id').onRef('a.id', '=', 's.application_id'))
    .select('a.id').where('s.network_id', '=', network).where('s.selection_id', '=', selection).where('s.outcome', '=', 'selected').where('a.state', 'in', [...leftStates]).execute();
  for (const { id: application } of left) await later('incubation.promote-next', { application });
}
