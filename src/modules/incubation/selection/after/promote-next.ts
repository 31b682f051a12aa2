import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { id } from '#core/input.ts';
import { approvedDecision } from '../decide/selection-of-call.ts';
import { action, type IncubationTables } from '../../incubation.ts';
import { readRules } from '../../rules/read-rules.ts';
import { tellPersons } from '../../steps/tell-persons.ts';
import { type InLine, nextInLine } from '../rank/next-in-line.ts';
import { leftStates, placedStates } from '../selection-codes.ts';

/**
 * Moves the next of the waiting list into a place that became free: the first who keeps the quotas, everyone else keeps her order. Runs by itself when
 * somebody who was selected withdraws or drops out; asked twice for one place it moves nobody up.
 */
export const promoteNext = action({
  name: 'promote-next',
  says: 'Moves the next of the waiting list into a place that became free.',
  input: z.strictObject({ application: id() }),
  refuses: ['place-not-free', 'results-not-published'],
  run: async (doing, { application }) => {
    const { tx, network, now, refuse, absent } = doing;
    const gone = (await tx.selectFrom('incubation.application').select(['id', 'call_id', 'hub_id', 'receipt', 'state']).where('network_id', '=', network).where('id', '=', application).executeTakeFirst()) ?? absent();
    const call = (await tx.selectFrom('incubation.call').select(['id', 'hub_id', 'places']).where('network_id', '=', network).where('id', '=', gone.call_id).forUpdate().executeTakeFirst()) ?? absent();
    const approved = await approvedDecision(doing, call.id);
    if (!approved?.published_at) return refuse('results-not-published');
    if (!(leftStates as readonly string[]).includes(gone.state) || !(await heldPlace(doing, approved.selection_id, application))) refuse('place-not-free');
    const { quotas } = await readRules(doing, call.id);
    const row = await takeNext(doing, approved.selection_id, call, quotas);
    if (!row) {
      await doing.record({ name: 'place-left-free', subject: application, hub: call.hub_id, body: {} });
      return { promoted: null };
    }
    await tx.insertInto('incubation.promotion').values({ network_id: network, id: newId(now.getTime()), hub_id: call.hub_id, call_id: call.id, application_id: row.id, in_place_of_id: application, at: now }).execute();
    await tx.updateTable('incubation.result').set({ outcome: 'selected', why: 'promoted', quota_id: null, at: now }).where('network_id', '=', network).where('call_id', '=', call.id).where('receipt', '=', row.receipt).execute();
    await doing.record({ name: 'application-promoted', subject: row.id, person: row.person_id, hub: call.hub_id, body: { receipt: row.receipt, in_place_of: gone.receipt } });
    await tellPersons(doing, 'applicant-selected', [row.id]);
    return { promoted: row.receipt };
  },
});

/** Gives the place to the first who keeps the quotas and still waits. Whoever takes her application back while this runs is passed over: the line is read anew. */
async function takeNext(doing: Doing<IncubationTables>, selection: string, call: { readonly id: string; readonly places: number }, quotas: Parameters<typeof nextInLine>[2]) {
  const { tx, network, now } = doing;
  for (;;) {
    const next = nextInLine(await inLine(doing, selection, call.id, placedStates), await inLine(doing, selection, call.id, ['waitlisted']), quotas, call.places);
    if (!next) return undefined;
    const row = await tx.updateTable('incubation.application').set({ state: 'selected', state_at: now, reason: 'promoted' })
      .where('network_id', '=', network).where('id', '=', next.application).where('state', '=', 'waitlisted').returning(['id', 'receipt', 'person_id']).executeTakeFirst();
    if (row) return row;
  }
}

/** Had the application that is gone a place, which nobody was moved into yet? */
async function heldPlace({ tx, network }: Doing<IncubationTables>, selection: string, application: string): Promise<boolean> {
  const filled = await tx.selectFrom('incubation.promotion').select('id').where('network_id', '=', network).where('in_place_of_id', '=', application).executeTakeFirst();
  if (filled) return false;
  const selected = await tx.selectFrom('incubation.standing').select('rank').where('network_id', '=', network).where('selection_id', '=', selection).where('application_id', '=', application).where('outcome', '=', 'selected').executeTakeFirst();
  const promoted = await tx.selectFrom('incubation.promotion').select('id').where('network_id', '=', network).where('application_id', '=', application).executeTakeFirst();
  return Boolean(selected ?? promoted);
}

/** Applications of a call in these states, in the order of the decided ranking. */
async function inLine({ tx, network }: Doing<IncubationTables>, selection: string, call: string, states: readonly string[]): Promise<InLine[]> {
  const rows = await tx.selectFrom('incubation.application as a').innerJoin('incubation.standing as s', (join) => join.onRef('s.network_id', '=', 'a.network_id').onRef('s.application_id', '=', 'a.id').on('s.selection_id', '=', selection))
    .select(['a.id', 'a.counts_for']).where('a.network_id', '=', network).where('a.call_id', '=', call).where('a.state', 'in', states as never[]).orderBy('s.rank').execute();
  return rows.map(({ id: application, counts_for: counts }) => ({ application, counts }));
}
