import { definePage } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../shown.tsx';
import { programmeWords } from '../words.ts';
import { committeeList } from './committees.query.ts';

/** The committees she runs or sits in, with what waits in each. */
export const committeesPage = definePage<View>({
  path: '/committees',
  audience: 'staff',
  needs: 'programme.committee-list',
  menu: { label: (reader) => programmeWords(reader)('committees.title'), order: 49, group: 'programmes', icon: 'people' },
  show: async (visit) => {
    const { view } = visit;
    const words = programmeWords(view);
    const rows = await visit.ask(committeeList, {});
    const add = visit.may('programme.name-committee') ? <LinkButton icon="plus" href="/committees/new">{words('committee.new')}</LinkButton> : null;
    return {
      title: words('committees.title'),
      body: (
        <Stack>
          <PageTitle lede={words('committees.lede')} actions={add}>{words('committees.title')}</PageTitle>
          <Card>
            <Table
              view={view} caption={words('committees.title')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/committees/${id}`}
              empty={<EmptyState title={words('committees.none')} action={add}>{words('committees.none_says')}</EmptyState>}
              columns={[
                { key: 'name', label: words('committee'), cell: ({ names }) => <Names view={view} of={names} /> },
                { key: 'kind', label: words('committee.kind'), cell: ({ kind, closedOn }) => <span>{words(`kind.${kind}`)} {closedOn ? <Badge>{words('state.closed')}</Badge> : null}</span> },
                { key: 'of', label: words('committee.of'), cell: ({ hubNames, territory }) => (hubNames ? <Names view={view} of={hubNames} /> : territory ? <PlaceName view={view} code={territory} /> : words('network')) },
                { key: 'quorum', label: words('quorum'), numeric: true, cell: ({ quorum }) => <Num view={view} value={quorum} /> },
                { key: 'actions', label: words('actions.waiting'), cell: ({ open, late }) => <span><Num view={view} value={open} /> {late ? <Badge tone="rose">{words('actions.late', { count: late })}</Badge> : null}</span> },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
});
