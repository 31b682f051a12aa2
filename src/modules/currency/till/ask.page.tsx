import { definePage } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { Hour, Money } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { askPayment } from './ask-payment.ts';
import { askedPrice } from './asked-price.query.ts';
import { PaidSign } from './paid.tsx';
import { PriceFields } from './sale-form.tsx';
import { tillHome } from './till-home.query.ts';
import { tillWords } from './till-words.ts';

/** How often a till looks whether its price was paid, in seconds. */
const LOOKS = 3;

/** A price that she pays from her own phone: typed at the till, shown as a square. */
export const askPage = definePage<View>({
  path: '/till/ask',
  audience: 'staff',
  needs: 'currency.ask-payment',
  show: async (visit) => {
    const { view, ask } = visit;
    const words = tillWords(view);
    const { shop } = await ask(tillHome, {});
    return {
      title: words('ask'),
      quiet: true as const,
      body: (
        <Stack>
          <PageTitle lede={words('ask.lede')} back={{ href: '/till', label: words('till') }}>{words('ask')}</PageTitle>
          <Card><Form {...visit} action="/till/ask"><PriceFields form={visit} shop={shop} /><Buttons><Button icon="screen">{words('ask.do')}</Button></Buttons></Form></Card>
        </Stack>
      ),
    };
  },
  post: { action: askPayment, leadsTo: ({ number }) => `/till/asked/${number}` },
});

/** The square of a price at the till; it looks by itself whether it was paid, with script or without. */
export const askedAtTillPage = definePage<View>({
  path: '/till/asked/:number',
  audience: 'staff',
  needs: 'currency.ask-payment',
  show: async ({ view, params, ask }) => {
    const words = tillWords(view);
    const { number, amount, currency, state, until, receipt } = await ask(askedPrice, { number: params['number']! });
    return {
      title: words('ask'),
      quiet: true as const,
      ...(state === 'open' ? { looksAgain: LOOKS } : {}),
      body: (
        <Stack>
          <PageTitle back={{ href: '/till', label: words('till') }}>{words(state === 'paid' ? 'till.done' : 'ask')}</PageTitle>
          {state === 'paid' && receipt ? <PaidSign view={view} number={receipt} amount={amount} currency={currency} /> : null}
          {state === 'over' ? <Notice view={view} kind="warning">{words('asked.over')}</Notice> : null}
          {state === 'open' ? (
            <Card>
              <p className="next-step"><strong><Money view={view} value={amount} currency={currency} /></strong></p>
              <div className="qr-place"><Qr text={`${view.origin ?? ''}/p/${number}`} label={words('ask.square')} /></div>
              <p>{words('asked.number')} <strong><Ltr>{spelledCode(number)}</Ltr></strong> · {words('asked.until')} <Hour view={view} value={until} /></p>
            </Card>
          ) : null}
          <Buttons><LinkButton kind={state === 'open' ? 'quiet' : 'primary'} icon="forward" href="/till">{words('till.next')}</LinkButton></Buttons>
        </Stack>
      ),
    };
  },
});
