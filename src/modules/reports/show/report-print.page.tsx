import type { ReactNode } from 'react';
import { definePage, type Screen } from '#core/page.ts';
import { keptName, reasonText } from '#modules/evidence/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { deliveredReport } from '../delivered/delivered.query.ts';
import { reportSheet } from '../read/report-sheet.query.ts';
import type { ShownNumber, ShownReport } from '../read/shown-report.ts';
import { reportsWords } from '../words.ts';
import { Excluded, HowToCheck, monthsText, Narrative, Numbers, plain, shareOf, shortId } from './show.tsx';

/** A report on paper: the same words and numbers in the browser, as PDF and as a document for a word processor. */
const Paper = ({ view, of, proofOf }: { view: View; of: ShownReport; proofOf: (number: ShownNumber) => string }): ReactNode => {
  const words = reportsWords(view);
  return (
    <>
      <p><strong><Bdi>{monthsText(view, of)}</Bdi></strong></p>
      {of.frozenAt ? null : <p><strong>{words('draft.note')}</strong></p>}
      <h2>{words('numbers')}</h2>
      <Numbers view={view} of={of} proofOf={proofOf} />
      <h2>{words('excluded')}</h2>
      <Excluded view={view} of={of} />
      <Narrative view={view} sections={of.sections} />
      <h2>{words('check')}</h2>
      <HowToCheck view={view} of={of} />
    </>
  );
};

const paperOf = (view: View, of: ShownReport, at: string): Screen => ({
  title: plain(view, of.titles), size: 'A4', back: { href: at, label: reportsWords(view)('back') }, body: <Paper view={view} of={of} proofOf={({ id }) => `${at}/numbers/${id}`} />,
});

/**
 * The same numbers as a table: headings in the reader's words, then a row of tags (HXL 1.1), so that programs know the columns in every language. Numbers are
 * numbers; what is told as “at least” says so in its own column.
 */
function tableOf(view: View, of: ShownReport) {
  const words = reportsWords(view);
  const columns = [words('col.indicator'), words('col.code'), words('col.unit'), words('col.from'), words('col.to'), words('col.first'), words('col.target'), words('col.said'), words('col.reached'), words('col.share'), words('col.left_out'), words('col.id')];
  const tags = ['#indicator+name', '#indicator+code', '#indicator+type', '#date+start', '#date+end', '#targeted+first', '#targeted', '#meta+precision', '#reached', '#reached+pct', '#meta+excluded', '#meta+id'];
  const rows = of.numbers.map((one) => [
    keptName(view, one.version.names), one.code, one.version.unit, of.period.from, of.period.to, one.target.first, one.target.now, words(`precision.${one.said}`), one.value, shareOf(one),
    one.leftOut.map(({ reason, many }) => `${reasonText(view, reason)} (${many})`).join(' · ') || null, one.id ? shortId(one.id) : null,
  ]);
  return { columns, rows: [tags, ...rows] };
}

/** A report of the hub on paper and as files, exactly. */
export const reportPrintPage = definePage<View>({
  path: '/reports/:report/print',
  audience: 'print',
  needs: 'reports.report-sheet',
  show: async (visit) => paperOf(visit.view, await visit.ask(reportSheet, { report: visit.params.report }), `/reports/${visit.params.report}`),
  table: async (visit) => tableOf(visit.view, await visit.ask(reportSheet, { report: visit.params.report })),
});

/** A report on paper and as files as its reader outside the hub is told it. */
export const deliveredPrintPage = definePage<View>({
  path: '/reports/delivered/:delivery/print',
  audience: 'print',
  needs: 'reports.delivered-report',
  show: async (visit) => paperOf(visit.view, await visit.ask(deliveredReport, { delivery: visit.params.delivery }), `/reports/delivered/${visit.params.delivery}`),
  table: async (visit) => tableOf(visit.view, await visit.ask(deliveredReport, { delivery: visit.params.delivery })),
});
