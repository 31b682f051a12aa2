import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, listOf, maybe } from '#core/input.ts';
import { keptIndicators } from '#modules/evidence/public.ts';
import { programmeCard } from '#modules/programme/public.ts';
import { templates } from '../codes.ts';
import { action } from '../reports.ts';
import { checkMonths, month } from './months.ts';
import { firstSections, firstTitles } from './sections.ts';

/** Begins a report: a ready set with its headings, or indicators one chooses, over some months of this hub. Its words are written afterwards. */
export const openReport = action({
  name: 'open-report',
  says: 'Begins a report on this hub: from a ready set or from chosen indicators, over some months.',
  input: z.strictObject({ template: choice(templates), from: month(), to: month(), programme: maybe(id()), indicators: listOf(id()) }),
  refuses: ['ends-before', 'too-long', 'set-missing', 'nothing-chosen'],
  run: async (doing, { template, from, to, programme = null, indicators }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    checkMonths(doing, { from, to });
    if (programme && !(await programmeCard(tx, programme))) absent();
    const there = await keptIndicators(tx, network);
    const chosen = template === 'own' ? there.filter((one) => indicators.includes(one.id)) : there.filter(({ set }) => set === template);
    if (chosen.length === 0) refuse(template === 'own' ? 'nothing-chosen' : 'set-missing', {}, template === 'own' ? 'indicators' : 'template');
    const report = newId(now.getTime());
    await tx.insertInto('reports.report').values({
      network_id: network, id: report, hub_id: hub, template, titles: firstTitles[template], sections: JSON.stringify(firstSections[template]), indicator_ids: chosen.map((one) => one.id),
      from_month: from, to_month: to, programme_id: programme, opened_at: now, opened_by: actor.account, changed_at: now, schedule_id: null,
    }).execute();
    await record({ name: 'report-opened', subject: report, body: { template, from_month: from, to_month: to, programme, schedule: null } });
    return { report };
  },
});
