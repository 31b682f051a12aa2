import { z } from 'zod';
import { id, listOf } from '#core/input.ts';
import { keptIndicators } from '#modules/evidence/public.ts';
import { action } from '../reports.ts';
import { knownReport } from '../read/known-report.ts';
import { checkMonths, month } from './months.ts';
import { wordFields } from './sections.ts';

/** Writes a draft anew: its title, what it tells, its months, what is counted. What is frozen stays. */
export const changeReport = action({
  name: 'change-report',
  says: 'Writes the draft of a report: title, narrative, months and what is counted.',
  input: z.strictObject({ report: id(), from: month(), to: month(), indicators: listOf(id()), ...wordFields }),
  refuses: ['ends-before', 'too-long', 'frozen-already', 'nothing-chosen'],
  run: async (doing, { report, from, to, indicators, titles, sections }) => {
    const { tx, network, now, refuse, record } = doing;
    const before = await knownReport(doing, report, 'for update');
    if (before.frozen_at) refuse('frozen-already');
    checkMonths(doing, { from, to });
    const there = new Set((await keptIndicators(tx, network)).map((one) => one.id));
    // Those that stay keep their place; new ones come after them.
    const wanted = [...before.indicator_ids.filter((one) => indicators.includes(one)), ...indicators.filter((one) => !before.indicator_ids.includes(one))].filter((one) => there.has(one));
    if (wanted.length === 0) refuse('nothing-chosen', {}, 'indicators');
    await tx.updateTable('reports.report').set({ titles, sections: JSON.stringify(sections), indicator_ids: wanted, from_month: from, to_month: to, changed_at: now })
      .where('network_id', '=', network).where('id', '=', report).execute();
    await record({ name: 'report-changed', subject: report, body: { from_month: from, to_month: to, indicators: wanted.length } });
    return { report };
  },
});
