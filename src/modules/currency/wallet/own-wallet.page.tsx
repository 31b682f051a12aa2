import type { ReactNode } from 'react';
import { definePage, type Screen, type Visit } from '#core/page.ts';
import { CalendarDate, Money } from '#ui/amounts.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { categoriesText, formAt, History, Names, nameIn, StandingBadge } from '../show.tsx';
import { messageWords } from '../message/message-words.ts';
import { PinField } from '../till/digits-field.tsx';
import type { WrongPin } from '../till/prove-pin.ts';
import { Purchases } from '../till/purchases.tsx';
import { tillWords } from '../till/till-words.ts';
import { currencyWords } from '../words.ts';
import { openWallet } from './open-wallet.ts';
import { ownWallet } from './own-wallet.query.ts';
import type { Wallets } from './wallets-of.ts';

type Hub = Awaited<ReturnType<(typeof ownWallet)['spec']['run']>>['hub'];

/** Her own wallets on her phone, without script: what is left, until when, what it pays for, what moved. It names nobody; her digits open it and pay what a till asks. */
export const ownWalletPage = definePage<View>({
  path: '/w/:token',
  audience: 'citizen',
  needs: 'currency.own-wallet',
  show: async (visit) => {
    const { hub, closed, ...told } = await visit.ask(ownWallet, { token: visit.params['token']! });
    return screen(visit, hub, closed ? <><OpenForm visit={visit} /><PayForm visit={visit} /></> : <Told view={visit.view} told={told} />);
  },
  post: {
    action: openWallet,
    input: ({ params }) => ({ token: params['token'] }),
    leadsTo: (_, { params }) => `/w/${params['token']}`,
    shows: (result: WrongPin | ({ answer: 'open'; hub: Hub } & Wallets), visit) => {
      if (result.answer === 'open') return screen(visit, result.hub, <><Told view={visit.view} told={result} /><PayForm visit={visit} /></>);
      const words = messageWords(visit.view);
      return screen(visit, null, result.left > 0 ? <OpenForm visit={visit} left={result.left} /> : <Notice view={visit.view} kind="warning">{words('wallet.locked')}</Notice>);
    },
  },
});

function screen({ view }: Visit<View>, hub: Hub | null, body: ReactNode): Screen {
  const words = currencyWords(view);
  return {
    title: words('own'),
    quiet: true,
    ...(hub ? { hubName: nameIn(view, hub.names) } : {}),
    body: (
      <Stack>
        <PageTitle lede={words('own.lede')}>{words('own')}</PageTitle>
        {body}
        {hub ? (
          <Card title={words('own.questions')}>
            <p>{words('own.lost')}</p>
            <p><a href={`/hubs/${hub.id}`}><Names view={view} of={hub.names} /></a> · <a href={`/hubs/${hub.id}/shops`}>{messageWords(view)('shops')}</a></p>
            {hub.phone ? <p><Phone view={view} number={hub.phone} call /></p> : null}
          </Card>
        ) : null}
      </Stack>
    ),
  };
}

const OpenForm = ({ visit, left }: { visit: Visit<View>; left?: number }): ReactNode => {
  const words = messageWords(visit.view);
  const at = `/w/${visit.params['token']}`;
  const kept = formAt(visit, at);
  const form = left === undefined ? kept : { ...kept, values: {}, errors: { digits: words('wallet.wrong', { left }) } };
  return (
    <Card title={words('wallet.open')}>
      <Form {...form} action={at}>
        <PinField {...form} required name="digits" label={tillWords(visit.view)('pin')} help={words('wallet.digits_help')} />
        <Buttons><Button icon="lock">{words('wallet.open_do')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const PayForm = ({ visit }: { visit: Visit<View> }): ReactNode => {
  const till = tillWords(visit.view);
  const at = `/w/${visit.params['token']}/pay`;
  const form = formAt(visit, at);
  return (
    <Card title={till('asked.from_wallet')}>
      <Form {...form} action={at}>
        <TextField {...form} required ltr name="number" label={till('asked.number')} help={till('asked.from_wallet_help')} autoComplete="off" maxLength={40} />
        <PinField {...form} required name="pin" label={till('pin')} />
        <Buttons><Button icon="check">{till('asked.pay')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const Told = ({ view, told: { wallets, purchases } }: { view: View; told: Wallets }): ReactNode => {
  const words = currencyWords(view);
  return (
    <>
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
      {purchases.length > 0 ? <Card title={tillWords(view)('purchases')}><Purchases view={view} lines={purchases} /></Card> : null}
    </>
  );
};
