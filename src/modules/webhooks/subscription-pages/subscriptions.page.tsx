import { definePage } from '#core/page.ts';
import { Num, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { subscriptionList } from '../subscription/subscription-list.query.ts';
import { webhooksWords } from '../words.ts';
import { addressFor, hubAsked } from './hub-asked.ts';
import { StateBadge } from './state-badge.tsx';

/** The programs that hear what happens here. */
export const subscriptionsPage = definePage<View>({
  path: '/settings/webhooks',
  audience: 'staff',
  needs: 'webhooks.subscription-list',
  show: async (visit) => {
    const { view } = visit;
    const words = webhooksWords(view);
    const hub = hubAsked(visit);
    const rows = await visit.ask(subscriptionList, { hub });
    const begin = <LinkButton icon="plus" href={addressFor(visit, '/settings/webhooks/new')}>{words('new')}</LinkButton>;
    return {
      title: words('title'),
      body: (
        <Stack>
          <PageTitle lede={words('lede')} back={hub ? { href: addressFor(visit, '/settings'), label: words('back_settings') } : undefined} actions={<>{begin}<LinkButton kind="quiet" icon="book" href="/api">{words('for_programs')}</LinkButton></>}>{words('title')}</PageTitle>
          <Card>
            <Table
              view={view} caption={words('title')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => addressFor(visit, `/settings/webhooks/${id}`)}
              empty={<EmptyState title={words('none')} action={begin} />}
              columns={[
                { key: 'label', label: words('label'), cell: ({ label }) => <Bdi>{label}</Bdi> },
                { key: 'target', label: words('target'), cell: ({ target }) => <Ltr>{target}</Ltr> },
                { key: 'events', label: words('events'), numeric: true, cell: ({ events }) => <Num view={view} value={events.length} /> },
                { key: 'since', label: words('since'), cell: ({ madeAt }) => <OnDate view={view} value={madeAt} /> },
                { key: 'state', label: words('state'), cell: ({ state }) => <StateBadge view={view} state={state} /> },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
});
