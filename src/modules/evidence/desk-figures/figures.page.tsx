import { definePage, type Visit } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { frozenWords } from '../frozen/frozen-words.ts';
import { readingsOf } from '../reading/reading.ts';
import { staffAddress } from '../show/address.ts';
import { cutChoices, figureChoices, monthChoices } from '../show/choices.ts';
import { Sheet } from '../show/sheet.tsx';
import { evidenceWords } from '../words.ts';
import { deskFigures } from './desk-figures.query.ts';
import { figurePlaces } from './figure-places.query.ts';
import type { FigureSheet } from './read-sheet.ts';

/** The figures of the desk over some months, and one of them divided. */
export const figuresPage = definePage<View>({
  path: '/figures',
  audience: 'staff',
  needs: 'evidence.desk-figures',
  menu: { label: (reader) => evidenceWords(reader)('menu.figures'), order: 60, group: 'figures', icon: 'chart' },
  show: async (visit) => {
    const { view, search } = visit;
    const words = evidenceWords(view);
    const { over, from, to, by, indicator } = search;
    const sheet = await visit.ask(deskFigures, { over, from, to, by, indicator });
    const { hubs } = await visit.ask(figurePlaces, {});
    const title = words(sheet.over === 'hub' ? 'figures.title' : `figures.title_${sheet.over}`);
    return {
      title,
      body: (
        <Stack>
          <PageTitle lede={sheet.exact ? words('figures.lede_exact') : `${words('figures.lede_kept')} ${words('closed.note')}`}>{title}</PageTitle>
          <FigureFilters visit={visit} sheet={sheet} />
          <Sheet view={view} sheet={sheet} hubs={hubs} openAt={staffAddress(sheet)} />
          {visit.may('evidence.frozen-months') ? <p><a href="/figures/frozen">{frozenWords(view)('frozen')}</a></p> : null}
        </Stack>
      ),
    };
  },
});

const FigureFilters = ({ visit: { view, actor }, sheet }: { visit: Visit<View>; sheet: FigureSheet }) => {
  const words = evidenceWords(view);
  const f = { view, values: { ...sheet.period, over: sheet.over, by: sheet.by ?? '', indicator: sheet.indicator }, errors: {}, unmarked: true };
  const overs = readingsOf(actor).map(({ over }) => ({ value: over, label: words(`over.${over}`) }));
  const months = monthChoices(view, houseTime(), sheet.exact);
  return (
    <Filters view={view}>
      {overs.length > 1 ? <SelectField {...f} name="over" label={words('filter.over')} choices={overs} /> : null}
      {sheet.exact ? <SelectField {...f} name="from" label={words('filter.from')} choices={months} /> : null}
      <SelectField {...f} name="to" label={words(sheet.exact ? 'filter.to' : 'filter.month')} choices={months} />
      <SelectField {...f} name="indicator" label={words('filter.indicator')} choices={figureChoices(view, sheet)} />
      <SelectField {...f} name="by" label={words('filter.by')} choices={cutChoices(view)} />
    </Filters>
  );
};
