import { definePage } from '#core/page.ts';
import { periodName } from '#modules/evidence/public.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { reportList } from '../read/report-sheet.query.ts';
import { reportsWords } from '../words.ts';
import { plain } from './show.tsx';

const tones = { draft: 'saffron', frozen: 'door', delivered: 'olive' } as const;

/** The reports of a hub, with where each of them stands. */
export const reportsPage = definePage<View>({
  path: '/reports',
  audience: 'staff',
  needs: 'reports.report-list',
  menu: { label: (reader) => reportsWords(reader)('reports'), order: 64, group: 'figures', icon: 'print' },
  show: async (visit) => {
    const { view } = visit;
    const words = reportsWords(view);
    const rows = await visit.ask(reportList, {});
    const add = visit.may('reports.open-report') ? <LinkButton icon="plus" href="/reports/new">{words('new')}</LinkButton> : null;
    return {
      title: words('reports'),
      body: (
        <Stack>
          <PageTitle lede={words('reports.lede')} actions={add}>{words('reports')}</PageTitle>
          <Table
            view={view} caption={words('reports')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/reports/${id}`} empty={<EmptyState title={words('none')} action={add} />}
            columns={[
              { key: 'title', label: words('f.titles'), cell: ({ titles }) => <Bdi>{plain(view, titles)}</Bdi> },
              { key: 'months', label: words('months'), cell: (row) => <Bdi>{periodName(view, row)}</Bdi> },
              { key: 'state', label: words('state'), cell: ({ state }) => <Badge tone={tones[state]}>{words(`state.${state}`)}</Badge> },
              { key: 'frozen', label: words('frozen_at'), cell: ({ frozenAt }) => (frozenAt ? <OnDate view={view} value={frozenAt} /> : '–') },
            ]}
          />
        </Stack>
      ),
    };
  },
});
