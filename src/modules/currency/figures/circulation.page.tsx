import { definePage } from '#core/page.ts';
import { Money, Num, Percent } from '#ui/amounts.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { labelled } from '#ui/labelled.ts';
import { Names, nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { circulation } from './circulation.query.ts';
import { CirculationPicture } from './circulation-picture.tsx';
import { figureWords } from './figure-words.ts';
import { HeadFacts } from './show-figures.tsx';

/** How an instrument circulates, for everybody: the picture, what shops spend again, what lies still and what money stands behind it. */
export const circulationPage = definePage<View>({
  path: '/aid/circulation/:instrument',
  audience: 'citizen',
  needs: 'currency.circulation',
  show: async ({ view, params, ask }) => {
    const words = figureWords(view);
    const of = await ask(circulation, { instrument: params.instrument! });
    const money = (minor: number) => <Money view={view} value={minor} currency={of.currency} />;
    return {
      title: nameIn(view, of.names),
      hubName: nameIn(view, of.hub.names),
      body: (
        <Stack>
          <PageTitle lede={words('circulation.lede', { days: of.days })}>{labelled(view, words('circulation'))} <Names view={view} of={of.names} /></PageTitle>
          <Card><CirculationPicture view={view} moved={of.moved} currency={of.currency} days={of.days} /></Card>
          <Grid>
            <Figure label={words('backing')} note={words('backing.note')}>{money(of.moved.backing)}</Figure>
            <Figure label={words('out')}>{money(of.moved.out)}</Figure>
            <Figure label={words('velocity')} note={words('velocity.note')}>{of.velocity === null ? '–' : <Num view={view} value={of.velocity} fraction={2} />}</Figure>
            <Figure label={words('respent')} note={words('respent.note')}>{of.respent === null ? '–' : <Percent view={view} value={of.respent} />}</Figure>
            <Figure label={words('payments')}>{of.payments === null ? words('kept_back') : <Num view={view} value={of.payments} />}</Figure>
            <Figure label={words('shops')}><Num view={view} value={of.moved.shops} /></Figure>
            <Figure label={words('stuck')} note={words('stuck.note')}>{of.stuck === null ? words('kept_back') : money(of.stuck)}</Figure>
            {of.kind === 'aid' ? <Figure label={words('converted')}>{money(of.moved.converted)}</Figure> : <Figure label={words('came')}>{money(of.moved.came)}</Figure>}
          </Grid>
          <Card title={words('check')}>
            <HeadFacts view={view} head={of.head} at={of.at} />
            <p><a href={`/aid/rules/${of.id}`}>{currencyWords(view)('rules')}</a></p>
          </Card>
        </Stack>
      ),
    };
  },
});
