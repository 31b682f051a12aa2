import type { ReactNode } from 'react';
import { currencies } from '#core/money.ts';
import { definePage } from '#core/page.ts';
import { number } from '#core/words/format.ts';
import { CalendarDate, Money } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { keptName } from '../kept/kept-shown.tsx';
import { periodName } from '../show/names.ts';
import { formPage, named } from '../target/target-form.tsx';
import { ActualText, Span } from '../target/target-shown.tsx';
import { targetWords } from '../target/target-words.ts';
import { costChoices, outcomeCosts } from './cost-per-outcome.query.ts';
import { enterCost, withdrawCost } from './enter-cost.ts';
import type { Rate } from './rates.ts';
import { stateRate, withdrawRate } from './state-rate.ts';

/** The currencies as choices of a form. */
export const currencyChoices = currencies.map((value) => ({ value, label: value, named: true as const }));

/** What an outcome cost at each hub, with the rates by which money was brought into one currency. */
export const costsPage = definePage<View>({
  path: '/costs',
  audience: 'staff',
  needs: 'evidence.outcome-costs',
  menu: { label: (reader) => targetWords(reader)('costs'), order: 64, group: 'figures', icon: 'coins' },
  show: async (visit) => {
    const { view, search } = visit;
    const words = targetWords(view);
    const { indicator, withCosts, known, read } = await visit.ask(outcomeCosts, { indicator: search.indicator, currency: search.currency });
    const add = visit.may('evidence.enter-cost') ? <LinkButton icon="plus" href="/costs/new">{words('cost.enter')}</LinkButton> : null;
    const f = { view, values: { indicator: indicator ?? '', currency: read?.currency ?? '' }, errors: {}, unmarked: true };
    return {
      title: words('costs'),
      body: (
        <Stack>
          <PageTitle lede={words('costs.lede')} actions={add}>{words('costs')}</PageTitle>
          {withCosts.length ? (
            <Filters view={view}>
              <SelectField {...f} name="indicator" label={words('what')} choices={named(view, withCosts)} />
              <SelectField {...f} name="currency" label={words('currency')} choices={currencyChoices} />
            </Filters>
          ) : null}
          {read ? (
            <Card title={periodName(view, read.period)}>
              <Table view={view} caption={words('costs')} rows={read.rows} rowKey={({ hub }) => hub} columns={[
                { key: 'hub', label: words('hub'), cell: ({ names }) => <Bdi>{keptName(view, names)}</Bdi> },
                { key: 'cost', label: words('cost'), numeric: true, cell: ({ cost, leftOut }) => <span><Money view={view} value={cost} currency={read.currency} />{leftOut.outside + leftOut.unconverted ? <div className="soft">{words('cost.left_out', leftOut)}</div> : null}</span> },
                { key: 'reached', label: words('reached'), numeric: true, cell: ({ outcome }) => <ActualText view={view} counts={read.version} actual={outcome} /> },
                { key: 'each', label: words('cost.each'), numeric: true, cell: (row) => <Each view={view} row={row} currency={read.currency} /> },
                { key: 'rates', label: words('rates'), cell: ({ converted }) => converted.map((one) => <RateLine key={one.id} view={view} rate={one} />) },
              ]} />
              <p className="soft">{words('costs.rule')}</p>
            </Card>
          ) : <EmptyState title={words('costs.none')} action={add}>{words('costs.none_says')}</EmptyState>}
          {read ? (
            <Card title={words('entries')}>
              <Table view={view} caption={words('entries')} rows={read.costs} rowKey={({ id }) => id} columns={[
                { key: 'what', label: words('cost.what'), cell: ({ what, paper }) => <div><Bdi>{what}</Bdi>{paper ? <div className="soft"><Bdi>{paper}</Bdi></div> : null}</div> },
                { key: 'hub', label: words('hub'), cell: ({ names }) => <Bdi>{keptName(view, names)}</Bdi> },
                { key: 'period', label: words('period'), cell: ({ from, to }) => <Span view={view} from={from} to={to} /> },
                { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, currency }) => <Money view={view} value={amount} currency={currency} /> },
                ...(visit.may('evidence.withdraw-cost') ? [{ key: 'do', label: words('col.do'), cell: ({ id, hub }: { id: string; hub: string }) => (hub === visit.actor.hub ? <LinkButton kind="quiet" icon="cross" href={`/costs/${id}/withdraw`}>{words('cost.withdraw')}</LinkButton> : null) }] : []),
              ]} />
            </Card>
          ) : null}
          <Card title={words('rates')}>
            <Table view={view} caption={words('rates')} rows={known} rowKey={({ id }) => id} empty={<p className="soft">{words('rates.none')}</p>} columns={[
              { key: 'rate', label: words('rate'), cell: (rate) => <RateLine view={view} rate={rate} /> },
              { key: 'said', label: words('said_by'), cell: ({ saidBy }) => <Bdi>{saidBy}</Bdi> },
              ...(visit.may('evidence.withdraw-rate') ? [{ key: 'do', label: words('col.do'), cell: ({ id }: Rate) => <LinkButton kind="quiet" icon="cross" href={`/rates/${id}/withdraw`}>{words('rate.withdraw')}</LinkButton> }] : []),
            ]} />
            {visit.may('evidence.state-rate') ? <LinkButton kind="quiet" icon="plus" href="/rates/new">{words('rate.state')}</LinkButton> : null}
          </Card>
        </Stack>
      ),
    };
  },
});

