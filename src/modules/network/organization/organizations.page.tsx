import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names, namedChoices, PlaceName } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { organizationKindNames, type Sector, sectorNames, sectors } from './organization-kind.ts';
import { organizationList } from './organization-list.query.ts';

/** The registry of bodies, by sector or by a word of their name. */
export const organizationsPage = definePage<View>({
  path: '/network/organizations',
  audience: 'staff',
  needs: 'network.organization-list',
  show: async (visit) => {
    const { view, search } = visit;
    const words = networkWords(view);
    const sector = sectors.find((one) => one === search.sector) as Sector | undefined;
    const rows = await visit.ask(organizationList, { sector, q: search.q });
    const f = { view, values: search, errors: {} };
    const add = visit.may('network.register-organization') ? <LinkButton icon="plus" href="/network/organizations/new">{words('organization.register')}</LinkButton> : null;
    return {
      title: words('organization.list'),
      body: (
        <Stack>
          <PageTitle lede={words('organization.lede')} actions={add}>{words('organization.list')}</PageTitle>
          <Filters view={view}>
            <TextField {...f} name="q" type="search" label={words('organization.name')} required />
            <SelectField {...f} orAll name="sector" label={words('organization.sector')} required choices={namedChoices(view, sectors, sectorNames)} />
          </Filters>
          <Card>
            <Table
              view={view} caption={words('organization.list')} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/network/organizations/${id}`}
              empty={<EmptyState title={words('organization.none')} action={add} />}
              columns={[
                { key: 'name', label: words('organization.name'), cell: ({ names }) => <Names view={view} of={names} /> },
                { key: 'kind', label: words('organization.kind'), cell: ({ kind }) => nameFor(organizationKindNames[kind], view.locale) },
                { key: 'sector', label: words('organization.sector'), cell: (row) => nameFor(sectorNames[row.sector], view.locale) },
                { key: 'place', label: words('hub.place'), cell: ({ territoryCode }) => <PlaceName view={view} code={territoryCode} /> },
                { key: 'member', label: words('state'), cell: ({ memberOf, leftOn, listed }) => (
                  memberOf.length ? <Badge tone="olive">{words('organization.member')}</Badge>
                  : leftOn ? <Badge tone="clay" icon="exit">{words('organization.left')}</Badge>
                  : listed ? <Badge>{words('organization.listed')}</Badge> : <Badge tone="saffron" icon="eye">{words('organization.unlisted')}</Badge>) },
              ]}
            />
          </Card>
        </Stack>
      ),
    };
  },
});
