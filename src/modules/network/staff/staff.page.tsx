import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { hubQuery, settingsHub } from '../settings/settings-hub.ts';
import { networkWords } from '../words.ts';
import { staffList } from './staff-list.query.ts';

/** The colleagues of the hub and the roles they hold. */
export const staffPage = definePage<View>({
  path: '/settings/staff',
  audience: 'staff',
  needs: 'network.staff-list',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const staff = await visit.ask(staffList, { hub: settingsHub(visit) });
    const invite = <LinkButton icon="plus" href={`/settings/staff/new${hubQuery(visit)}`}>{words('staff.invite')}</LinkButton>;
    return {
      title: words('settings.staff'),
      body: (
        <Stack>
          <PageTitle lede={words('staff.lede')} back={{ href: `/settings${hubQuery(visit)}`, label: words('settings.title') }} actions={invite}>{words('settings.staff')}</PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
          <Card>
            <Table
              view={view} caption={words('settings.staff')} rows={staff} rowKey={({ id }) => id} rowHref={({ id }) => `/settings/staff/${id}${hubQuery(visit)}`}
              empty={<EmptyState title={words('staff.none')} action={invite} />}
              columns={[
                { key: 'name', label: words('staff.name'), cell: ({ name }) => <Bdi>{name}</Bdi> },
                { key: 'login', label: words('sign_in.login'), cell: ({ login }) => <span className="breakable"><Ltr>{login}</Ltr></span> },
                { key: 'roles', label: words('account.roles'), cell: ({ roles }) => <div>{roles.map(({ grant, role, until, waits }) => <div key={grant}>{words(`role.${role}`)} {waits ? <Badge tone="saffron">{words('staff.waits')}</Badge> : null} <span className="soft">{words('staff.until')} <OnDate view={view} value={until} /></span></div>)}</div> },
                { key: 'state', label: words('state'), cell: ({ invited }) => (invited ? <Badge tone="saffron">{words('staff.invited')}</Badge> : <Badge tone="olive">{words('staff.active')}</Badge>) },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
});