/** What one outcome cost, “at most” where outcomes are only said as “at least”. */
export const Each = ({ view, row: { each, atMost }, currency }: { view: View; row: { each: number | null; atMost: boolean }; currency: string }): ReactNode => {
  if (each === null) return '–';
  const money = <Money view={view} value={each} currency={currency} />;
  if (!atMost) return money;
  const [before = '', after = ''] = targetWords(view)('cost.at_most', { value: '|' }).replace(/[\u2066-\u2069]/g, '').split('|');
  return <span>{before}{money}{after}</span>;
};

/** One rate with its day: 1 EUR = 3,35 TND. */
export const RateLine = ({ view, rate: { from, to, rate, on } }: { view: View; rate: Rate }): ReactNode => (
  <div><Ltr>{`1 ${from} = ${number(Number(rate), view.locale, { maximumFractionDigits: 6 })} ${to}`}</Ltr><br /><CalendarDate view={view} value={on} /></div>
);

/** A cost of the hub. */
export const enterCostPage = formPage({
  path: '/costs/new', action: enterCost, title: 'cost.enter', lede: 'costs.none_says', back: () => '/costs',
  fields: async (f, visit) => {
    const words = targetWords(f.view);
    const { indicators, programmes } = await visit.ask(costChoices, {});
    return (
      <>
        <SelectField {...f} name="indicator" label={words('what')} required choices={named(f.view, indicators)} />
        <TextField {...f} name="what" label={words('cost.what')} required />
        <TextField {...f} name="amount" label={words('amount')} required ltr />
        <SelectField {...f} name="currency" label={words('currency')} required choices={currencyChoices} />
        <DateField {...f} name="from" label={words('from')} required />
        <DateField {...f} name="to" label={words('to')} required />
        <SelectField {...f} name="programme" label={words('programme')} choices={named(f.view, programmes)} />
        <TextField {...f} name="paper" label={words('cost.paper')} />
      </>
    );
  },
});

/** A rate of the network. */
export const stateRatePage = formPage({
  path: '/rates/new', action: stateRate, title: 'rate.state', back: () => '/costs',
  fields: (f) => {
    const words = targetWords(f.view);
    return (
      <>
        <SelectField {...f} name="from_currency" label={words('rate.from')} required choices={currencyChoices} />
        <TextField {...f} name="rate" label={words('rate')} required ltr />
        <SelectField {...f} name="to_currency" label={words('rate.to')} required choices={currencyChoices} />
        <DateField {...f} name="on" label={words('rate.on')} required />
        <TextField {...f} name="said_by" label={words('said_by')} required />
      </>
    );
  },
});

/** Taking back a cost that was mistyped. */
export const withdrawCostPage = formPage({
  path: '/costs/:cost/withdraw', action: withdrawCost, title: 'cost.withdraw', ends: true, back: () => '/costs',
  fields: (f) => <TextArea {...f} name="why" label={targetWords(f.view)('why')} required rows={2} />, input: ({ params }) => ({ cost: params.cost }),
});
/** Taking back a rate that was mistyped. */
export const withdrawRatePage = formPage({
  path: '/rates/:rate/withdraw', action: withdrawRate, title: 'rate.withdraw', ends: true, back: () => '/costs',
  fields: (f) => <TextArea {...f} name="why" label={targetWords(f.view)('why')} required rows={2} />, input: ({ params }) => ({ rate: params.rate }),
});
