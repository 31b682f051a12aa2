import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { contentPageQuery } from '../content/content-page.query.ts';
import { ItemText, versionFor } from '../content/content-item.page.tsx';
import { portalWords } from '../words.ts';

/** A help text that a hub published: read with the way out always in sight, under a title that tells nothing. */
export const helpTextPage = definePage<View>({
  path: '/help/text/:item',
  audience: 'help',
  needs: 'portal.content-page',
  show: async (visit) => {
    const { view, search } = visit;
    const words = portalWords(view);
    const item = await visit.ask(contentPageQuery, { item: visit.params.item });
    if (item.kind !== 'help') throw new NotFound();
    const shown = versionFor(item.versions, search.in, view.locale.lang);
    return {
      title: words('help.neutral_title'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/help', label: words('help.title') }}><span lang={shown.lang} dir="auto">{shown.title}</span></PageTitle>
          <ItemText view={view} item={item} asked={search.in} />
        </Stack>
      ),
    };
  },
});
