import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { nameFor, type Named } from '#core/words/named.ts';
import { Badge } from '#ui/badge.tsx';
import { Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { hrefWith } from '#ui/href.ts';
import { Icon } from '#ui/icon.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import type { View } from '#ui/view.ts';
import { organizationKindNames, organizationKinds } from '../organization/organization-kind.ts';
import { Names, PlaceName } from '../shown.tsx';
import { findTerritory } from '../territory/territories.ts';
import { networkWords } from '../words.ts';
import { registry, type RegistryEntry, registryPageSize } from './registry.query.ts';
import { registryRoles } from './registry-role.ts';
import { activities, activityNames, qualifierNames, qualifiers } from './sse-terms.ts';

type Found = Awaited<ReturnType<(typeof registry)['spec']['run']>>;
const filters = ['q', 'role', 'kind', 'activity', 'qualifier', 'territory', 'page'] as const;

/** The public registry: who works in the social and solidarity economy here, and who supports them. */
export const registryPage = definePage<View>({
  path: '/registry',
  audience: 'citizen',
  kept: true,
  needs: 'network.registry',
  show: async (visit: Visit<View>) => {
    const { view, search } = visit;
    const words = networkWords(view);
    const found = await visit.ask(registry, filterOf(search));
    return {
      title: words('registry.title'),
      body: (
        <Stack>
          <PageTitle lede={words('registry.lede')} back={{ href: '/directory', label: words('registry.services') }}>{words('registry.title')}</PageTitle>
          <Filters view={view}>
            <TextField view={view} values={search} errors={{}} required name="q" type="search" label={words('organization.name')} />
            <Facet view={view} found={found} search={search} name="role" label={words('registry.role')} choices={registryRoles.map((value) => ({ value, label: words(`registry.role.${value}`) }))} />
            <Facet view={view} found={found} search={search} name="territory" label={words('hub.place')} choices={Object.keys(found.facets.territory).sort().map((value) => ({ value, label: placeLabel(view, value) }))} />
            <Facet view={view} found={found} search={search} name="kind" label={words('organization.kind')} choices={named(view, organizationKinds, organizationKindNames)} />
            <Facet view={view} found={found} search={search} name="activity" label={words('registry.activity')} choices={named(view, activities, activityNames)} />
            <Facet view={view} found={found} search={search} name="qualifier" label={words('registry.qualifier')} choices={named(view, qualifiers, qualifierNames)} />
          </Filters>
          <p>{words('registry.count', { count: found.total })} · <a href="/projects">{words('registry.programmes')}</a></p>
          {found.entries.length
            ? <ul className="plain stack">{found.entries.map((entry) => <li key={entry.id}><BodyDoor view={view} entry={entry} /></li>)}</ul>
            : <EmptyState title={words('registry.none')} action={<InTheWay view={view} found={found} />}>{words('registry.none_help')}</EmptyState>}
          {found.total > registryPageSize ? <Pager view={view} page={found.page} pageSize={registryPageSize} total={found.total} /> : null}
        </Stack>
      ),
    };
  },
});

/** The filter in an address; parts that cannot be read are left out rather than refused. */
const filterOf = (search: Readonly<Record<string, string | undefined>>): Record<string, unknown> =>
  Object.fromEntries(filters.flatMap((name) => (search[name] && registry.spec.input.safeParse({ [name]: search[name] }).success ? [[name, search[name]]] : [])));

const named = <C extends string>(view: View, codes: readonly C[], names: Readonly<Record<C, Named>>) => codes.map((value) => ({ value, label: nameFor(names[value], view.locale) }));

/** A country is named as a whole: in Arabic it and one of its governorates may bear the same name (تونس). */
const placeLabel = (view: View, code: string): string => {
  const place = findTerritory(code);
  if (!place) return code;
  const name = nameFor(place.names, view.locale);
  return place.level === 'country' ? networkWords(view)('registry.whole', { name }) : name;
};

type FacetName = keyof Found['facets'];

/** One facet: only choices with a body behind them, each with its number; what is chosen stays in sight. */
const Facet = (props: { view: View; found: Found; search: Readonly<Record<string, string | undefined>>; name: FacetName; label: string; choices: readonly { value: string; label: string }[] }): ReactNode => {
  const { view, found, search, name, label } = props;
  const number = new Intl.NumberFormat(view.locale.tag);
  const choices = props.choices.filter(({ value }) => found.facets[name][value] || search[name] === value)
    .map(({ value, label }) => ({ value, label: `${label} (${number.format(found.facets[name][value] ?? 0)})` }));
  return <SelectField orAll view={view} values={search} errors={{}} required name={name} label={label} choices={choices} />;
};

/** For an empty list: which choice stands in the way, and how many there are without it. */
const InTheWay = ({ view, found }: { view: View; found: Found }): ReactNode => {
  const helps = Object.entries(found.without).filter(([, number]) => number > 0).sort(([, a], [, b]) => b - a);
  const words = networkWords(view);
  return helps.length === 0 ? null : (
    <ul className="plain">
      {helps.map(([name, count]) => <li key={name}><a href={hrefWith(view, { [name]: null, page: null })}>{words('registry.without', { name: words(`registry.facet.${name}` as 'registry.facet.q'), count })}</a></li>)}
    </ul>
  );
};

const BodyDoor = ({ view, entry }: { view: View; entry: RegistryEntry }): ReactNode => (
  <a className="card door-card" href={`/registry/${entry.id}`}>
    <Icon name={entry.role === 'support' ? 'together' : 'seedling'} />
    <span>
      <strong><Names view={view} of={entry.names} /></strong>
      <span className="soft">
        {nameFor(organizationKindNames[entry.kind], view.locale)}
        {entry.territoryCode ? <> · <PlaceName view={view} code={entry.territoryCode} /></> : null}
        {entry.activities.length ? <> · {entry.activities.map((code) => nameFor(activityNames[code as 'AM10'], view.locale)).join(' · ')}</> : null}
      </span>
      <br />
      <Badge tone={entry.role === 'enterprise' ? 'olive' : 'door'} icon={entry.role === 'enterprise' ? 'seedling' : 'together'}>{networkWords(view)(`registry.role.${entry.role}`)}</Badge>
    </span>
  </a>
);
