import { definePage } from '#core/page.ts';
import { AtTime, CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { rightsWords } from '../words.ts';
import { requestsWaiting, waitingRequests } from './waiting-requests.query.ts';

/** Where a second colleague finds the requests that wait for her and those that are due, without knowing whose file to open. */
export const waitingRequestsPage = definePage<View>({
  path: '/rights/waiting',
  audience: 'staff',
  needs: 'rights.waiting-requests',
  menu: { label: (reader) => rightsWords(reader)('waiting.title'), order: 77, group: 'care', icon: 'clock', waiting: requestsWaiting },
  show: async (visit) => {
    const { view } = visit;
    const words = rightsWords(view);
    const { requests } = await visit.ask(waitingRequests, {});
    return {
      title: words('waiting.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('waiting.lede')}>{words('waiting.title')}</PageTitle>
          <Table
            view={view} caption={words('waiting.title')} rows={requests} rowKey={({ id }) => id} rowHref={({ person }) => `/people/${person}/rights`}
            empty={<EmptyState title={words('waiting.none')}>{words('waiting.none_lede')}</EmptyState>}
            columns={[
              { key: 'code', label: words('waiting.code'), cell: ({ code }) => <Ltr>{code}</Ltr> },
              { key: 'kind', label: words('waiting.kind'), cell: ({ kind }) => words(`kind.${kind}`) },
              { key: 'due', label: words('due'), cell: (each) => <><CalendarDate view={view} value={each.dueOn} />{each.late ? <> <Badge tone="rose" icon="clock">{words('late')}</Badge></> : each.near ? <> <Badge tone="saffron" icon="clock">{words('waiting.near')}</Badge></> : null}</> },
              { key: 'waits', label: words('waiting.for'), cell: (each) => (each.toConfirm && !each.mine ? <Badge tone="saffron">{words('waiting.you')}</Badge> : words(each.toConfirm ? 'waiting.colleague' : each.kind === 'erase' ? 'waiting.decision' : 'waiting.answer')) },
              { key: 'asked', label: words('asked'), cell: ({ askedAt, askedBy }) => <><AtTime view={view} value={askedAt} />{askedBy ? <> · <Bdi>{askedBy}</Bdi></> : null}</> },
            ]}
          />
        </Stack>
      ),
    };
  },
});
