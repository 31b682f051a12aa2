import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { labelled } from '#ui/labelled.ts';
import { Names, nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { aidFigures } from './aid-figures.query.ts';
import { aidPlaces } from './aid-places.query.ts';
import { figureWords } from './figure-words.ts';
import { HeadFacts, Sums } from './show-figures.tsx';

type Places = Awaited<ReturnType<(typeof aidPlaces)['spec']['run']>>;

/** The figures of an aid programme for everybody: where its money is, in which months and districts it was granted. */
export const aidFiguresPage = definePage<View>({
  path: '/aid/figures/:programme',
  audience: 'citizen',
  needs: 'currency.aid-figures',
  show: async ({ view, params, search, ask }) => {
    const [words, general] = [figureWords(view), currencyWords(view)];
    const programme = params.programme!;
    const figures = await ask(aidFigures, { programme, at: search.at });
    const places = await ask(aidPlaces, { programme, month: search.month });
    return {
      title: nameIn(view, figures.names),
      hubName: nameIn(view, figures.hub.names),
      body: (
        <Stack>
          <PageTitle lede={words('lede')}>{labelled(view, words('figures'))} <Names view={view} of={figures.names} /></PageTitle>
          <Sums view={view} sums={figures.sums} currency={figures.currency} agree={figures.addsUp} />
          <Card>
            <p>{words('households_most')}{' '}{places.households === null ? words('kept_back') : <strong>{words('at_least', { households: places.households })}</strong>}</p>
            <Months view={view} places={places} currency={figures.currency} at={`/aid/figures/${programme}`} />
          </Card>
          {places.month && places.places.length > 0 ? (
            <Card title={<>{labelled(view, words('districts'))} <CalendarDate view={view} value={places.month} /></>}>
              <Table view={view} caption={words('districts')} rows={places.places} rowKey={({ place }) => place} columns={[
                { key: 'place', label: words('district'), cell: ({ place }) => (place === 'unknown' ? words('unknown') : <PlaceName view={view} code={place} />) },
                { key: 'households', label: general('households'), numeric: true, cell: ({ households }) => (households === null ? words('kept_back') : <Num view={view} value={households} />) },
                { key: 'amount', label: general('sum.granted'), numeric: true, cell: ({ amount }) => (amount === null ? '–' : <Money view={view} value={amount} currency={figures.currency} />) },
              ]} />
              <p className="soft">{words('small')}</p>
            </Card>
          ) : null}
          <Card title={words('check')}>
            <p>{words('check.text')}</p>
            <HeadFacts view={view} head={figures.head} at={figures.at} />
            <p><a href={`/aid/budgets/${programme}`}>{general('budget.read')}</a> · <a href={`/aid/circulation/${figures.instrument}`}>{words('circulation')}</a></p>
          </Card>
        </Stack>
      ),
    };
  },
});

const Months = ({ view, places, currency, at }: { view: View; places: Places; currency: string; at: string }): ReactNode => {
  const [words, general] = [figureWords(view), currencyWords(view)];
  return (
    <Table view={view} caption={words('months')} showCaption rows={places.months} rowKey={({ month }) => month} empty={<p className="soft">{words('months.none')}</p>} rowHref={({ month }) => `${at}?month=${month}`} columns={[
      { key: 'month', label: words('month'), cell: ({ month }) => <CalendarDate view={view} value={month} /> },
      { key: 'households', label: general('households'), numeric: true, cell: ({ households }) => (households === null ? words('kept_back') : <Num view={view} value={households} />) },
      { key: 'amount', label: general('sum.granted'), numeric: true, cell: ({ amount }) => (amount === null ? '–' : <Money view={view} value={amount} currency={currency} />) },
    ]} />
  );
};
