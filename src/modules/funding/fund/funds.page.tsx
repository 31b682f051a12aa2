import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { Amount } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { hrefWith } from '#ui/href.ts';
import { PageTitle } from '#ui/page-title.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { Tabs } from '#ui/tabs.tsx';
import type { View } from '#ui/view.ts';
import { fundingWords } from '../words.ts';
import { Names } from '../show.tsx';
import { type Fund, fundList } from './fund-list.query.ts';
import { type SumsBy, sumsBy, type SumRow, waysToSum } from './sums-by.ts';

/** The funds, and their sums by funder, region and partner association: promised, paid in, committed, released, owed, paid, free, as of now. */
export const fundsPage = definePage<View>({
  path: '/funds',
  audience: 'staff',
  needs: 'funding.fund-list',
  menu: { label: (reader) => fundingWords(reader)('funds'), order: 60, group: 'money', icon: 'coins' },
  show: async ({ view, search, ask, may }) => {
    const words = fundingWords(view);
    const { funds } = await ask(fundList, {});
    const by = waysToSum.find((way) => way === search.by) ?? 'fund';
    const open = may('funding.open-fund') ? <LinkButton icon="plus" href="/funds/new">{words('fund.open')}</LinkButton> : null;
    return {
      title: words('funds'),
      body: (
        <Stack>
          <PageTitle lede={words('funds.lede')} actions={<>{open}{may('funding.approval-limits') ? <LinkButton kind="quiet" href="/funds/limits">{words('limits')}</LinkButton> : null}</>}>{words('funds')}</PageTitle>
          <Tabs view={view} label={words('sum.by')} tabs={waysToSum.map((way) => ({ href: hrefWith(view, { by: way === 'fund' ? null : way }), label: words(`sum.by_${way}`), current: way === by }))} />
          <Card>
            <Table<SumRow> view={view} caption={words('funds')} columns={columnsOf(view, by)} rows={sumsBy(funds, by)} rowKey={({ key }) => key}
              {...(by === 'fund' ? { rowHref: ({ key }: SumRow) => `/funds/${key}` } : {})} empty={<EmptyState title={words('funds.none')} action={open}>{words('funds.none_text')}</EmptyState>} />
            <p className="soft">{words('sum.balance')}</p>
          </Card>
        </Stack>
      ),
    };
  },
});

function columnsOf(view: View, by: SumsBy): Column<SumRow>[] {
  const words = fundingWords(view);
  const money = (key: 'promised' | 'paid_in' | 'committed' | 'released' | 'owed' | 'paid' | 'free'): Column<SumRow> => ({
    key, label: words(`sum.${key}`), numeric: true, cell: (row) => { const value = row[key === 'paid_in' ? 'paidIn' : key]; return value === null ? '–' : <Amount view={view} value={value} currency={row.currency} />; },
  });
  return [
    { key: 'name', label: by === 'fund' ? words('fund') : by === 'funder' ? words('fund.funder') : by === 'region' ? words('fund.region') : words('fund.partner'), cell: (row) => (
      <>
        <Label view={view} row={row} by={by} /> <small className="soft"><Ltr>{row.currency}</Ltr></small>
        {by === 'fund' ? <small className="soft"> <Names view={view} of={(row.funds[0] as Fund).funderNames} /></small> : null}
      </>
    ) },
    money('promised'), money('paid_in'), money('committed'), money('released'), money('owed'), money('paid'), money('free'),
  ];
}

const Label = ({ view, row: { names, region }, by }: { view: View; row: SumRow; by: SumsBy }): ReactNode =>
  by === 'region' ? (region ? <PlaceName view={view} code={region} /> : fundingWords(view)('sum.nobody')) : names ? <Names view={view} of={names} /> : fundingWords(view)('sum.nobody');
