import { definePage } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { AtTime, Money } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import type { Category } from '../codes.ts';
import { Names, nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { DigitsField } from './digits-field.tsx';
import { receipt } from './receipt.query.ts';
import { refundPayment } from './refund-payment.ts';
import { tillWords } from './till-words.ts';

type Sheet = Awaited<ReturnType<(typeof receipt)['spec']['run']>>;

const Lines = ({ view, sale }: { view: View; sale: Sheet }) => {
  const words = tillWords(view);
  return (
    <Facts view={view} facts={[
      { label: words('shop'), value: <Names view={view} of={sale.shop} /> }, { label: words('when'), value: <AtTime view={view} value={sale.at} /> },
      { label: words('category'), value: currencyWords(view)(`category.${sale.category as Category}`) }, { label: words('amount'), value: <Money view={view} value={sale.amount} currency={sale.currency} /> },
      ...sale.refunds.map(({ amount, at }) => ({ label: words('given_back'), value: <><Money view={view} value={amount} currency={sale.currency} /> · <AtTime view={view} value={at} /></> })),
      { label: words('receipt'), value: <Ltr>{spelledCode(sale.number)}</Ltr> },
    ]} />
  );
};

/** One receipt of a shop, and giving back of it. It tells neither who paid nor with what. */
export const receiptPage = definePage<View>({
  path: '/till/receipts/:number',
  audience: 'staff',
  needs: 'currency.receipt',
  show: async (visit) => {
    const { view, params, ask, may } = visit;
    const words = tillWords(view);
    const sale = await ask(receipt, { number: params['number']! });
    return {
      title: words('receipt'),
      quiet: true as const,
      body: (
        <Stack>
          <PageTitle back={{ href: '/till', label: words('till') }} actions={<LinkButton kind="quiet" icon="print" href={`/till/receipts/${sale.number}/paper`}>{words('receipt.print')}</LinkButton>}>{words('receipt')}</PageTitle>
          <Card><Lines view={view} sale={sale} /></Card>
          {sale.state === 'refunded' ? <Notice view={view} kind="info">{words('refund.all')}</Notice> : may('currency.refund-payment') ? (
            <Card title={words('refund')}>
              <Form {...visit} action={`/till/receipts/${sale.number}`}>
                <DigitsField {...visit} name="amount" label={words('amount')} help={words('refund.help')} />
                <Buttons><Button kind="quiet" icon="back">{words('refund.do')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: refundPayment, input: ({ params }) => ({ number: params['number'] }), leadsTo: ({ number }) => `/till/receipts/${number}` },
});

/** The same on paper. */
export const receiptPaper = definePage<View>({
  path: '/till/receipts/:number/paper',
  audience: 'print',
  needs: 'currency.receipt',
  show: async ({ view, params, ask }) => {
    const sale = await ask(receipt, { number: params['number']! });
    return { title: tillWords(view)('receipt'), quiet: true as const, hubName: nameIn(view, sale.shop), back: { href: `/till/receipts/${sale.number}`, label: tillWords(view)('receipt') }, body: <Lines view={view} sale={sale} /> };
  },
});
