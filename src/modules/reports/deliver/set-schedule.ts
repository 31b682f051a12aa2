import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id } from '#core/input.ts';
import { monthPlus } from '#modules/evidence/public.ts';
import { rhythms } from '../codes.ts';
import { knownReport } from '../read/known-report.ts';
import { action } from '../reports.ts';
import { readerStands } from './reader-stands.ts';

/** Has a frozen report made anew for each month or quarter that ends, from the month after its own, and handed to one reader. */
export const setSchedule = action({
  name: 'set-schedule',
  says: 'Has a report made anew and delivered each month or quarter.',
  input: z.strictObject({ report: id(), reader: id(), every: choice(rhythms) }),
  refuses: ['not-frozen', 'may-not-read', 'scheduled-already'],
  run: async (doing, { report, reader, every }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const row = await knownReport(doing, report, 'for update');
    if (!row.frozen_at) refuse('not-frozen');
    if (!(await readerStands(tx, reader))) refuse('may-not-read', {}, 'reader');
    const there = await tx.selectFrom('reports.schedule').select('id').where('network_id', '=', network).where('report_id', '=', report).where('account_id', '=', reader).where('ended_at', 'is', null).executeTakeFirst();
    if (there) refuse('scheduled-already', {}, 'reader');
    const schedule = newId(now.getTime());
    const next_month = monthPlus(row.to_month, 1);
    await tx.insertInto('reports.schedule').values({ network_id: network, id: schedule, hub_id: hub, report_id: report, account_id: reader, every, next_month, set_at: now, set_by: actor.account }).execute();
    await record({ name: 'schedule-set', subject: schedule, body: { report, reader, every, next_month } });
    return { report, schedule };
  },
});

/** Ends a schedule; what was delivered stays delivered. */
export const endSchedule = action({
  name: 'end-schedule',
  says: 'Ends the delivery of a report on schedule.',
  input: z.strictObject({ schedule: id() }),
  run: async ({ tx, network, hub, now, absent, record }, { schedule }) => {
    const { report } = (await tx.updateTable('reports.schedule').set({ ended_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', schedule).where('ended_at', 'is', null).returning('report_id as report').executeTakeFirst()) ?? absent();
    await record({ name: 'schedule-ended', subject: schedule, body: { why: 'by_hand' } });
    return { report };
  },
});
