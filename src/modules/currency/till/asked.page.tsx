import { definePage, type Screen } from '#core/page.ts';
import { Hour, Money } from '#ui/amounts.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Names, nameIn } from '../show.tsx';
import { ownWalletPage } from '../wallet/own-wallet.page.tsx';
import { askedPrice } from './asked-price.query.ts';
import { PinField } from './digits-field.tsx';
import { PaidSign } from './paid.tsx';
import { payAsked } from './pay-asked.ts';
import type { Paid } from './pay-sale.ts';
import type { WrongPin } from './prove-pin.ts';
import { tillWords } from './till-words.ts';

/** What her phone opens when it reads the square of a till: which shop, how much, and two fields to pay it, the number of her card and her digits. */
export const askedPage = definePage<View>({
  path: '/p/:number',
  audience: 'citizen',
  needs: 'currency.asked-price',
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = tillWords(view);
    const { number, shop, amount, currency, state, until, hub } = await ask(askedPrice, { number: params['number']! });
    return {
      title: words('asked'),
      quiet: true as const,
      hubName: nameIn(view, hub.names),
      body: (
        <Stack>
          <PageTitle lede={shop ? <Names view={view} of={shop} /> : undefined}>{words('asked')}</PageTitle>
          <Grid><Figure label={words('amount')} note={state === 'open' ? <>{words('asked.until')} <Hour view={view} value={until} /></> : undefined}><Money view={view} value={amount} currency={currency} /></Figure></Grid>
          {state === 'open' ? (
            <Card>
              <Form {...visit} action={`/p/${number}`}>
                <TextField {...visit} required ltr name="card" label={words('card.number')} help={words('till.card_help')} autoComplete="off" maxLength={200} />
                <PinField {...visit} required name="pin" label={words('pin')} />
                <Buttons><Button icon="check">{words('asked.pay')}</Button></Buttons>
              </Form>
            </Card>
          ) : <Notice view={view} kind={state === 'paid' ? 'success' : 'warning'}>{words(`asked.${state}`)}</Notice>}
        </Stack>
      ),
    };
  },
  post: { action: payAsked, input: ({ params }) => ({ number: params['number'] }), leadsTo: (_, { params }) => `/p/${params['number']}`, shows: (result, { view }) => paidByHer(view, result) },
});

/** The same by the link of her wallet, where she types the number under the square. */
export const payFromWalletPage = definePage<View>({
  path: '/w/:token/pay',
  audience: 'citizen',
  needs: 'currency.pay-asked',
  post: { action: payAsked, input: ({ params }) => ({ token: params['token'] }), again: ownWalletPage, leadsTo: (_, { params }) => `/w/${params['token']}`, shows: (result, { view, params }) => paidByHer(view, result, `/w/${params['token']}`) },
});

/** What she reads after paying: the receipt, or how many tries are left. */
function paidByHer(view: View, result: Paid | (WrongPin & { number: string }), back?: string): Screen {
  const words = tillWords(view);
  return {
    title: words('asked'),
    quiet: true,
    body: (
      <Stack>
        <PageTitle {...(back ? { back: { href: back, label: words('own') } } : result.answer === 'paid' ? {} : { back: { href: `/p/${result.number}`, label: words('asked') } })}>{words(result.answer === 'paid' ? 'till.done' : 'till.again')}</PageTitle>
        {result.answer === 'paid' ? <PaidSign view={view} number={result.number} amount={result.amount} currency={result.currency} />
          : <Notice view={view} kind="warning">{words(result.left > 0 ? 'till.wrong_pin' : 'till.locked', { left: result.left })}</Notice>}
      </Stack>
    ),
  };
}
