import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { type Head, newestHeads } from '#modules/evidence/public.ts';
import { runningMonth } from '../compose/months.ts';
import { knownReport, type ReportRow } from '../read/known-report.ts';
import { action, type ReportsTables } from '../reports.ts';
import { fingerprint } from './fingerprint.ts';
import { printNumbers } from './print-numbers.ts';

/**
 * Freezes a report: every number is printed with its proof at the newest seal, and all that the report says comes under the seal with it. Only
 * months that are over are frozen, by the clock of the hub.
 */
export const freezeReport = action({
  name: 'freeze-report',
  says: 'Freezes a report: each of its numbers is printed with its proof, and nothing of it changes any more.',
  input: z.strictObject({ report: id() }),
  refuses: ['frozen-already', 'month-open', 'nothing-sealed'],
  run: async (doing, { report }) => {
    const { tx, network, hub, refuse } = doing;
    const row = await knownReport(doing, report, 'for update');
    if (row.frozen_at) refuse('frozen-already');
    if (row.to_month >= (await runningMonth(doing, hub))) refuse('month-open', { month: row.to_month });
    const [head] = await newestHeads(tx, network, 1);
    await freezeRow(doing, row, head ?? refuse('nothing-sealed'));
    return { report };
  },
});

/** Prints the numbers of a draft, closes it and tells all that it says in one event. */
export async function freezeRow(doing: Doing<ReportsTables>, row: ReportRow, head: Head): Promise<void> {
  const { tx, network, now, actor, record } = doing;
  const numbers = await printNumbers(doing, row, head);
  await tx.updateTable('reports.report').set({ frozen_at: now, frozen_by: actor.account }).where('network_id', '=', network).where('id', '=', row.id).execute();
  await record({ name: 'report-frozen', subject: row.id, hub: row.hub_id, body: { ...frozenFields(row), numbers } });
}

/** All that a report says beside its numbers, as its event tells it: words as fingerprints. */
export const frozenFields = (row: ReportRow) => ({
  template: row.template, from_month: row.from_month, to_month: row.to_month, programme: row.programme_id, schedule: row.schedule_id, indicator_ids: row.indicator_ids,
  titles: fingerprint(row.titles), sections: fingerprint(row.sections),
});
