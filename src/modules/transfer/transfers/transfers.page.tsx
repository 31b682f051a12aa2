import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Ltr, PersonName } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { transferWords } from '../words.ts';
import { HubName, ParcelState } from './parcel-state.tsx';
import { transferList, transfersWaiting } from './transfer-list.query.ts';

/** Who is on the way to this hub, by number and sender alone; and who left it, with what came back on top. */
export const transfersPage = definePage<View>({
  path: '/transfers',
  audience: 'staff',
  needs: 'transfer.transfer-list',
  namesPersons: true,
  menu: { label: (reader) => transferWords(reader)('menu'), order: 31, group: 'people', icon: 'signpost', waiting: transfersWaiting },
  show: async ({ view, ask, may }) => {
    const words = transferWords(view);
    const { arriving, sent } = await ask(transferList, {});
    return {
      title: words('menu'),
      body: (
        <Stack>
          <PageTitle lede={words('lede')}>{words('menu')}</PageTitle>
          <Card title={words('arriving')}>
            <p className="soft">{words('arriving_help')}</p>
            <Table
              view={view} caption={words('arriving')} rows={arriving} rowKey={({ id }) => id} {...(may('transfer.open-parcel') ? { rowHref: ({ id }: { id: string }) => `/transfers/${id}/open` } : {})}
              empty={<p>{words('arriving_none')}</p>}
              columns={[
                { key: 'number', label: words('number'), cell: ({ number }) => <Ltr>{String(number)}</Ltr> },
                { key: 'from', label: words('from'), cell: ({ from }) => <HubName view={view} names={from} /> },
                { key: 'until', label: words('until'), cell: ({ until }) => <OnDate view={view} value={until} /> },
              ]}
            />
          </Card>
          <Card title={words('sent')}>
            <Table
              view={view} caption={words('sent')} rows={sent} rowKey={({ id }) => id} rowHref={({ id }) => `/transfers/${id}`}
              empty={<EmptyState title={words('sent_none')} action={may('people.people-search') ? <LinkButton kind="quiet" icon="search" href="/people">{words('to_people')}</LinkButton> : null}>{words('sent_none_text')}</EmptyState>}
              columns={[
                { key: 'who', label: words('who'), cell: ({ card }) => <PersonName name={card.name} other={card.other} /> },
                { key: 'to', label: words('to'), cell: ({ to }) => <HubName view={view} names={to} /> },
                { key: 'state', label: words('state'), cell: ({ state }) => <ParcelState view={view} state={state} /> },
                { key: 'number', label: words('number'), cell: ({ number }) => <Ltr>{String(number)}</Ltr> },
                { key: 'prepared', label: words('prepared'), cell: ({ preparedAt }) => <OnDate view={view} value={preparedAt} /> },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
});
