import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { categories, type Category } from '../codes.ts';
import { Names, nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { aidStatement } from './aid-statement.query.ts';
import { figureWords } from './figure-words.ts';
import { HeadFacts, Sums } from './show-figures.tsx';

type Statement = Awaited<ReturnType<(typeof aidStatement)['spec']['run']>>;
const moved = ['loaded', 'granted', 'spent', 'expired', 'revoked', 'returned'] as const;

const asked = (visit: Visit<View>): Promise<Statement> => visit.ask(aidStatement, { programme: visit.params.programme!, at: visit.search.at });
const label = (view: View, key: (typeof moved)[number]): string => (key === 'loaded' || key === 'returned' ? figureWords(view)(key) : currencyWords(view)(`sum.${key}`));
const categoryText = (view: View, code: string): string => (categories.some((each) => each === code) ? currencyWords(view)(`category.${code as Category}`) : figureWords(view)('unknown'));

/** What the funder is told, the same on the screen and on paper. */
const Told = ({ view, of }: { view: View; of: Statement }): ReactNode => {
  const words = figureWords(view);
  return (
    <>
      <Facts view={view} facts={[
        { label: currencyWords(view)('funder'), value: <Names view={view} of={of.funder} /> }, { label: currencyWords(view)('programme'), value: <><Names view={view} of={of.names} /> <Ltr>{of.code}</Ltr></> },
        { label: currencyWords(view)('pledged'), value: <Money view={view} value={of.pledged} currency={of.currency} /> },
      ]} />
      <Notice view={view} kind={of.reconciles ? 'success' : 'warning'}>{words(of.reconciles ? 'reconciles' : 'disagree')}</Notice>
      <Sums view={view} sums={of.sums} currency={of.currency} agree={of.reconciles} />
      <Table view={view} caption={words('months')} showCaption rows={[...of.months, { month: '', ...of.total }]} rowKey={({ month }) => month} columns={[
        { key: 'month', label: words('month'), cell: ({ month }) => (month === '' ? <strong>{currencyWords(view)('total')}</strong> : <CalendarDate view={view} value={month} />) },
        ...moved.map((key) => ({ key, label: label(view, key), numeric: true, cell: (row: Statement['total']) => <Money view={view} value={row[key]} currency={of.currency} /> })),
      ]} />
      <Table view={view} caption={words('bought')} showCaption rows={of.categories} rowKey={({ category }) => category} empty={<p className="soft">{words('bought.none')}</p>} columns={[
        { key: 'category', label: currencyWords(view)('categories'), cell: ({ category }) => categoryText(view, category) },
        { key: 'payments', label: words('payments'), numeric: true, cell: ({ payments }) => <Num view={view} value={payments} /> },
        { key: 'spent', label: currencyWords(view)('sum.spent'), numeric: true, cell: ({ spent }) => <Money view={view} value={spent} currency={of.currency} /> },
      ]} />
      <HeadFacts view={view} head={of.head} at={of.at} />
    </>
  );
};

/** The statement of a programme for its funder, as whoever works with its money reads it. */
export const aidStatementPage = definePage<View>({
  path: '/aid/programmes/:programme/statement',
  audience: 'staff',
  needs: 'currency.aid-statement',
  show: async (visit) => {
    const of = await asked(visit);
    const words = figureWords(visit.view);
    return {
      title: words('statement'),
      body: (
        <Stack>
          <PageTitle lede={<Names view={visit.view} of={of.names} />} back={{ href: `/aid/programmes/${of.id}`, label: currencyWords(visit.view)('programme') }} actions={<LinkButton kind="quiet" icon="print" href={`/aid/programmes/${of.id}/statement/print?at=${of.at.toISOString()}`}>{words('statement.print')}</LinkButton>}>{words('statement')}</PageTitle>
          <Card><Told view={visit.view} of={of} /></Card>
        </Stack>
      ),
    };
  },
});

/** The same on paper and as files: amounts as numbers of the currency, months as ISO. */
export const aidStatementPaper = definePage<View>({
  path: '/aid/programmes/:programme/statement/print',
  audience: 'print',
  needs: 'currency.aid-statement',
  show: async (visit) => {
    const of = await asked(visit);
    return { title: figureWords(visit.view)('statement'), size: 'A4' as const, hubName: nameIn(visit.view, of.hub.names), back: { href: `/aid/programmes/${of.id}/statement`, label: figureWords(visit.view)('statement') }, body: <Told view={visit.view} of={of} /> };
  },
  table: async (visit) => {
    const of = await asked(visit);
    const { view } = visit;
    const units = 10 ** of.scale;
    const line = (of_: string, row: Statement['total']) => [of_, of.currency, ...moved.map((key) => row[key] / units), null, null];
    return {
      columns: [figureWords(view)('month'), currencyWords(view)('currency'), ...moved.map((key) => label(view, key)), currencyWords(view)('categories'), figureWords(view)('payments')],
      rows: [
        ...of.months.map(({ month, ...row }) => line(month, row)), line(currencyWords(view)('total'), of.total),
        ...of.categories.map(({ category, payments, spent }) => ['', of.currency, null, null, spent / units, null, null, null, categoryText(view, category), payments]),
      ],
    };
  },
});
