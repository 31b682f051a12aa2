import { definePage } from '#core/page.ts';
import { CalendarDate, Money } from '#ui/amounts.tsx';
import { Ltr, PersonName } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names, StandingBadge } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { aidList } from './aid-list.query.ts';

/** The households of a programme and what is left to each. */
export const aidListPage = definePage<View>({
  path: '/aid/programmes/:programme/households',
  audience: 'staff',
  needs: 'currency.aid-list',
  namesPersons: true,
  show: async ({ view, params, search, ask }) => {
    const words = currencyWords(view);
    const list = await ask(aidList, { programme: params.programme!, page: search.page });
    const { currency } = list.programme;
    return {
      title: words('households'),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={list.programme.names} />} back={{ href: `/aid/programmes/${list.programme.id}`, label: words('programme') }}>{words('households')}</PageTitle>
          <Card>
            <Table view={view} caption={words('households')} rows={list.aids} rowKey={({ id }) => id} rowHref={({ id }) => `/aid/wallets/${id}`} empty={<EmptyState title={words('households.none')}>{words('households.none_text')}</EmptyState>} columns={[
              { key: 'who', label: words('carries'), cell: ({ person }) => (person ? <><PersonName name={person.name} other={person.other} /> <small className="soft"><Ltr>{person.code}</Ltr></small></> : '–') },
              { key: 'standing', label: words('state'), cell: ({ standing }) => <StandingBadge view={view} standing={standing} /> },
              { key: 'amount', label: words('sum.granted'), numeric: true, cell: ({ amount }) => <Money view={view} value={amount} currency={currency} /> },
              { key: 'left', label: words('left'), numeric: true, cell: ({ balance }) => <Money view={view} value={balance} currency={currency} /> },
              { key: 'until', label: words('until'), cell: ({ until }) => <CalendarDate view={view} value={until} /> },
            ]} />
            <Pager view={view} page={list.page} pageSize={list.pageSize} total={list.total} />
          </Card>
        </Stack>
      ),
    };
  },
});
