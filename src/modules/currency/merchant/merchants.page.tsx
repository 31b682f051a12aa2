import { definePage } from '#core/page.ts';
import { Money } from '#ui/amounts.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { messageWords } from '../message/message-words.ts';
import { categoriesText, Names } from '../show.tsx';
import { merchantList } from './merchant-list.query.ts';
import { merchantWords, ShopBadge } from './merchant-words.tsx';
import { shopsWaiting } from './shops-asking.query.ts';

/** The shops of the hub: who takes part, what each sells, what is owed to each. */
export const merchantsPage = definePage<View>({
  path: '/aid/merchants',
  audience: 'staff',
  needs: 'currency.merchant-list',
  menu: { label: (reader) => merchantWords(reader)('shops'), order: 65, group: 'money', icon: 'stall', waiting: shopsWaiting },
  show: async ({ view, ask, may }) => {
    const words = merchantWords(view);
    const { shops } = await ask(merchantList, {});
    return {
      title: words('shops'),
      body: (
        <Stack>
          <PageTitle lede={words('shops.lede')} actions={<>
            {may('currency.receive-application') ? <LinkButton icon="plus" href="/aid/merchants/new">{words('apply')}</LinkButton> : null}
            {may('currency.shops-asking') ? <LinkButton kind="quiet" href="/aid/merchants/asked">{messageWords(view)('asked_shops')}</LinkButton> : null}
            {may('currency.claim-list') ? <LinkButton kind="quiet" href="/aid/claims">{words('claims')}</LinkButton> : null}
            {may('currency.alert-list') ? <LinkButton kind="quiet" href="/aid/alerts">{words('alerts')}</LinkButton> : null}
          </>}>{words('shops')}</PageTitle>
          <Table view={view} caption={words('shops')} rows={shops} rowKey={({ id }) => id} rowHref={({ id }) => `/aid/merchants/${id}`} empty={<EmptyState title={words('shops.none')}>{words('shops.none_text')}</EmptyState>} columns={[
            { key: 'name', label: words('shop'), cell: ({ names }) => <Names view={view} of={names} /> },
            { key: 'state', label: words('state'), cell: ({ state }) => <ShopBadge view={view} state={state} /> },
            { key: 'sells', label: words('sells'), cell: ({ categories }) => categoriesText(view, categories) },
            { key: 'owed', label: words('owed'), numeric: true, cell: ({ owed }) => (owed.length === 0 ? '–' : owed.map(({ currency, minor }) => <div key={currency}><Money view={view} value={minor} currency={currency} /></div>)) },
          ]} />
        </Stack>
      ),
    };
  },
});
