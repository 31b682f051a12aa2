import { definePage } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { messageWords } from '../message/message-words.ts';
import { categoriesText, Names, nameIn } from '../show.tsx';
import { shopsHere } from './shops-here.query.ts';

/** The shops where the card of a hub pays, for everybody and for the wall of the desk. */
export const shopsHerePage = definePage<View>({
  path: '/hubs/:hub/shops',
  audience: 'citizen',
  needs: 'currency.shops-here',
  show: async ({ view, params, ask }) => {
    const words = messageWords(view);
    const { hub, shops } = await ask(shopsHere, { hub: params['hub']! });
    return {
      title: words('shops'),
      hubName: nameIn(view, hub.names),
      body: (
        <Stack>
          <PageTitle lede={words('shops.lede')} back={{ href: `/hubs/${hub.id}`, label: words('shops.back') }}>{words('shops')}</PageTitle>
          <Table view={view} caption={words('shops')} rows={shops} rowKey={({ code }) => String(code)} empty={<EmptyState title={words('shops.none')}>{words('apply.lede')}</EmptyState>} columns={[
            { key: 'shop', label: words('apply.shop'), cell: ({ names }) => <Names view={view} of={names} /> },
            { key: 'place', label: words('shops.place'), cell: ({ address, territory }) => <>{nameIn(view, address) ? <><Names view={view} of={address} />{territory ? ' · ' : ''}</> : null}{territory ? <PlaceName view={view} code={territory} /> : null}</> },
            { key: 'sells', label: words('shops.sells'), cell: ({ categories }) => categoriesText(view, categories) },
            { key: 'hours', label: words('shops.hours'), cell: ({ opens, closes }) => (opens ? <Ltr>{`${opens}–${closes}`}</Ltr> : '–') },
            { key: 'code', label: words('shops.code'), numeric: true, cell: ({ code }) => <Ltr>{String(code)}</Ltr> },
          ]} />
          <Buttons><LinkButton kind="quiet" icon="stall" href={`/hubs/${hub.id}/shops/apply`}>{words('shops.apply')}</LinkButton></Buttons>
        </Stack>
      ),
    };
  },
});
