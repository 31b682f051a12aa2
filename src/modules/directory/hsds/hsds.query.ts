import { z } from 'zod';
import { maybe, text } from '#core/input.ts';
import { query } from '../directory.ts';
import { readEntries } from '../entry/read-entries.ts';
import { goneProviders } from '../service-search/matching-rows.ts';
import { aroundOf } from './around-of.ts';
import { listedWhere, pageOfServices } from './listed-services.ts';
import { flag, pageOf, pageParameters } from './page-of.ts';
import { hsdsRecordsOf, serviceBySource } from './records-of.ts';

/** What narrows lists of services and of services at places. `modified_after` is a date or a moment (ISO 8601). */
export const listedParameters = {
  ...pageParameters,
  organization_id: maybe(text(300)), taxonomy_term_id: maybe(text(300)), taxonomy_id: maybe(text(300)),
  modified_after: maybe(z.string().max(40).refine((written) => !Number.isNaN(Date.parse(written)), { message: 'not-understood' }).transform((written) => new Date(written))),
  full: flag(),
};

/** A page of the listed services as HSDS 3.1: one-to-one fields, whole with `full`, ids and days only with `minimal`. */
export const hsdsServices = query({
  name: 'hsds-services',
  says: 'The public directory as HSDS, page by page',
  input: z.object({ ...listedParameters, minimal: flag() }),
  run: async (asking, { page = 1, per_page = 50, lang = 'fr', full = false, minimal = false, ...filter }) => {
    const { ids, total } = await pageOfServices(asking, await listedWhere(asking, filter), page, per_page);
    const entries = await readEntries(asking, ids);
    const records = await hsdsRecordsOf(asking, entries, await aroundOf(asking, entries, lang), full);
    const contents = minimal ? records.map(({ id }, at) => ({ id, modified_date: entries[at]!.updatedAt.toISOString() })) : records;
    return pageOf<Record<string, unknown>>(total, page, per_page, contents);
  },
});

/** One listed service as HSDS 3.1 with all that belongs to it; NotFound for one that is not listed. */
export const hsdsService = query({
  name: 'hsds-service',
  says: 'One service of the public directory as HSDS',
  input: z.object({ id: text(300), lang: pageParameters.lang }),
  run: async (asking, { id: service, lang = 'fr' }) => {
    const known = await serviceBySource(asking, service);
    const [entry] = known ? await readEntries(asking, [known]) : [];
    if (!entry?.listed || entry.status === 'defunct' || (await goneProviders(asking)).includes(entry.organization)) return asking.absent();
    const [record] = await hsdsRecordsOf(asking, [entry], await aroundOf(asking, [entry], lang), true);
    return record!;
  },
});
