import { definePage } from '#core/page.ts';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { textAt } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { formAt } from '../show.tsx';
import { PaidSign } from '../till/paid.tsx';
import { tillWords } from '../till/till-words.ts';
import { currencyWords } from '../words.ts';
import { goodsForVoucher } from './goods-for-voucher.query.ts';
import { redeemVoucher } from './redeem-voucher.ts';
import { refundVoucher } from './refund-voucher.ts';
import { takenVoucher } from './taken-voucher.query.ts';
import { readVoucherCode } from './voucher-code.ts';
import { voucherWords } from './voucher-words.ts';

/** Where a shop takes a paper voucher: the square opens this page with its code, the shop says what was bought and for how much. */
export const redeemVoucherPage = definePage<View>({
  path: '/till/vouchers',
  audience: 'staff',
  needs: 'currency.redeem-voucher',
  show: async (visit) => {
    const { view, search, ask } = visit;
    const words = voucherWords(view);
    const { taken } = await ask(takenVoucher, { voucher: search.taken });
    const f = formAt(visit, '/till/vouchers');
    const code = textAt(f.values, 'code') || search.code || '';
    // No longer than a code is: what else was typed is told apart when it is tried.
    const { categories } = await ask(goodsForVoucher, { code: readVoucherCode(code).slice(0, 40) });
    const shown = { ...f, values: { ...(categories.length === 1 ? { category: categories[0] } : {}), ...f.values, code } };
    return {
      title: words('take'),
      body: (
        <Stack>
          <PageTitle lede={words('take.lede')} back={{ href: '/till', label: words('till') }} actions={<LinkButton kind="quiet" href="/till/vouchers/refund">{words('refund')}</LinkButton>}>{words('take')}</PageTitle>
          {taken ? (
            <>
              <PaidSign view={view} number={taken.number} amount={taken.amount} currency={taken.currency} />
              <Buttons><LinkButton kind="quiet" href={`/till/receipts/${taken.number}`}>{tillWords(view)('receipt')}</LinkButton><LinkButton kind="quiet" icon="print" href={`/till/receipts/${taken.number}/paper`}>{tillWords(view)('receipt.print')}</LinkButton></Buttons>
            </>
          ) : null}
          {visit.refusal && !Object.keys(visit.errors).some((field) => field !== '') ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <Form {...shown} action="/till/vouchers">
              <TextField {...shown} ltr required name="code" label={words('code')} maxLength={200} />
              <Radios {...shown} required name="category" label={words('bought')} choices={categories.map((value) => ({ value, label: currencyWords(view)(`category.${value}`) }))} />
              <TextField {...shown} ltr name="amount" label={words('price')} help={words('price.help')} />
              <Buttons><Button icon="check">{words('take.do')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: redeemVoucher, leadsTo: ({ voucher }) => `/till/vouchers?taken=${voucher}` },
});

/** What was bought with a voucher and is brought back: the same code, and as much of the sale as is given back. */
export const refundVoucherPage = definePage<View>({
  path: '/till/vouchers/refund',
  audience: 'staff',
  needs: 'currency.refund-voucher',
  show: async (visit) => {
    const { view, search, ask } = visit;
    const words = voucherWords(view);
    const { taken } = await ask(takenVoucher, { voucher: search.given });
    const f = formAt(visit, '/till/vouchers/refund');
    return {
      title: words('refund'),
      body: (
        <Stack>
          <PageTitle lede={words('refund.lede')} back={{ href: '/till/vouchers', label: words('take') }}>{words('refund')}</PageTitle>
          {taken ? <Notice view={view} kind="success">{words('refund.done')}</Notice> : null}
          {visit.refusal && !Object.keys(visit.errors).some((field) => field !== '') ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <Form {...f} action="/till/vouchers/refund">
              <TextField {...f} ltr required name="code" label={words('code')} maxLength={200} />
              <TextField {...f} ltr name="amount" label={words('refund.amount')} help={words('refund.help')} />
              <Buttons><Button icon="check">{words('refund.do')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: refundVoucher, leadsTo: ({ voucher }) => `/till/vouchers/refund?given=${voucher}` },
});
