import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { choice, id, maybe, text, wholeNumber } from '#core/input.ts';
import { fold } from '#core/text/fold.ts';
import { dayHere } from '../hub/day-here.ts';
import { hubCard } from '../hub/hub-card.ts';
import { type NetworkTables, query } from '../network.ts';
import { type OrganizationCard, organizationRows, toOrganization } from '../organization/organization-card.ts';
import { type OrganizationKind, organizationKinds } from '../organization/organization-kind.ts';
import { territoryLine } from '../territory/territories.ts';
import { type RegistryRole, registryRole, registryRoles } from './registry-role.ts';
import { activities, qualifiers } from './sse-terms.ts';

/** A body as the registry shows it. */
export interface RegistryEntry extends OrganizationCard {
  readonly role: RegistryRole;
  readonly activities: readonly string[];
  readonly qualifiers: readonly string[];
  /** The hub it is or runs. */
  readonly runsHub: string | null;
  readonly agreedOn: string | null;
}

export const registryPageSize = 25;

/** Whether this shows a way to reach people: an informal group is its members, and theirs is never shown. */
const reachable = (kind: OrganizationKind): boolean => kind !== 'informal-group';

/** The public registry of enterprises of the social and solidarity economy and of those who support them. */
export const registry = query({
  name: 'registry',
  says: 'The public registry of social and solidarity enterprises and support bodies.',
  input: z.strictObject({
    q: maybe(text(100)), role: maybe(choice(registryRoles)), kind: maybe(choice(organizationKinds)), activity: maybe(choice(activities)),
    qualifier: maybe(choice(qualifiers)), territory: maybe(text(20)), page: maybe(wholeNumber(1, 10_000)),
  }),
  run: async (asking, { page = 1, ...filter }) => {
    const all = await entries(asking);
    const tests: Readonly<Record<string, (entry: RegistryEntry) => boolean>> = {
      q: ({ names, descriptions }) => !filter.q || fold(filter.q).split(' ').every((word) => [...Object.values(names), ...Object.values(descriptions)].some((said) => fold(said ?? '').includes(word))),
      role: ({ role }) => !filter.role || role === filter.role || role === 'both',
      kind: ({ kind }) => !filter.kind || kind === filter.kind,
      activity: ({ activities }) => !filter.activity || activities.includes(filter.activity),
      qualifier: ({ qualifiers }) => !filter.qualifier || qualifiers.includes(filter.qualifier),
      territory: (entry) => !filter.territory || placesOf(entry).includes(filter.territory),
    };
    const but = (facet: string): RegistryEntry[] => all.filter((entry) => Object.entries(tests).every(([name, meets]) => name === facet || meets(entry)));
    const found = but('');
    return {
      entries: found.slice((page - 1) * registryPageSize, page * registryPageSize), total: found.length, page,
      facets: {
        role: tally(but('role'), ({ role }) => (role === 'both' ? registryRoles : [role])), kind: tally(but('kind'), ({ kind }) => [kind]),
        activity: tally(but('activity'), (entry) => entry.activities), qualifier: tally(but('qualifier'), (entry) => entry.qualifiers),
        territory: tally(but('territory'), placesOf),
      },
      /** How many there would be without each facet that is chosen. */
      without: Object.fromEntries(Object.keys(tests).filter((name) => filter[name as 'q'] !== undefined).map((name) => [name, but(name).length])),
    };
  },
});

/** One body of the registry, with the hub it runs; NotFound for one that is not listed, left, or is neither enterprise nor support. */
export const registryBody = query({
  name: 'registry-body',
  says: 'One body of the public registry.',
  input: z.strictObject({ organization: id() }),
  run: async (asking, { organization }) => {
    const [entry] = await entries(asking, organization);
    if (!entry) return asking.absent();
    const hub = entry.runsHub ? ((await hubCard(asking.tx, entry.runsHub)) ?? null) : null;
    return { entry, hub };
  },
});

async function entries(asking: Asking<NetworkTables>, only?: string): Promise<readonly RegistryEntry[]> {
  const { tx } = asking;
  const today = await dayHere(asking);
  let rows = organizationRows(tx).where('organization.listed', '=', true).select(['organization.activities', 'organization.qualifiers', 'organization.runs_hub_id as runsHub', 'organization.agreed_on as agreedOn'])
    .where((eb) => eb.or([eb('organization.left_on', 'is', null), eb('organization.left_on', '>', today)]));
  if (only) rows = rows.where('organization.id', '=', only);
  const found = await rows.orderBy('organization.registered_at').orderBy('organization.id').execute();
  return found.flatMap(({ activities: does, qualifiers: says, runsHub, agreedOn, ...row }) => {
    const card = toOrganization(row);
    const role = registryRole({ ...card, runsHub });
    if (!role) return [];
    const hidden = reachable(card.kind) ? {} : { phone: null, email: null, address: {} };
    return [{ ...card, ...hidden, role, activities: does, qualifiers: says, runsHub, agreedOn }];
  });
}

/** The territory of its seat and all it lies in; a commune that a network added answers for itself. */
const placesOf = ({ territoryCode }: RegistryEntry): readonly string[] => {
  if (!territoryCode) return [];
  const line = territoryLine(territoryCode).map(({ code }) => code);
  return line.length ? line : [territoryCode];
};

function tally(found: readonly RegistryEntry[], codesOf: (entry: RegistryEntry) => readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const entry of found) for (const code of codesOf(entry)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
