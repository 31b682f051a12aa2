import { definePage } from '#core/page.ts';
import { Num, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { exchangeWords } from '../words.ts';
import { importList } from './import-list.query.ts';

/** The files that this hub brought in, and the way to bring another. */
export const importsPage = definePage<View>({
  path: '/files',
  audience: 'staff',
  needs: 'exchange.import-list',
  menu: { label: (reader) => exchangeWords(reader)('menu'), order: 75, group: 'house', icon: 'list' },
  show: async (visit) => {
    const { view } = visit;
    const words = exchangeWords(view);
    const imports = await visit.ask(importList, {});
    const add = <LinkButton icon="plus" href="/files/new">{words('new')}</LinkButton>;
    return {
      title: words('title'),
      body: (
        <Stack>
          <PageTitle lede={words('lede')} actions={<>{add}<LinkButton kind="quiet" icon="download" href="/files/out">{words('out_button')}</LinkButton></>}>{words('title')}</PageTitle>
          <Card>
            <Table
              view={view} caption={words('title')} rows={imports} rowKey={({ id }) => id} rowHref={({ id }) => `/files/${id}`}
              empty={<EmptyState title={words('none')} action={add}>{words('none_help')}</EmptyState>}
              columns={[
                { key: 'file', label: words('file'), cell: ({ file_name: name }) => <Bdi>{name}</Bdi> },
                { key: 'kind', label: words('kind'), cell: ({ kind }) => words(`kind.${kind}`) },
                { key: 'state', label: words('state'), cell: ({ state, kind }) => <Badge tone={state === 'published' ? 'olive' : state === 'undone' ? 'clay' : 'saffron'}>{words(`state.${state}`, { kind })}</Badge> },
                { key: 'rows', label: words('rows'), numeric: true, cell: ({ rows_read: rows }) => <Num view={view} value={rows} /> },
                { key: 'refused', label: words('refused'), numeric: true, cell: ({ refused }) => <Num view={view} value={refused} /> },
                { key: 'on', label: words('on'), cell: ({ started_at: at }) => <OnDate view={view} value={at} /> },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
});
