import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { NameOf, ReferralBadge } from '../referral/referral-names.tsx';
import { referralWords } from '../referral-words.ts';
import { inbox } from './inbox.query.ts';

/** The referrals addressed to the reader's own organization. */
export const inboxPage = definePage<View>({
  path: '/inbox',
  audience: 'staff',
  needs: 'desk.inbox',
  namesPersons: true,
  menu: { label: (reader) => referralWords(reader)('menu.inbox'), order: 35, group: 'people', icon: 'mail' },
  show: async ({ view, ask }) => {
    const words = referralWords(view);
    const { member, referrals } = await ask(inbox, {});
    return {
      title: words('inbox.title'),
      body: (
        <Stack>
          <PageTitle lede={words('inbox.lede')}>{words('inbox.title')}</PageTitle>
          {member ? null : <Notice view={view}>{words('inbox.not_member')}</Notice>}
          {member ? (
            <Table
              view={view} caption={words('inbox.title')} rows={referrals} rowKey={({ id }) => id} rowHref={({ id }) => `/inbox/${id}`}
              empty={<EmptyState title={words('inbox.none')}>{words('inbox.none_text')}</EmptyState>}
              columns={[
                { key: 'service', label: words('list.service'), cell: ({ service }) => <NameOf view={view} names={service} /> },
                { key: 'hub', label: words('inbox.hub'), cell: ({ hub }) => <NameOf view={view} names={hub} /> },
                { key: 'state', label: words('list.state'), cell: ({ state }) => <ReferralBadge view={view} state={state} /> },
                { key: 'due', label: words('list.due'), cell: ({ dueAt }) => <OnDate view={view} value={dueAt} /> },
              ]}
            />
          ) : null}
        </Stack>
      ),
    };
  },
});
