import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { choice, maybe, text, wholeNumber } from '#core/input.ts';
import { hubsOf } from '#modules/network/public.ts';
import { namesOfPlaces, providersOf } from '../around.ts';
import { type DirectoryTables, query } from '../directory.ts';
import type { ServiceEntry } from '../entry/entry.ts';
import { readEntries } from '../entry/read-entries.ts';
import { searchServices } from '../service-search/search-services.ts';
import { type Around } from './service-of.ts';
import { hsdsRecordsOf, serviceBySource } from './records-of.ts';

const language = maybe(choice(['ar', 'fr', 'en']));

/** A page of the listed services as HSDS 3.1 (one-to-one fields only, as its API says); parameters it does not know are ignored. */
export const hsdsServices = query({
  name: 'hsds-services',
  says: 'The public directory as HSDS, page by page',
  input: z.object({ search: maybe(text(200)), page: maybe(wholeNumber(1, 100_000)), per_page: maybe(wholeNumber(1, 100)), lang: language }),
  run: async (asking, { search, page = 1, per_page = 50, lang = 'fr' }) => {
    const filter = { q: search, page, pageSize: per_page, stale: false } as const;
    const found = await searchServices(asking, { ...filter, sort: search ? 'best' : 'name', lang }, true);
    const entries = await readEntries(asking, found.services.map((service) => service.id));
    const around = await aroundOf(asking, entries, lang);
    const pages = Math.ceil(found.total / per_page);
    return {
      total_items: found.total,
      total_pages: pages,
      page_number: page,
      size: entries.length,
      first_page: page === 1,
      last_page: page >= pages,
      empty: entries.length === 0,
      contents: await hsdsRecordsOf(asking, entries, around, false),
    };
  },
});

/** One listed service as HSDS 3.1 with all that belongs to it; NotFound for one that is not listed. */
export const hsdsService = query({
  name: 'hsds-service',
  says: 'One service of the public directory as HSDS',
  input: z.object({ id: text(300), lang: language }),
  run: async (asking, { id: service, lang = 'fr' }) => {
    const known = await serviceBySource(asking, service);
    const [entry] = known ? await readEntries(asking, [known]) : [];
    if (!entry?.listed || entry.status === 'defunct') return asking.absent();
    const [record] = await hsdsRecordsOf(asking, [entry], await aroundOf(asking, [entry], lang), true);
    return record!;
  },
});

async function aroundOf(asking: Asking<DirectoryTables>, entries: readonly ServiceEntry[], lang: string): Promise<(entry: ServiceEntry) => Around> {
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
