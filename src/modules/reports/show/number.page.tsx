import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { number } from '#core/words/format.ts';
import { DefinitionFacts, keptName, reasonText } from '#modules/evidence/public.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Figure, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { deliveredNumber } from '../delivered/delivered.query.ts';
import { reportNumber } from '../read/report-number.query.ts';
import type { ShownNumber, ShownReport } from '../read/shown-report.ts';
import { reportsWords } from '../words.ts';
import { monthsText, saidText, shortId, targetText } from './show.tsx';

interface Proof { readonly view: View; readonly report: Omit<ShownReport, 'numbers'>; readonly one: ShownNumber }

/** All that proves one printed number: months, rule, seal, targets, what was left out, its definition, and how to check it. */
const Proven = ({ view, report, one }: Proof): ReactNode => {
  const words = reportsWords(view);
  return (
    <>
      <Figure label={<Bdi>{monthsText(view, report)}</Bdi>} note={<Ltr>{shortId(one.id!)}</Ltr>}><Bdi>{saidText(view, one)}</Bdi></Figure>
      {one.said === 'kept' ? <Notice view={view}>{words('kept.note')}</Notice> : null}
      <Card title={words('proof')}>
        <Facts view={view} facts={[
          { label: words('months'), value: <Bdi>{monthsText(view, report)}</Bdi> },
          { label: words('col.first'), value: <Bdi>{targetText(view, one, one.target.first)}</Bdi> },
          { label: words('col.target'), value: <Bdi>{targetText(view, one, one.target.now)}</Bdi> },
          { label: words('rule'), value: words(report.form === 'hub' ? 'precision.hub' : `precision.${one.said}`) },
          one.events !== null && one.version.source === 'events' && { label: words('events'), value: <Num view={view} value={one.events} /> },
          one.version.source === 'events' && report.head && { label: words('head', { seq: report.head.seq }), value: <Ltr>{report.head.hash.match(/.{16}/g)!.join(' ')}</Ltr> },
          { label: words('check'), value: <Ltr>{`hadina verify figure ${shortId(one.id!)}`}</Ltr> },
        ]} />
      </Card>
      <Card title={words('excluded')}>
        <Table view={view} caption={words('excluded')} rows={one.leftOut} rowKey={({ reason }) => reason} empty={<p className="soft">{words('excluded.none')}</p>} columns={[
          { key: 'reason', label: words('col.reason'), cell: ({ reason }) => reasonText(view, reason) },
          { key: 'many', label: words('col.many'), numeric: true, cell: ({ many }) => number(many, view.locale) },
        ]} />
        {report.form === 'outside' ? <p className="soft">{words('excluded.outside')}</p> : null}
      </Card>
      <Card title={words('definition')}><DefinitionFacts view={view} of={one.version} /></Card>
    </>
  );
};

/** One number of a report at its hub: from here on to the events behind it. */
export const reportNumberPage = definePage<View>({
  path: '/reports/:report/numbers/:number',
  audience: 'staff',
  needs: 'reports.report-number',
  show: async (visit) => {
    const { view, params } = visit;
    const words = reportsWords(view);
    const { report, number: one, stated } = await visit.ask(reportNumber, { report: params.report, number: params.number });
    const ofPeriod = new URLSearchParams({ from: report.period.from, to: report.period.to });
    return {
      title: keptName(view, one.version.names),
      body: (
        <Stack>
          <PageTitle back={{ href: `/reports/${report.id}`, label: words('back') }}><Bdi>{keptName(view, one.version.names)}</Bdi></PageTitle>
          <Proven view={view} report={report} one={one} />
          {stated.length ? (
            <Card title={words('stated')}>
              <Table view={view} caption={words('stated')} rows={stated} rowKey={({ id }) => id} columns={[
                { key: 'time', label: words('months'), cell: ({ from, to }) => <span><CalendarDate view={view} value={from} /> – <CalendarDate view={view} value={to} /></span> },
                { key: 'value', label: words('col.reached'), numeric: true, cell: ({ value }) => number(value, view.locale) },
                { key: 'by', label: words('said_by'), cell: ({ saidBy }) => <Bdi>{saidBy}</Bdi> },
                { key: 'proof', label: words('lies'), cell: ({ proof }) => <Bdi>{proof}</Bdi> },
              ]} />
            </Card>
          ) : null}
          {one.version.source === 'events' ? (
            <Buttons>
              <LinkButton kind="quiet" icon="search" href={`/indicators/${one.indicator}/events?${ofPeriod}`}>{words('events.open')}</LinkButton>
              <LinkButton kind="quiet" icon="print" href={`/indicators/${one.indicator}/printed/${one.id}`}>{words('printed')}</LinkButton>
            </Buttons>
          ) : null}
        </Stack>
      ),
    };
  },
});

/** One number of a report that was handed out: what proves it, and nobody's row. */
export const deliveredNumberPage = definePage<View>({
  path: '/reports/delivered/:delivery/numbers/:number',
  audience: 'staff',
  needs: 'reports.delivered-number',
  show: async (visit) => {
    const { view, params } = visit;
    const { report, number: one } = await visit.ask(deliveredNumber, { delivery: params.delivery, number: params.number });
    return {
      title: keptName(view, one.version.names),
      body: (
        <Stack>
          <PageTitle back={{ href: `/reports/delivered/${params.delivery}`, label: reportsWords(view)('back') }}><Bdi>{keptName(view, one.version.names)}</Bdi></PageTitle>
          <Proven view={view} report={report} one={one} />
        </Stack>
      ),
    };
  },
});
