import { definePage } from '#core/page.ts';
import { CalendarDate, Money } from '#ui/amounts.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { categoriesText, History, Names, nameIn, StandingBadge } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { ownWallet } from './own-wallet.query.ts';

/** Her own wallets on her phone, without script: what is left, until when, what it pays for, what moved. It names nobody and pays nothing. */
export const ownWalletPage = definePage<View>({
  path: '/w/:token',
  audience: 'citizen',
  needs: 'currency.own-wallet',
  show: async ({ view, params, ask }) => {
    const words = currencyWords(view);
    const { hub, wallets } = await ask(ownWallet, { token: params.token! });
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
