import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import type { View } from '#ui/view.ts';
import { ventureWords } from '../venture-words.ts';
import { madeHere, spotlight } from './spotlight.query.ts';

/** Who makes something here and wishes to be found. */
export const madeHerePage = definePage<View>({
  path: '/made-here',
  audience: 'citizen',
  needs: 'incubation.made-here',
  show: async (visit) => {
    const { view, search } = visit;
    const words = ventureWords(view);
    const { rows, count, page, pageSize } = await visit.ask(madeHere, { page: search.page });
    return {
      title: words('made_here'),
      body: (
        <Stack>
          <PageTitle lede={words('made_here.lede')}>{words('made_here')}</PageTitle>
          {rows.length === 0 ? <EmptyState title={words('made_here.none')} /> : null}
          <Grid>
            {rows.map((one) => {
              const said = inLanguage(one.words, view.locale.lang);
              return <Card key={one.code} title={<a href={`/made-here/${one.code}`}><Bdi>{one.name}</Bdi></a>}><p className="soft">{words(`sector.${one.sector}`)}{one.territory ? <> · <PlaceName view={view} code={one.territory} /></> : null}</p><p><Bdi lang={said.lang}>{said.text}</Bdi></p></Card>;
            })}
          </Grid>
          {count > pageSize ? <Pager view={view} page={page} pageSize={pageSize} total={count} /> : null}
        </Stack>
      ),
    };
  },
});

/** One public profile. Where she took it away the page says so: an address on printed paper still leads somewhere. */
export const spotlightPage = definePage<View>({
  path: '/made-here/:code',
  audience: 'citizen',
  needs: 'incubation.spotlight',
  show: async (visit) => {
    const { view, params } = visit;
    const words = ventureWords(view);
    const one = await visit.ask(spotlight, { code: params.code! });
    if (!one.shown) {
      return { title: words('spotlight.gone'), quiet: true, body: <Stack><PageTitle back={{ href: '/made-here', label: words('made_here') }}>{words('spotlight.gone')}</PageTitle><Notice view={view} kind="info">{words('spotlight.gone_text')}</Notice></Stack> };
    }
    const said = inLanguage(one.words, view.locale.lang);
    return {
      title: one.name,
      body: (
        <Stack>
          <PageTitle back={{ href: '/made-here', label: words('made_here') }} lede={<>{words(`sector.${one.sector}`)}{one.territory ? <> · <PlaceName view={view} code={one.territory} /></> : null}</>}><Bdi>{one.name}</Bdi></PageTitle>
          {one.picture ? <img src={`/made-here/${params.code}/picture`} alt={words('spotlight.picture_of', { name: one.name })} width="640" /> : null}
          <Card><p><Bdi lang={said.lang}>{said.text}</Bdi></p><p><a href={`/hubs/${one.hub}`}>{words('spotlight.hub')}</a></p></Card>
        </Stack>
      ),
    };
  },
});
