import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { Said } from '../hub-door/said.tsx';
import { portalWords } from '../words.ts';
import { contentList } from './content-list.query.ts';
import { langName } from './lang-name.ts';

/** The colour of each state; the word stands beside it. */
export const stateTones: Readonly<Record<'draft' | 'published' | 'withdrawn', Tone>> = { draft: 'saffron', published: 'olive', withdrawn: 'clay' };

/** What the hub writes for the public: drafts, published, withdrawn. */
export const contentSettingsPage = definePage<View>({
  path: '/publications',
  audience: 'staff',
  needs: 'portal.content-list',
  menu: { label: (reader) => portalWords(reader)('menu.content'), order: 85, group: 'house', icon: 'book' },
  show: async (visit) => {
    const { view } = visit;
    const words = portalWords(view);
    const list = await visit.ask(contentList, { page: visit.search.page });
    const begin = <LinkButton href="/publications/new" icon="plus">{words('editor.new')}</LinkButton>;
    return {
      title: words('editor.title'),
      body: (
        <Stack>
          <PageTitle lede={words('editor.lede')} actions={begin}>{words('editor.title')}</PageTitle>
          <Table
            view={view} caption={words('editor.title')} rows={list.items} rowKey={({ id }) => id}
            columns={[
              { key: 'title', label: words('editor.item_title'), cell: ({ id, versions }) => <a href={`/publications/${id}`}><Said view={view} value={versions.titles} /></a> },
              { key: 'kind', label: words('content.kind'), cell: ({ kind }) => words(`kind.${kind}`) },
              { key: 'state', label: words('editor.state'), cell: ({ state }) => <Badge tone={stateTones[state]}>{words(`state.${state}`)}</Badge> },
              { key: 'langs', label: words('content.languages'), cell: ({ versions }) => Object.entries(versions.statuses).map(([lang, status]) => (
                <span key={lang}><bdi lang={lang}>{langName(lang)}</bdi>{status === 'machine' ? <> <Badge tone="saffron">{words('version.machine')}</Badge></> : null} </span>
              )) },
              { key: 'changed', label: words('editor.changed'), cell: ({ changedAt }) => <OnDate view={view} value={changedAt} /> },
            ]}
            empty={<EmptyState title={words('editor.none')} action={begin}>{words('editor.none_text')}</EmptyState>}
          />
          {list.total > list.pageSize ? <Pager view={view} page={list.page} pageSize={list.pageSize} total={list.total} /> : null}
        </Stack>
      ),
    };
  },
});
