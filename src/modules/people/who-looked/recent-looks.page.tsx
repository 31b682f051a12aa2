import { inLanguage, type Multilingual } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { peopleWords } from '../words.ts';
import { pageSize, recentLooks } from './recent-looks.ts';

/** Where the data protection officer begins: the files opened lately, without a name, each leading to who looked; and the tries refused. */
export const recentLooksPage = definePage<View>({
  path: '/looks',
  audience: 'staff',
  needs: 'people.recent-looks',
  menu: { label: (reader) => peopleWords(reader)('tab.looks'), order: 75, group: 'care', icon: 'eye' },
  show: async ({ view, search, ask }) => {
    const words = peopleWords(view);
    const { files, refused, page, total } = await ask(recentLooks, { page: Math.max(1, Number(search.page) || 1) });
    const hub = (names: Multilingual | null) => (names ? <Bdi lang={inLanguage(names, view.locale.lang).lang}>{inLanguage(names, view.locale.lang).text}</Bdi> : words('looks.nowhere'));
    return {
      title: words('tab.looks'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('looks.recent_lede')}>{words('tab.looks')}</PageTitle>
          <Table
            view={view} caption={words('looks.files')} rows={files} rowKey={({ person }) => person} rowHref={({ person }) => `/people/${person}/looks?from=looks`}
            columns={[
              { key: 'last', label: words('looks.last'), cell: ({ last }) => <AtTime view={view} value={last} /> },
              { key: 'hub', label: words('looks.hub'), cell: (row) => hub(row.hub) },
              { key: 'times', label: words('looks.times'), numeric: true, cell: ({ times }) => <Num view={view} value={times} /> },
              { key: 'readers', label: words('looks.readers'), numeric: true, cell: ({ readers }) => <Num view={view} value={readers} /> },
            ]}
            empty={<EmptyState title={words('looks.none')}>{words('looks.none_lately')}</EmptyState>}
          />
          {total > 0 ? <Pager view={view} page={page} pageSize={pageSize} total={total} /> : null}
          <Card title={words('looks.tries')}>
            {refused.length === 0 ? <p className="soft">{words('looks.no_tries')}</p> : (
              <Table
                view={view} caption={words('looks.tries')} rows={refused} rowKey={({ id }) => id}
                columns={[
                  { key: 'at', label: words('looks.when'), cell: ({ at }) => <AtTime view={view} value={at} /> },
                  { key: 'who', label: words('looks.who'), cell: ({ who }) => (who ? <Bdi>{who}</Bdi> : words('looks.by_link')) },
                  { key: 'hub', label: words('looks.hub'), cell: (row) => hub(row.hub) },
                ]}
              />
            )}
          </Card>
        </Stack>
      ),
    };
  },
});
