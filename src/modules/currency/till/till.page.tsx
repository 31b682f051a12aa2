import { definePage, type Screen, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { Hour, Money } from '#ui/amounts.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { Category } from '../codes.ts';
import { offlineWords } from '../offline/offline-words.ts';
import { Names } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { PaidSign } from './paid.tsx';
import type { WrongPin } from './prove-pin.ts';
import { afterWrongPin, SaleForm, type TillShop } from './sale-form.tsx';
import { takePayment } from './take-payment.ts';
import { tillHome } from './till-home.query.ts';
import { tillWords } from './till-words.ts';
import { voucherWords } from '../voucher/voucher-words.ts';
import type { Paid } from './pay-sale.ts';

/** The till of a shop on a phone: a price, a card, her digits. It works without script, and a second press pays nothing twice. */
export const tillPage = definePage<View>({
  path: '/till',
  audience: 'staff',
  needs: 'currency.till-home',
  menu: { label: (reader) => tillWords(reader)('till'), order: 1, icon: 'stall', also: ['/till'] },
  show: async (visit) => {
    const { view, ask } = visit;
    const words = tillWords(view);
    const { shop, today, sales } = await ask(tillHome, {});
    return {
      title: words('till'),
      quiet: true as const,
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={shop.names} />}>{words('till')}</PageTitle>
          {shop.state === 'active' ? <Card><SaleForm form={visit} shop={shop} action="/till" card="typed" /></Card> : <Notice view={view} kind="warning">{words('till.stopped')}</Notice>}
          <Buttons>
            <LinkButton kind="quiet" icon="screen" href="/till/ask">{words('ask')}</LinkButton>
            <LinkButton kind="quiet" href="/till/vouchers">{voucherWords(view)('take')}</LinkButton>
            <LinkButton kind="quiet" href="/till/offline">{offlineWords(view)('offline')}</LinkButton>
            <LinkButton kind="quiet" href="/till/conversion">{voucherWords(view)('convert')}</LinkButton>
          </Buttons>
          <Grid>{today.map(({ currency, sales: count, taken }) => <Figure key={currency} label={words('till.today')} note={words('till.sales', { sales: count })}><Money view={view} value={taken} currency={currency} /></Figure>)}</Grid>
          <Card title={words('till.last')}>
            <Table view={view} caption={words('till.last')} rows={sales} rowKey={({ number }) => number} rowHref={({ number }) => `/till/receipts/${number}`} empty={<p className="soft">{words('till.none')}</p>} columns={[
              { key: 'number', label: words('receipt'), cell: ({ number }) => <Ltr>{spelledCode(number)}</Ltr> },
              { key: 'at', label: words('when'), cell: ({ at }) => <Hour view={view} value={at} /> },
              { key: 'category', label: words('category'), cell: ({ category }) => currencyWords(view)(`category.${category as Category}`) },
              { key: 'amount', label: words('amount'), numeric: true, cell: ({ amount, refunded, currency }) => <Money view={view} value={amount - refunded} currency={currency} /> },
            ]} />
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: takePayment, leadsTo: () => '/till', shows: (result: Paid | (WrongPin & { typed: Readonly<Record<string, string>> }), visit) => soldScreen(result, visit, { action: '/till', card: 'typed' }) },
});

interface Typed { readonly category: string; readonly currency: string; readonly amount: string }

/** The answer to a sale: paid, in three languages, or the form again with the tries that are left. What the shop sells is not asked again: the price stays as it was. */
export function soldScreen(result: Paid | (WrongPin & { typed: Readonly<Record<string, string>> }), { view }: Visit<View>, { action, card }: { action: string; card: 'typed' | 'read' }): Screen {
  const words = tillWords(view);
  const typed = result.answer === 'paid' ? null : (result.typed as unknown as Typed);
  const shop: TillShop | null = typed && { categories: [typed.category as Category], currencies: [typed.currency] };
  return {
    title: words('till'),
    quiet: true,
    body: (
      <Stack>
        <PageTitle back={{ href: '/till', label: words('till') }}>{words(result.answer === 'paid' ? 'till.done' : 'till.again')}</PageTitle>
        {result.answer === 'paid' ? (
          <>
            <PaidSign view={view} number={result.number} amount={result.amount} currency={result.currency} />
            <Buttons><LinkButton icon="forward" href="/till">{words('till.next')}</LinkButton><LinkButton kind="quiet" icon="print" href={`/till/receipts/${result.number}/paper`}>{words('receipt')}</LinkButton></Buttons>
          </>
        ) : result.left === 0 ? <Notice view={view} kind="warning">{words('till.locked')}</Notice>
          : <Card><SaleForm form={afterWrongPin(view, result.left, { ...typed })} shop={shop!} action={action} card={card} /></Card>}
      </Stack>
    ),
  };
}
