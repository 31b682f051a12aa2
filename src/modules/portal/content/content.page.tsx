import { definePage } from '#core/page.ts';
import { Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';
import { ItemLines } from './content-links.tsx';
import { contentKinds } from './content-tables.ts';
import { publicContent } from './public-content.query.ts';

/** What the hubs of the network published, for anyone. */
export const contentListPublicPage = definePage<View>({
  path: '/content',
  audience: 'citizen',
  needs: 'portal.public-content',
  show: async (visit) => {
    const { view, search } = visit;
    const words = portalWords(view);
    const kind = contentKinds.find((one) => one === search.kind);
    const found = await visit.ask(publicContent, { kind, page: search.page });
    return {
      title: words('content.title'),
      body: (
        <Stack>
          <PageTitle lede={words('content.lede')} back={{ href: '/', label: words('home') }}>{words('content.title')}</PageTitle>
          <Filters view={view}>
            <SelectField orAll view={view} values={{ kind }} errors={{}} unmarked name="kind" label={words('content.kind')} choices={contentKinds.map((value) => ({ value, label: words(`kind.${value}`) }))} />
          </Filters>
          {found.items.length ? <ItemLines view={view} items={found.items} /> : <EmptyState title={words('content.none')}>{words('content.none_text')}</EmptyState>}
          {found.total > found.pageSize ? <Pager view={view} page={found.page} pageSize={found.pageSize} total={found.total} /> : null}
        </Stack>
      ),
    };
  },
});
