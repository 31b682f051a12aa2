import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { ChosenFacets, FacetsInTheWay } from '../show/chosen-facets.tsx';
import { InLang } from '../show/in-lang.tsx';
import { typeName } from '../show/names-of-codes.ts';
import { filterOf, ServiceFilters } from '../show/service-filters.tsx';
import { staleServices } from '../stale-services/stale-services.query.ts';
import { directoryWords } from '../words.ts';
import type { FoundServices } from './search-services.ts';
import { serviceList } from './service-search.query.ts';

type Row = FoundServices['services'][number];

/** The staff's list of services: words, facets, order, pages; what must be checked again stands above. */
export const servicesPage = definePage<View>({
  path: '/services',
  audience: 'staff',
  needs: 'directory.service-list',
  menu: { label: (reader) => directoryWords(reader)('menu.services'), order: 40, group: 'services', icon: 'book' },
  show: showServices,
});

async function showServices(visit: Visit<View>) {
  const { view, search } = visit;
  const words = directoryWords(view);
  const filter = filterOf(search, view.locale.lang);
  const found = await visit.ask(serviceList, filter as never);
  const old = await visit.ask(staleServices, {});
  const add = visit.may('directory.list-service') ? <LinkButton href="/services/new" icon="plus">{words('services.new')}</LinkButton> : null;
  return {
    title: words('services.title'),
    body: (
      <Stack>
        <PageTitle lede={words('services.lede')} actions={add}>{words('services.title')}</PageTitle>
        {old.services.length ? (
          <Notice view={view} kind="warning" title={words('services.stale_notice', { count: old.services.length })}>
            <a href="/services?stale=yes&sort=-fresh">{words('services.see_stale')}</a>
          </Notice>
        ) : null}
        <ServiceFilters view={view} values={search} found={found} forStaff />
        <ChosenFacets view={view} found={found} search={search} />
        <Table
          view={view} caption={words('services.title')} rows={found.services} rowKey={({ id }) => id} rowHref={({ id }) => `/services/${id}`}
          sort={search.sort} columns={columnsOf(view)} empty={emptyState(visit, found, add)}
        />
        <Pager view={view} page={found.page} pageSize={found.pageSize} total={found.total} />
      </Stack>
    ),
  };
}

function emptyState({ view, search }: Visit<View>, found: FoundServices, add: ReactNode) {
  const words = directoryWords(view);
  return Object.keys(search).length
    ? <EmptyState title={words('services.none_found')} action={<FacetsInTheWay view={view} found={found} search={search} />}>{words('services.none_found_help')}</EmptyState>
    : <EmptyState title={words('services.empty')} action={add}>{words('services.empty_help')}</EmptyState>;
}

function columnsOf(view: View): readonly Column<Row>[] {
  const words = directoryWords(view);
  return [
    { key: 'name', label: words('column.name'), sortable: true, cell: ({ names }) => <InLang view={view} value={names} /> },
    { key: 'provider', label: words('provider'), cell: ({ provider }) => <InLang view={view} value={provider} /> },
    { key: 'type', label: words('type'), cell: ({ types }) => <Bdi>{typeName(view, types[0] ?? '')}</Bdi> },
    { key: 'places', label: words('places_free'), cell: (row) => placesFree(view, row) },
    { key: 'waiting', label: words('waiting'), sortable: true, cell: ({ waitingDays }) => (waitingDays === null ? '' : words('waiting_days', { days: waitingDays })) },
    { key: 'fresh', label: words('fresh_on'), sortable: true, cell: (row) => freshness(view, row) },
  ];
}

function placesFree(view: View, { freePlaces, capacityPlaces, status }: Row) {
  const words = directoryWords(view);
  if (status !== 'active') return <Badge tone="clay">{words(`status.${status}` as 'status.active')}</Badge>;
  if (freePlaces === 0) return <Badge tone="saffron">{words('full')}</Badge>;
  if (freePlaces === null) return null;
  return capacityPlaces === null ? String(freePlaces) : words('places_of', { free: freePlaces, places: capacityPlaces });
}

function freshness(view: View, { stale, freshAt, listed }: Row) {
  const words = directoryWords(view);
  return (
    <span>
      <OnDate view={view} value={freshAt} />
      {stale ? <> <Badge tone="saffron">{words('stale')}</Badge></> : null}
      {listed ? null : <> <Badge tone="clay" icon="lock">{words('unlisted')}</Badge></>}
    </span>
  );
}
