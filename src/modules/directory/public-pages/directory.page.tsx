import { definePage, type Visit } from '#core/page.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Badge } from '#ui/badge.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Icon, Pictogram } from '#ui/icon.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import type { View } from '#ui/view.ts';
import type { FoundServices } from '../service-search/search-services.ts';
import { serviceSearch } from '../service-search/service-search.query.ts';
import { ChosenFacets, FacetsInTheWay, placeLabel } from '../show/chosen-facets.tsx';
import { InLang } from '../show/in-lang.tsx';
import { listed, modeName, typeName } from '../show/names-of-codes.ts';
import { filterOf, ServiceFilters } from '../show/service-filters.tsx';
import { directoryWords } from '../words.ts';

/** The public directory: what can I get here? No account, no script, pictures beside words. */
export const directoryPage = definePage<View>({
  path: '/directory',
  audience: 'citizen',
  kept: true,
  needs: 'directory.service-search',
  show: async (visit: Visit<View>) => {
    const { view, search } = visit;
    const words = directoryWords(view);
    const found = await visit.ask(serviceSearch, filterOf(search, view.locale.lang) as never);
    return {
      title: words('directory.title'),
      body: (
        <Stack>
          <PageTitle lede={words('directory.lede')}>{words('directory.title')}</PageTitle>
          <ul className="chips">
            <li><a href="/map"><Icon name="pin" /> {words('directory.map')}</a></li>
            <li><a href="/registry"><Icon name="seedling" /> {words('directory.registry')}</a></li>
          </ul>
          <ServiceFilters view={view} values={search} found={found} />
          <ChosenFacets view={view} found={found} search={search} />
          <p>{words('count', { count: found.total })}</p>
          {found.services.length ? (
            <ul className="plain stack">{found.services.map((service) => <li key={service.id}><ServiceDoor view={view} service={service} territories={found.territories} /></li>)}</ul>
          ) : (
            <EmptyState title={words('services.none_found')} action={<FacetsInTheWay view={view} found={found} search={search} />}>
              {words('services.none_found_help')}
            </EmptyState>
          )}
          {found.total > found.pageSize ? <Pager view={view} page={found.page} pageSize={found.pageSize} total={found.total} /> : null}
        </Stack>
      ),
    };
  },
});

/** Enough of the places a service covers to tell two of the same name apart. */
const placesNamed = 3;

interface Door {
  readonly view: View;
  readonly service: FoundServices['services'][number];
  readonly territories: FoundServices['territories'];
}

const ServiceDoor = ({ view, service, territories }: Door) => {
  const words = directoryWords(view);
  const { id, names, types, modes, provider, waitingDays, freePlaces, status } = service;
  const covered = service.areas.flatMap((code) => territories.filter((place) => place.code === code));
  return (
    <a className="card door-card" href={`/directory/${id}`}>
      <Pictogram code={types[0] ?? ''} />
      <span>
        <strong><InLang view={view} value={names} /></strong>
        <span className="soft"><InLang view={view} value={provider} /></span>
        <br />
        <span className="soft">
          <Bdi>{typeName(view, types[0] ?? '')}</Bdi> · <Bdi>{listed(view, modes.map((mode) => modeName(view, mode)))}</Bdi>
          {covered.length ? <> · <Bdi>{listed(view, covered.slice(0, placesNamed).map((place) => placeLabel(view, place))) + (covered.length > placesNamed ? '…' : '')}</Bdi></> : null}
          {waitingDays === null ? null : <> · {words('waiting_is', { days: words('waiting_days', { days: waitingDays }) })}</>}
        </span>
        <br />
        {status === 'active' ? null : <Badge tone="clay">{words(`status.${status}` as 'status.active')}</Badge>}
        {status === 'active' && freePlaces === 0 ? <Badge tone="saffron">{words('full')}</Badge> : null}
      </span>
    </a>
  );
};
