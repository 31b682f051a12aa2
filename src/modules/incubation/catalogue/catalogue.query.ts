import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { type IncubationTables, query } from '../incubation.ts';
import { shownNow } from '../spotlight/spotlight.query.ts';

/** Profiles of the hub that stand publicly now, by their numbers. */
async function standing(asking: Asking<IncubationTables>): Promise<ReadonlySet<string>> {
  return new Set((await shownNow(asking).select('id').where('hub_id', '=', asking.hub).execute()).map((one) => one.id));
}

/** The catalogues of the hub that went to print, the newest first, with how many in each have withdrawn since and wait for something to be done. */
export const catalogueList = query({
  name: 'catalogue-list',
  says: 'Shows the catalogues that were printed and who in them has withdrawn.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, hub } = asking;
    const there = await standing(asking);
    const rows = await tx.selectFrom('incubation.catalogue').select(['id', 'names', 'copies', 'made_at as madeAt']).where('network_id', '=', network).where('hub_id', '=', hub).orderBy('made_at', 'desc').limit(200).execute();
    const entries = await tx.selectFrom('incubation.catalogue_entry').select(['catalogue_id', 'spotlight_id', 'settled']).where('network_id', '=', network).where('hub_id', '=', hub).execute();
    return {
      ready: there.size,
      catalogues: rows.map((row) => {
        const inside = entries.filter(({ catalogue_id }) => catalogue_id === row.id);
        const gone = inside.filter(({ spotlight_id }) => !there.has(spotlight_id));
        return { ...row, profiles: inside.length, withdrawn: gone.length, waiting: gone.filter(({ settled }) => settled === null).length };
      }),
    };
  },
});

/** One catalogue: who stands in it, who withdrew since, and what was done with the copies. Whoever withdrew has no name here any more. */
export const catalogueSheet = query({
  name: 'catalogue-sheet',
  says: 'Shows who stands in a printed catalogue and who has withdrawn since.',
  input: z.strictObject({ catalogue: id() }),
  run: async (asking, { catalogue }) => {
    const { tx, network, hub, absent } = asking;
    const row = (await tx.selectFrom('incubation.catalogue').select(['id', 'names', 'copies', 'made_at as madeAt']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', catalogue).executeTakeFirst()) ?? absent();
    const there = await standing(asking);
    const entries = await tx.selectFrom('incubation.catalogue_entry as entry')
      .innerJoin('incubation.spotlight as profile', (join) => join.onRef('profile.network_id', '=', 'entry.network_id').onRef('profile.id', '=', 'entry.spotlight_id'))
      .select(['profile.id', 'entry.place', 'entry.picture', 'entry.settled', 'entry.settled_at as settledAt', 'profile.name', 'profile.sector', 'profile.code'])
      .where('entry.network_id', '=', network).where('entry.catalogue_id', '=', catalogue).orderBy('entry.place').execute();
    return { ...row, entries: entries.map((entry) => (there.has(entry.id) ? { ...entry, shown: true } : { ...entry, shown: false, name: null, code: null })) };
  },
});

/** The pages of a catalogue as they print now: without whoever withdrew since it was made, whatever was printed before. */
export const cataloguePages = query({
  name: 'catalogue-pages',
  says: 'Gives the pages of a catalogue as they print now.',
  input: z.strictObject({ catalogue: id() }),
  run: async (asking, { catalogue }) => {
    const { tx, network, hub, absent } = asking;
    const row = (await tx.selectFrom('incubation.catalogue').select(['id', 'names']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', catalogue).executeTakeFirst()) ?? absent();
    const card = (await hubCard(tx, hub)) ?? absent();
    const pages = await shownNow(asking).select(['id', 'code', 'name', 'words', 'sector', 'territory_code as territory', 'picture'])
      .where('id', 'in', (eb) => eb.selectFrom('incubation.catalogue_entry').select('spotlight_id').where('network_id', '=', network).where('catalogue_id', '=', catalogue)).execute();
    const order = await tx.selectFrom('incubation.catalogue_entry').select(['spotlight_id', 'place']).where('network_id', '=', network).where('catalogue_id', '=', catalogue).execute();
    const placeOf = (profile: string): number => order.find(({ spotlight_id }) => spotlight_id === profile)?.place ?? 0;
    return {
      ...row, hub: { names: card.names, country: card.country, timeZone: card.timeZone },
      pages: pages.sort((a, b) => placeOf(a.id) - placeOf(b.id)).map(({ id: _, picture, ...one }) => ({ ...one, picture: picture?.toString('base64') ?? null })),
    };
  },
});
