import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { hasConsent } from '#modules/people/public.ts';
import type { DeskTables } from '../desk.ts';
import type { TicketTable } from '../ticket/ticket-tables.ts';

/** The steps of a visit in the order of the desk. Each opens its own page; none is forced, she decides how far to go. */
export const stepKeys = ['listening', 'client', 'consent', 'needs', 'orientation', 'slip', 'referral', 'assessment', 'close'] as const;
export type StepKey = (typeof stepKeys)[number];

/** The event about this visit that tells that a step was done. Steps whose trace is not an ordinary event are absent here. */
export const eventOfStep: Readonly<Partial<Record<StepKey, string>>> = {
  client: 'desk.client-received',
  needs: 'desk.needs-assessed',
  orientation: 'desk.client-oriented',
  slip: 'desk.slip-made',
  close: 'desk.visit-closed',
};

/** Which steps are done: by the events that name this visit, by a note of mine, by a consent of the client. */
export async function stepsOf(asking: Asking<DeskTables>, visit: TicketTable): Promise<readonly StepKey[]> {
  const events = new Set(await eventsAbout(asking, visit.id));
  const notes = await asking.tx.selectFrom('desk.listening_note').select('id')
    .where('network_id', '=', visit.network_id).where('ticket_id', '=', visit.id).limit(1).execute();
  const done = new Set(stepKeys.filter((step) => events.has(eventOfStep[step] ?? '')));
  if (notes.length) done.add('listening');
  for (const step of await stepsAfterOrientation(asking, visit.id)) done.add(step);
  const spokenTo = visit.person_id ?? visit.acting_person_id;
  if (spokenTo && (await hasConsent(asking.tx, spokenTo, 'service'))) done.add('consent');
  return stepKeys.filter((step) => done.has(step));
}

/** A referral and an assessment keep rows of their own, which name the visit. */
async function stepsAfterOrientation({ tx, network }: Asking<DeskTables>, ticket: string): Promise<StepKey[]> {
  const sent = await tx.selectFrom('desk.referral').select('id').where('network_id', '=', network).where('ticket_id', '=', ticket).limit(1).execute();
  const said = await tx.selectFrom('desk.assessment').select('id').where('network_id', '=', network).where('ticket_id', '=', ticket).limit(1).execute();
  return [...(sent.length ? ['referral' as const] : []), ...(said.length ? ['assessment' as const] : [])];
}

async function eventsAbout({ tx, network }: Asking<DeskTables>, ticket: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from core.event where network_id = ${network} and subject_id = ${ticket}`.execute(tx);
  return rows.map(({ name }) => name);
}
