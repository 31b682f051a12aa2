import { percent } from '#core/words/format.ts';
import { definePage } from '#core/page.ts';
import { Money, Percent } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { keptName } from '../kept/kept-shown.tsx';
import { formPage } from '../target/target-form.tsx';
import { revenueKinds } from '../target/target-tables.ts';
import { targetWords } from '../target/target-words.ts';
import { currencyChoices, RateLine } from './costs.page.tsx';
import { enterRevenue, withdrawRevenue } from './enter-revenue.ts';
import { hubRevenue } from './hub-revenue.query.ts';
import { amberAbove, redAbove } from './own-revenue.ts';

const tones: Readonly<Record<'green' | 'amber' | 'red', Tone>> = { green: 'olive', amber: 'saffron', red: 'rose' };

/** What hubs live on, year by year, with amber and red where project money is most of it. */
export const revenuePage = definePage<View>({
  path: '/revenue',
  audience: 'staff',
  needs: 'evidence.hub-revenue',
  menu: { label: (reader) => targetWords(reader)('revenue'), order: 61, group: 'money', icon: 'coins' },
  show: async (visit) => {
    const { view } = visit;
    const words = targetWords(view);
    const { years, entries } = await visit.ask(hubRevenue, {});
    const add = visit.may('evidence.enter-revenue') ? <LinkButton icon="plus" href="/revenue/new">{words('revenue.enter')}</LinkButton> : null;
    return {
      title: words('revenue'),
      body: (
        <Stack>
          <PageTitle lede={words('revenue.lede')} actions={add}>{words('revenue')}</PageTitle>
          {years.length ? null : <EmptyState title={words('revenue.none')} action={add} />}
          {years.map(({ hub, year, names, mix, currency, converted, unconverted }) => (
            <Card key={`${year} ${hub}`} title={`${keptName(view, names)} · ${year}`}>
              <p><Badge tone={tones[mix.light]}>{words(`light.${mix.light}`)}</Badge></p>
              <Facts view={view} facts={[
                { label: words('revenue.own'), value: <Percent view={view} value={mix.own} /> },
                { label: words('revenue.project-money'), value: <Percent view={view} value={mix.project} /> },
                { label: words('revenue.total'), value: <Money view={view} value={mix.total} currency={currency} /> },
              ]} />
              <BarChart view={view} title={words('revenue')} format={(value) => percent(value, view.locale)} bars={revenueKinds.map((kind) => ({
                key: kind, label: words(`revenue.${kind}`), value: Number(mix.byKind.get(kind) ?? 0n) / Number(mix.total), tone: kind === 'project-money' ? ('clay' as const) : ('door' as const),
              }))} />
              {converted.map((rate) => <RateLine key={rate.id} view={view} rate={rate} />)}
              {unconverted ? <p className="soft">{words('revenue.unconverted', { count: unconverted })}</p> : null}
            </Card>
          ))}
          <p className="soft">{words('revenue.rule', { amber: percent(amberAbove, view.locale), red: percent(redAbove, view.locale) })} {words('costs.rule')}</p>
          {entries.length ? (
            <Card title={words('entries')}>
              <Table view={view} caption={words('entries')} rows={entries} rowKey={({ id }) => id} columns={[
                { key: 'year', label: words('revenue.year'), cell: ({ year, names }) => <span><Bdi>{String(year)}</Bdi> · <Bdi>{keptName(view, names)}</Bdi></span> },
                { key: 'kind', label: words('revenue.kind'), cell: ({ kind, withdrawnWhy }) => <div>{words(`revenue.${kind}`)}{withdrawnWhy ? <div className="soft">{words('taken_back', { why: withdrawnWhy })}</div> : null}</div> },
                { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, currency, withdrawnWhy }) => (withdrawnWhy ? <s><Money view={view} value={amount} currency={currency} /></s> : <Money view={view} value={amount} currency={currency} />) },
                { key: 'said', label: words('said_by'), cell: ({ saidBy }) => <Bdi>{saidBy}</Bdi> },
                ...(visit.may('evidence.withdraw-revenue') ? [{ key: 'do', label: words('col.do'), cell: ({ id, withdrawnWhy }: { id: string; withdrawnWhy: string | null }) => (withdrawnWhy ? null : <LinkButton kind="quiet" icon="cross" href={`/revenue/${id}/withdraw`}>{words('revenue.withdraw')}</LinkButton>) }] : []),
              ]} />
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
});

/** What the hub lived on in a year. */
export const enterRevenuePage = formPage({
  path: '/revenue/new', action: enterRevenue, title: 'revenue.enter', lede: 'revenue.lede', back: () => '/revenue',
  fields: (f) => {
    const words = targetWords(f.view);
    return (
      <>
        <TextField {...f} name="year" label={words('revenue.year')} required ltr />
        <SelectField {...f} name="kind" label={words('revenue.kind')} required choices={revenueKinds.map((value) => ({ value, label: words(`revenue.${value}`) }))} />
        <TextField {...f} name="amount" label={words('amount')} required ltr />
        <SelectField {...f} name="currency" label={words('currency')} required choices={currencyChoices} />
        <TextField {...f} name="said_by" label={words('said_by')} required />
      </>
    );
  },
});

/** Taking back a revenue that was mistyped. */
export const withdrawRevenuePage = formPage({
  path: '/revenue/:revenue/withdraw', action: withdrawRevenue, title: 'revenue.withdraw', ends: true, back: () => '/revenue',
  fields: (f) => <TextArea {...f} name="why" label={targetWords(f.view)('why')} required rows={2} />, input: ({ params }) => ({ revenue: params.revenue }),
});
