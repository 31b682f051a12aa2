import { type RawBuilder, sql } from 'kysely';
import { currencies } from '#core/money.ts';
import { countable } from '../kept/countable.ts';
import { indicators } from '../indicator/indicators-of-the-desk.ts';
import type { Counting } from '../indicator/indicator.ts';
import type { KeptUnit } from '../kept/definition.ts';

/** What of an event is counted once: the identity behind a file, the organization, what the event is about; an amount and faces are added up too. */
export type Thing = 'identity' | 'organization' | 'subject' | 'faces' | `amount:${string}`;

const ofCounting: Readonly<Record<Counting, readonly Thing[]>> = {
  persons: ['identity'], organizations: ['organization'], visits: ['subject'], needs: ['subject'], projects: ['subject'], 'mean-faces': ['subject', 'faces'],
  amount: currencies.map((currency): Thing => `amount:${currency}`),
  // The middle of waiting times and colleagues in courses are few enough to be read from the counted events themselves.
  'median-waited': ['subject'], professionals: ['subject'],
};
const ofUnit: Partial<Record<KeptUnit, Thing>> = { person: 'identity', organization: 'organization', visit: 'subject', project: 'subject' };

/** Every pair of event and thing that has cells of its own, in a fixed order: what the declared figures count, and what indicators of one event may count. */
export const series: readonly { readonly name: string; readonly thing: Thing }[] = [...new Set([
  ...indicators.flatMap(({ events, counting }) => events.flatMap((name) => ofCounting[counting].map((thing) => `${name} ${thing}`))),
  ...Object.entries(countable).flatMap(([name, { units }]) => (name.startsWith('network.') ? [] : units.flatMap((unit) => ofUnit[unit] ?? []).map((thing) => `${name} ${thing}`))),
])].sort().map((pair) => ({ name: pair.split(' ')[0]!, thing: pair.split(' ')[1] as Thing }));

/** The names of all events that are counted ahead. */
export const countedNames: readonly string[] = [...new Set(series.map(({ name }) => name))];

/** These names' series as rows `(name, thing, sno)`. */
export const seriesRows = (names: readonly string[]): RawBuilder<unknown> =>
  sql`(values ${sql.join(series.flatMap(({ name, thing }, sno) => (names.includes(name) ? [sql`(${sql.lit(name)}, ${sql.lit(thing)}, ${sql.lit(sno)})`] : [])))}) as series (name, thing, sno)`;

/** An event that takes an earlier one of the same subject out of what counts; the same rules as `eventsInside`. */
export const strikes: Readonly<Record<string, { readonly by: readonly string[]; readonly onlyEarlier: boolean }>> = {
  'incubation.applicant-registered': { by: ['incubation.applicant-unregistered', 'incubation.application-struck-out'], onlyEarlier: false },
  'funding.grant-certified': { by: ['funding.grant-cancelled'], onlyEarlier: false },
  'funding.person-funded': { by: ['funding.application-unfunded'], onlyEarlier: true },
};

/** Events that change whose file is whose. */
export const joining: readonly string[] = ['people.persons-merged', 'people.merge-undone'];
