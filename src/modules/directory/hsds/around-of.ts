import type { Asking } from '#core/action.ts';
import { hubsOf } from '#modules/network/public.ts';
import { namesOfPlaces, providersOf } from '../around.ts';
import type { DirectoryTables } from '../directory.ts';
import type { ServiceEntry } from '../entry/entry.ts';
import type { Around } from './service-of.ts';

/** What surrounds each of the entries named: providers, names of territories, time zones; read once for all of them. */
export async function aroundOf(asking: Asking<DirectoryTables>, entries: readonly ServiceEntry[], lang: string): Promise<(entry: ServiceEntry) => Around> {
  const providers = await providersOf(asking, entries.map(({ organization }) => organization));
  const codes = entries.flatMap(({ areas, places, rules }) => [
    ...areas, ...places.flatMap(({ territory }) => territory ?? []), ...rules.flatMap((rule) => (rule.field === 'territory' ? rule.codes : [])),
  ]);
  const territories = await namesOfPlaces(asking, codes);
  const zones = new Map((await hubsOf(asking.tx)).map((hub) => [hub.id, hub.timeZone]));
  return (entry) => ({
    provider: providers.get(entry.organization), territories, lang, now: asking.now, timeZone: zones.get(entry.hub) ?? 'Africa/Tunis',
  });
}
