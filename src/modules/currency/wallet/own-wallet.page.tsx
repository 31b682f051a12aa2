import { definePage } from '#core/page.ts';
import { CalendarDate, Money } from '#ui/amounts.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { categoriesText, History, Names, nameIn, StandingBadge } from '../show.tsx';
import { PinField } from '../till/digits-field.tsx';
import { Purchases } from '../till/purchases.tsx';
import { tillWords } from '../till/till-words.ts';
import { currencyWords } from '../words.ts';
import { ownWallet } from './own-wallet.query.ts';

/** Her own wallets on her phone, without script: what is left, until when, what it pays for, what moved. It names nobody; with her digits it pays what a till asks. */
export const ownWalletPage = definePage<View>({
  path: '/w/:token',
  audience: 'citizen',
  needs: 'currency.own-wallet',
  show: async (visit) => {
    const { view, params, ask } = visit;
    const [words, till] = [currencyWords(view), tillWords(view)];
    const { hub, wallets, pays, purchases } = await ask(ownWallet, { token: params.token! });
    return {
      title: words('own'),
      quiet: true as const,
      hubName: nameIn(view, hub.names),
      body: (
        <Stack>
          <PageTitle lede={words('own.lede')}>{words('own')}</PageTitle>
          {wallets.length === 0 ? <EmptyState title={words('own.none')}>{words('own.none_text')}</EmptyState> : null}
          {wallets.map((wallet) => (
            <Card key={wallet.id} title={<Names view={view} of={wallet.names} />}>
              <Grid>
                <Figure label={words('left')}><Money view={view} value={wallet.standing === 'expired' ? 0 : wallet.free} currency={wallet.currency} /></Figure>
                {wallet.held > 0 ? <Figure label={words('sum.held')}><Money view={view} value={wallet.held} currency={wallet.currency} /></Figure> : null}
                <Figure label={words('until')}><CalendarDate view={view} value={wallet.until} /></Figure>
              </Grid>
              <Facts view={view} facts={[
                { label: words('state'), value: <StandingBadge view={view} standing={wallet.standing} /> }, { label: words('own.pays'), value: categoriesText(view, wallet.categories) },
                { label: words('own.where'), value: words('own.where_says') }, { label: words('rules'), value: <a href={`/aid/rules/${wallet.instrument}`}>{words('own.read_rules')}</a> },
              ]} />
              <History view={view} lines={wallet.history} currency={wallet.currency} />
            </Card>
          ))}
          {pays ? (
            <Card title={till('asked.from_wallet')}>
              <Form {...visit} action={`/w/${params.token}/pay`}>
                <TextField {...visit} required ltr name="number" label={till('asked.number')} help={till('asked.from_wallet_help')} autoComplete="off" maxLength={40} />
                <PinField {...visit} required name="pin" label={till('pin')} />
                <Buttons><Button icon="check">{till('asked.pay')}</Button></Buttons>
              </Form>
            </Card>
          ) : null}
          {purchases.length > 0 ? <Card title={till('purchases')}><Purchases view={view} lines={purchases} /></Card> : null}
          <Card title={words('own.questions')}>
            <p>{words('own.lost')}</p>
            <p><a href={`/hubs/${hub.id}`}><Names view={view} of={hub.names} /></a></p>
            {hub.phone ? <p><Phone view={view} number={hub.phone} call /></p> : null}
          </Card>
        </Stack>
      ),
    };
  },
});
