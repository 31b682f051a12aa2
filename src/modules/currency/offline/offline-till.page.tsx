import type { ReactNode } from 'react';
import { definePage, type Screen, type Visit } from '#core/page.ts';
import { Money } from '#ui/amounts.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../show.tsx';
import { SaleForm } from '../till/sale-form.tsx';
import { tillWords } from '../till/till-words.ts';
import { offlineTill } from './offline-till.query.ts';
import { offlineWords, whyText } from './offline-words.ts';
import { registerOfflineTill } from './register-offline-till.ts';
import { settleOfflineSale } from './settle-offline-sale.ts';
import { OfflineSales, OfflineTills } from './show-offline.tsx';

type Shown = Awaited<ReturnType<(typeof offlineTill)['spec']['run']>>;
type Sold = Awaited<ReturnType<(typeof settleOfflineSale)['spec']['run']>>;

const said = ['kept', 'sent', 'sign_in', 'stuck', 'missing', 'amount', 'over_till', 'over_card', 'prepare'] as const;
const states = ['waiting', 'paid', 'refused'] as const;

/** The till of a shop without a network. The phone keeps this page, and with it the script that signs sales; it names nobody. */
export const offlineTillPage = definePage<View>({
  path: '/till/offline',
  audience: 'staff',
  needs: 'currency.offline-till',
  show: async (visit) => {
    const { view, ask, refusal } = visit;
    const words = offlineWords(view);
    const till = await ask(offlineTill, {});
    return {
      title: words('offline'),
      quiet: true as const,
      keptOnDevice: true as const,
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={till.shop.names} />} back={{ href: '/till', label: words('to_till') }}>{words('offline')}</PageTitle>
          {refusal ? <div data-refused={refusal.code}><Notice view={view} kind="warning">{refusal.text}</Notice></div> : null}
          {till.bounds.length === 0 ? <Notice view={view} kind="warning">{words('none')}</Notice> : <Selling visit={visit} till={till} />}
          <OfflineTills view={view} tills={till.tills} stop={(id) => `/till/offline/phones/${id}/end`} />
          <OfflineSales view={view} sales={till.sales} />
        </Stack>
      ),
    };
  },
});

/** What the script of the page shows and hides: nothing is ready before it knows this phone. */
const Selling = ({ visit, till: { shop, bounds, key, zone, tills } }: { visit: Visit<View>; till: Shown }): ReactNode => {
  const { view } = visit;
  const words = offlineWords(view);
  return (
    <>
      <Notice view={view} kind="info" title={words('risk')} />
      <noscript><Notice view={view} kind="warning">{words('no_script')}</Notice></noscript>
      <div id="offline-till" className="stack" data-csrf={view.csrf} data-shop={shop.id} data-key={key} data-zone={zone} data-tills={tills.filter(({ stopped }) => !stopped).map(({ id }) => id).join(' ')} data-bounds={JSON.stringify(bounds)}>
        <div data-show="offline" role="status" hidden><Notice view={view} kind="warning" title={words('sign')}>{words('sign.says')}</Notice></div>
        <div data-show="stopped" hidden><Notice view={view} kind="danger" title={words('stopped')}>{words('stopped.says')}</Notice></div>
        <div data-show="new" hidden>
          <Card title={words('new')}><p>{words('new.says')}</p><Buttons><button type="button" className="button primary" data-do="register"><Icon name="check" />{words('new.do')}</button></Buttons></Card>
        </div>
        <p role="status" data-said="" />
        <div data-show="ready" className="stack" hidden>
          <Grid>
            {bounds.map(({ currency, till }) => (
              <Figure key={currency} label={words('to_settle')} note={<>{words('of_most')} <Money view={view} value={till} currency={currency} /> · {words('left_today')} <bdi className="num" data-left={currency} /></>}>
                <bdi className="num" data-waiting={currency} />
              </Figure>
            ))}
          </Grid>
          <Card>
            <button type="button" className="button quiet" data-do="camera" hidden>{words('camera')}</button>
            <SaleForm form={visit} shop={shop} action="/till" card="typed" />
          </Card>
          <Card title={words('sales')}>
            <Facts view={view} facts={bounds.map(({ currency, card }) => ({ label: words('per_person'), value: <Money key={currency} view={view} value={card} currency={currency} /> }))} />
            <p className="soft">{words('after_signing_out')}</p>
            <ul data-sales="" />
          </Card>
        </div>
        <div hidden>
          {said.map((code) => <span key={code} data-word={code}>{words(`said.${code}`)}</span>)}
          {states.map((code) => <span key={code} data-word={code}>{words(`state.${code}`)}</span>)}
        </div>
      </div>
    </>
  );
};

/** What the script reads when this phone was registered, and who follows a link by hand. */
export const registerTillPage = definePage<View>({
  path: '/till/offline/phones',
  audience: 'staff',
  needs: 'currency.register-offline-till',
  post: { action: registerOfflineTill, again: offlineTillPage, leadsTo: () => '/till/offline', shows: ({ till }, { view }) => told(view, <p data-till={till}>{offlineWords(view)('phone.active')}</p>) },
});

/** What the script reads of a sale that it sent in: paid with its receipt, or why not. */
export const settleSalePage = definePage<View>({
  path: '/till/offline/sales',
  audience: 'staff',
  needs: 'currency.settle-offline-sale',
  post: {
    action: settleOfflineSale, again: offlineTillPage, leadsTo: () => '/till/offline',
    shows: ({ answer, receipt, why, clock_odd }: Sold, { view }) => {
      const words = offlineWords(view);
      const text = [why ? whyText(view, why) : receipt ? `${tillWords(view)('receipt')} ${receipt}` : '', clock_odd ? words('clock_odd') : ''].filter(Boolean).join(' ');
      return told(view, <p data-answer={answer} data-receipt={receipt ?? ''}>{text}</p>);
    },
  },
});

const told = (view: View, body: ReactNode): Screen => ({
  title: offlineWords(view)('offline'), quiet: true,
  body: <Stack><PageTitle back={{ href: '/till/offline', label: offlineWords(view)('offline') }}>{offlineWords(view)('offline')}</PageTitle>{body}<Buttons><LinkButton icon="forward" href="/till/offline">{offlineWords(view)('offline')}</LinkButton></Buttons></Stack>,
});
