import { definePage } from '#core/page.ts';
import { scaleOf } from '#core/money.ts';
import { Money } from '#ui/amounts.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Names, nameIn } from '../show.tsx';
import { DigitsField } from '../till/digits-field.tsx';
import { allowOfflineSales } from './allow-offline-sales.ts';
import { offlineTerms } from './offline-terms.query.ts';
import { offlineWords } from './offline-words.ts';
import { OfflineSales, OfflineTills } from './show-offline.tsx';

/** What a hub lets a shop sell without a network, its phones that do, and how such sales ended. */
export const offlineTermsPage = definePage<View>({
  path: '/aid/merchants/:merchant/offline',
  audience: 'staff',
  needs: 'currency.offline-terms',
  show: async (visit) => {
    const { view, params, ask, may } = visit;
    const words = offlineWords(view);
    const shop = await ask(offlineTerms, { merchant: params['merchant']! });
    const at = `/aid/merchants/${shop.id}`;
    const [first] = shop.bounds;
    const plain = (minor: number) => (minor / 10 ** scaleOf(first!.currency)).toFixed(scaleOf(first!.currency));
    const values = Object.keys(visit.values).length > 0 || !first ? visit.values : { currency: first.currency, card: plain(first.card), till: plain(first.till) };
    const f = { ...visit, values };
    return {
      title: `${words('offline')} · ${nameIn(view, shop.names)}`,
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={shop.names} />} back={{ href: at, label: words('shop') }}>{words('offline')}</PageTitle>
          <Card title={words('terms')}>
            <p className="soft">{words('terms.lede')}</p>
            {first ? <Facts view={view} facts={shop.bounds.flatMap(({ currency, card, till }) => [{ label: words('terms.card'), value: <Money view={view} value={card} currency={currency} /> }, { label: words('terms.till'), value: <Money view={view} value={till} currency={currency} /> }])} /> : <Notice view={view} kind="info">{words('terms.off')}</Notice>}
            {shop.takesPart && may('currency.allow-offline-sales') ? (
              <Form {...f} action={`${at}/offline`}>
                <SelectField {...f} required name="currency" label={words('terms.currency')} choices={shop.currencies.map((value) => ({ value, label: value }))} />
                <DigitsField {...f} name="card" label={words('terms.card')} help={words('terms.help')} />
                <DigitsField {...f} name="till" label={words('terms.till')} />
                <Buttons><Button icon="check">{words('terms.keep')}</Button></Buttons>
              </Form>
            ) : null}
          </Card>
          <OfflineTills view={view} tills={shop.tills} stop={may('currency.stop-offline-till') ? (till) => `${at}/offline/${till}/stop` : null} />
          <OfflineSales view={view} sales={shop.sales} />
        </Stack>
      ),
    };
  },
  post: { action: allowOfflineSales, input: ({ params }) => ({ merchant: params['merchant'] }), leadsTo: (_, { params }) => `/aid/merchants/${params['merchant']}/offline` },
});
