import { definePage } from '#core/page.ts';
import { periodName } from '#modules/evidence/public.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Files } from '../show/report.page.tsx';
import { Excluded, HowToCheck, monthsText, Narrative, Numbers, plain } from '../show/show.tsx';
import { reportsWords } from '../words.ts';
import { deliveredList, deliveredReport, deliveriesWaiting } from './delivered.query.ts';

/** What its reader was handed and may still open. */
export const deliveredListPage = definePage<View>({
  path: '/reports/delivered',
  audience: 'staff',
  needs: 'reports.delivered-list',
  menu: { label: (reader) => reportsWords(reader)('delivered'), order: 49, icon: 'mail', waiting: deliveriesWaiting },
  show: async (visit) => {
    const { view } = visit;
    const words = reportsWords(view);
    const rows = await visit.ask(deliveredList, {});
    return {
      title: words('delivered'),
      body: (
        <Stack>
          <PageTitle lede={words('delivered.lede')}>{words('delivered')}</PageTitle>
          <Table
            view={view} caption={words('delivered')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/reports/delivered/${id}`} empty={<EmptyState title={words('delivered.none')} />}
            columns={[
              { key: 'title', label: words('f.titles'), cell: ({ titles }) => <Bdi>{plain(view, titles)}</Bdi> },
              { key: 'months', label: words('months'), cell: (row) => <Bdi>{periodName(view, row)}</Bdi> },
              { key: 'sent', label: words('sent_at'), cell: ({ sentAt }) => <OnDate view={view} value={sentAt} /> },
              { key: 'until', label: words('until'), cell: ({ until }) => <OnDate view={view} value={until} /> },
            ]}
          />
        </Stack>
      ),
    };
  },
});

/** A report as its reader outside the hub is told it: numbers with their proof, nobody's row. */
export const deliveredReportPage = definePage<View>({
  path: '/reports/delivered/:delivery',
  audience: 'staff',
  needs: 'reports.delivered-report',
  show: async (visit) => {
    const { view, params } = visit;
    const words = reportsWords(view);
    const report = await visit.ask(deliveredReport, { delivery: params.delivery });
    const at = `/reports/delivered/${params.delivery}`;
    return {
      title: plain(view, report.titles),
      body: (
        <Stack>
          <PageTitle back={{ href: '/reports/delivered', label: words('delivered') }} lede={<Bdi>{monthsText(view, report)}</Bdi>}><Bdi>{plain(view, report.titles)}</Bdi></PageTitle>
          <Card title={words('numbers')}><Numbers view={view} of={report} proofOf={({ id }) => `${at}/numbers/${id}`} /></Card>
          <Card title={words('excluded')}><Excluded view={view} of={report} /></Card>
          {report.sections.some((one) => Object.keys(one.words).length > 0) ? <Card><Narrative view={view} sections={report.sections} /></Card> : null}
          <Card title={words('check')}>
            <HowToCheck view={view} of={report} />
            <Facts view={view} facts={[{ label: words('until'), value: <OnDate view={view} value={report.until} /> }]} />
          </Card>
          <Files view={view} at={`${at}/print`} />
        </Stack>
      ),
    };
  },
});
