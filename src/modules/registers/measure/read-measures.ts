import type { Asking } from '#core/action.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import type { RegisterTables } from '../registers.ts';
import { todayAt } from '../today.ts';

/** The measures of one event in their order, or all of the hub: what is late first, then what is due next; what is over comes last. */
export async function readMeasures(asking: Asking<RegisterTables>, { event }: { event?: string } = {}) {
  const { tx, network, hub } = asking;
  const today = await todayAt(asking);
  const rows = await tx.selectFrom('registers.measure as measure')
    .innerJoin('registers.entry as event', (join) => join.onRef('event.network_id', '=', 'measure.network_id').onRef('event.id', '=', 'measure.event_id'))
    .select(['measure.id', 'measure.event_id as event', 'event.names as eventNames', 'measure.number', 'measure.what', 'measure.organization_id as organization', 'measure.owner', 'measure.due_on as dueOn',
      'measure.progress', 'measure.state', 'measure.state_on as stateOn', 'measure.proof_id as proof', 'measure.note'])
    .where('measure.network_id', '=', network).where('measure.hub_id', '=', hub).$if(event !== undefined, (q) => q.where('measure.event_id', '=', event!))
    .orderBy('measure.due_on').orderBy('measure.number').limit(2_000).execute();
  const bodies = new Map((await organizationsByIds(tx, rows.flatMap(({ organization }) => organization ?? []))).map(({ id, names }) => [id, names]));
  const measures = rows.map((row) => ({ ...row, body: bodies.get(row.organization ?? '') ?? null, over: row.state === 'done' || row.state === 'dropped', late: (row.state === 'open' || row.state === 'in_progress') && row.dueOn < today }));
  return event === undefined ? measures.sort((a, b) => Number(a.over) - Number(b.over)) : measures.sort((a, b) => a.number - b.number);
}

export type Measure = Awaited<ReturnType<typeof readMeasures>>[number];
