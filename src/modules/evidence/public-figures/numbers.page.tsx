import { definePage } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { figurePlaces } from '../desk-figures/figure-places.query.ts';
import type { FigureSheet } from '../desk-figures/read-sheet.ts';
import { publicAddress } from '../show/address.ts';
import { proofWords } from '../receipt/proof-words.ts';
import { cutChoices, figureChoices, monthChoices } from '../show/choices.ts';
import { Sheet } from '../show/sheet.tsx';
import { evidenceWords } from '../words.ts';
import { publicFigures } from './public-figures.query.ts';

/** The network's figures for anyone: one month that has ended, small numbers kept back. */
export const numbersPage = definePage<View>({
  path: '/numbers',
  audience: 'citizen',
  needs: 'evidence.public-figures',
  show: async (visit) => {
    const { view } = visit;
    const words = evidenceWords(view);
    const { month, by, indicator } = visit.search;
    const sheet = await visit.ask(publicFigures, { month, by, indicator });
    const { hubs } = await visit.ask(figurePlaces, {});
    return {
      title: words('numbers.title'),
      body: (
        <Stack>
          <PageTitle lede={words('numbers.lede')}>{words('numbers.title')}</PageTitle>
          <NumberFilters view={view} sheet={sheet} />
          <Sheet view={view} sheet={sheet} hubs={hubs} openAt={publicAddress(sheet)} />
          <p><a href="/heads">{words('numbers.heads')}</a> · <a href="/verify">{proofWords(view)('check')}</a></p>
        </Stack>
      ),
    };
  },
});

const NumberFilters = ({ view, sheet }: { view: View; sheet: FigureSheet }) => {
  const words = evidenceWords(view);
  const f = { view, values: { month: sheet.period.to, by: sheet.by ?? '', indicator: sheet.indicator }, errors: {}, unmarked: true };
  return (
    <Filters view={view}>
      <SelectField {...f} name="month" label={words('filter.month')} choices={monthChoices(view, houseTime(), false)} />
      <SelectField {...f} name="indicator" label={words('filter.indicator')} choices={figureChoices(view, sheet)} />
      <SelectField {...f} name="by" label={words('filter.by')} choices={cutChoices(view)} />
    </Filters>
  );
};
