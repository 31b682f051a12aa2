import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { type Head, monthPlus, newestHeads } from '#modules/evidence/public.ts';
import { usualDays } from '../codes.ts';
import { runningMonth } from '../compose/months.ts';
import { freezeRow } from '../freeze/freeze-report.ts';
import { action, type ReportsTables } from '../reports.ts';
import { handOver } from './deliver-report.ts';
import { readerStands } from './reader-stands.ts';

const lengths = { month: 1, quarter: 3 } as const;

/**
 * Makes, freezes and delivers what is due, one period of each schedule; run every morning, so that a hub that was cut off catches up a period
 * a day. A reader who holds no role any more is handed nothing, and her schedule ends.
 */
export const makeDueReports = action({
  name: 'make-due-reports',
  says: 'Makes and delivers the reports whose month or quarter is over.',
  input: z.strictObject({}),
  run: async (doing) => {
    const { tx, network, record } = doing;
    const [head] = await newestHeads(tx, network, 1);
    let made = 0;
    for (const schedule of await tx.selectFrom('reports.schedule').selectAll().where('network_id', '=', network).where('ended_at', 'is', null).orderBy('id').forUpdate().execute()) {
      const to = monthPlus(schedule.next_month, lengths[schedule.every] - 1);
      if (!head || to >= (await runningMonth(doing, schedule.hub_id))) continue;
      if (await readerStands(tx, schedule.account_id)) made += await makeOne(doing, schedule, { from: schedule.next_month, to, head });
      else await endIt(doing, schedule);
    }
    await record({ name: 'due-reports-made', subject: network, hub: null, body: { made } });
    return { made };
  },
});

type Schedule = Pick<ReportsTables['reports.schedule'], 'id' | 'hub_id' | 'report_id' | 'account_id'>;

async function makeOne(doing: Doing<ReportsTables>, schedule: Schedule, { from, to, head }: { from: string; to: string; head: Head }): Promise<1> {
  const { tx, network, now, actor, record } = doing;
  const model = await tx.selectFrom('reports.report').selectAll().where('network_id', '=', network).where('id', '=', schedule.report_id).executeTakeFirstOrThrow();
  const id = newId(now.getTime());
  const { template, titles, sections, indicator_ids, programme_id, hub_id } = model;
  const row = await tx.insertInto('reports.report').values({
    network_id: network, id, hub_id, template, titles, sections: JSON.stringify(sections), indicator_ids, from_month: from, to_month: to, programme_id, opened_at: now, opened_by: actor.account, changed_at: now, schedule_id: schedule.id,
  }).returningAll().executeTakeFirstOrThrow();
  await record({ name: 'report-opened', subject: id, hub: hub_id, body: { template, from_month: from, to_month: to, programme: programme_id, schedule: schedule.id } });
  await freezeRow(doing, row, head);
  await handOver(doing, row, { reader: schedule.account_id, days: usualDays });
  await tx.updateTable('reports.schedule').set({ next_month: monthPlus(to, 1) }).where('network_id', '=', network).where('id', '=', schedule.id).execute();
  return 1;
}

async function endIt({ tx, network, now, record }: Doing<ReportsTables>, { id, hub_id }: Schedule): Promise<void> {
  await tx.updateTable('reports.schedule').set({ ended_at: now }).where('network_id', '=', network).where('id', '=', id).execute();
  await record({ name: 'schedule-ended', subject: id, hub: hub_id, body: { why: 'reader_gone' } });
}
