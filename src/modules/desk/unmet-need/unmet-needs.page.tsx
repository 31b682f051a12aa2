import { definePage } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { monthChoices } from '#modules/evidence/public.ts';
import { Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card, Figure, Stack } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { placeName, typeName } from '../referral/referral-names.tsx';
import { referralWords } from '../referral-words.ts';
import { unmetCauses } from './unmet-cause.ts';
import { unmetFigures } from './unmet-figures.query.ts';
import { type UnmetCount, type UnmetRegister, unmetNeeds } from './unmet-needs.query.ts';

/** The register of unmet needs: bars by cause, then each cause, kind of service and place. Those who see no people see no small number. */
export const unmetNeedsPage = definePage<View>({
  path: '/unmet-needs',
  audience: 'staff',
  needs: 'desk.unmet-need-figures',
  menu: { label: (reader) => referralWords(reader)('menu.unmet'), order: 70, group: 'services', icon: 'chart' },
  show: async ({ view, search, ask, may }) => {
    const words = referralWords(view);
    const period = { from: isDay(search.from), until: isDay(search.until) };
    const exact = may('desk.unmet-needs') ? await ask(unmetNeeds, period) : null;
    const closed = exact ? null : await ask(unmetFigures, { until: isDay(`${search.month}-01`) ?? period.until });
    const register = exact ?? closed!;
    const f = { view, values: { ...period, ...(closed ? { month: closed.month } : {}) }, errors: {} };
    return {
      title: words('unmet.title'),
      body: (
        <Stack>
          <PageTitle lede={closed ? `${words('unmet.lede')} ${words('unmet.month_note')}` : words('unmet.lede')}>{words('unmet.title')}</PageTitle>
          <Filters view={view}>
            {closed ? <SelectField {...f} unmarked name="month" label={words('unmet.month')} choices={monthChoices(view, houseTime(), false)} /> : (
              <>
                <DateField {...f} unmarked name="from" label={words('unmet.from')} />
                <DateField {...f} unmarked name="until" label={words('unmet.until')} />
              </>
            )}
          </Filters>
          {register.cells.length === 0 && !register.hides
            ? <EmptyState title={words('unmet.none')}>{words('unmet.none_text')}</EmptyState>
            : <Counted view={view} register={register} />}
        </Stack>
      ),
    };
  },
});

const isDay = (value: string | undefined): string | undefined =>
  value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

const Counted = ({ view, register }: { view: View; register: UnmetRegister }) => {
  const words = referralWords(view);
  const bars = unmetCauses.flatMap((cause) => {
    const count = register.byCause[cause];
    return typeof count === 'number' ? [{ key: cause, label: words(`cause.${cause}`), value: count }] : [];
  });
  return (
    <>
      {register.hides ? <Notice view={view}>{words('unmet.few_note')}</Notice> : null}
      <Figure label={words('unmet.total')}><Count view={view} count={register.total} /></Figure>
      {bars.length ? <Card><BarChart view={view} title={words('unmet.by_cause')} bars={bars} /></Card> : null}
      <Table
        view={view} caption={words('unmet.title')} rows={register.cells} rowKey={({ cause, type, territory }) => `${cause} ${type} ${territory}`}
        columns={[
          { key: 'cause', label: words('unmet.cause'), cell: ({ cause }) => words(`cause.${cause}`) },
          { key: 'type', label: words('unmet.type'), cell: ({ type }) => (type ? <Bdi>{typeName(view, type)}</Bdi> : words('unmet.unknown')) },
          { key: 'place', label: words('unmet.place'), cell: ({ territory }) => (territory ? <Bdi>{placeName(view, territory)}</Bdi> : words('unmet.unknown')) },
          { key: 'count', label: words('unmet.count'), numeric: true, cell: ({ count }) => <Count view={view} count={count} /> },
        ]}
      />
    </>
  );
};

const Count = ({ view, count }: { view: View; count: UnmetCount }) =>
  count === null ? <span className="soft">{referralWords(view)('unmet.few')}</span> : <Num view={view} value={count} />;
