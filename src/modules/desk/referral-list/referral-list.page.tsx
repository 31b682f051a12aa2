import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import { Tabs } from '#ui/tabs.tsx';
import type { View } from '#ui/view.ts';
import { ClientLabel } from '../client/client-label.tsx';
import { NameOf, ReferralBadge } from '../referral/referral-names.tsx';
import { referralWords } from '../referral-words.ts';
import { type ReferralFilter, referralFilters } from './referral-filter.ts';
import { referralList } from './referral-list.query.ts';
import type { NamedReferral } from './referrals-of-hub.ts';

/** The referrals of the hub, side by side: ours to do, waiting, late, answered, over. */
export const referralListPage = definePage<View>({
  path: '/referrals',
  audience: 'staff',
  needs: 'desk.referral-list',
  namesPersons: true,
  menu: { label: (reader) => referralWords(reader)('menu.referrals'), order: 30, group: 'people', icon: 'referral' },
  show: async ({ view, search, ask }) => {
    const words = referralWords(view);
    const wanted = referralFilters.includes(search.filter as ReferralFilter) ? (search.filter as ReferralFilter) : undefined;
    const list = await ask(referralList, { filter: wanted, page: search.page });
    return {
      title: words('list.title'),
      body: (
        <Stack>
          <PageTitle lede={words('list.lede')}>{words('list.title')}</PageTitle>
          <Tabs
            view={view} label={words('list.sides')}
            tabs={referralFilters.map((side) => ({ href: `/referrals?filter=${side}`, label: words(`list.${side}`), current: side === list.filter, count: list.counts[side] ?? 0 }))}
          />
          <Referrals view={view} referrals={list.referrals} />
          {list.referrals.length ? <Pager view={view} page={list.page} pageSize={list.pageSize} total={list.counts[list.filter] ?? 0} /> : null}
        </Stack>
      ),
    };
  },
});

const Referrals = ({ view, referrals }: { view: View; referrals: readonly NamedReferral[] }) => {
  const words = referralWords(view);
  return (
    <Table
      view={view} caption={words('list.title')} rows={referrals} rowKey={({ id }) => id} rowHref={({ id }) => `/referrals/${id}`}
      empty={<EmptyState title={words('list.none')}>{words('list.none_text')}</EmptyState>}
      columns={[
        { key: 'client', label: words('list.client'), cell: ({ client }) => (client ? <ClientLabel view={view} client={client} /> : words('list.hidden')) },
        { key: 'service', label: words('list.service'), cell: ({ service }) => <NameOf view={view} names={service} /> },
        { key: 'body', label: words('list.body'), cell: ({ organization }) => <NameOf view={view} names={organization} /> },
        { key: 'state', label: words('list.state'), cell: (row) => <ReferralBadge view={view} {...row} /> },
        { key: 'sent', label: words('list.sent'), cell: ({ sentAt }) => <OnDate view={view} value={sentAt} /> },
        { key: 'due', label: words('list.due'), cell: ({ dueAt, state }) => (state === 'sent' ? <OnDate view={view} value={dueAt} /> : '') },
      ]}
    />
  );
};
