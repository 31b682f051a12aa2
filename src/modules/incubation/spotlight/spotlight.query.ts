import { sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { maybe, text, wholeNumber } from '#core/input.ts';
import { type IncubationTables, query } from '../incubation.ts';

/** What is public now: not taken away, and its consent neither taken back nor over. Staff see no more by this than a visitor. */
const shownNow = ({ tx, network, now }: Pick<Asking<IncubationTables>, 'tx' | 'network' | 'now'>) => tx.selectFrom('incubation.spotlight')
  .where('network_id', '=', network).where('taken_away_at', 'is', null).where(sql<boolean>`(consent_until is null or consent_until > ${now})`)
  .where('consent_id', 'not in', (eb) => eb.selectFrom('incubation.ended_image').select('consent_id').where('network_id', '=', network));

/** One public profile. `shown` is false where one stood and she took it away: a printed catalogue leads here. */
export const spotlight = query({
  name: 'spotlight',
  says: 'Shows a public profile of somebody who makes something here.',
  input: z.strictObject({ code: text(8) }),
  run: async (asking, { code }) => {
    const row = await shownNow(asking).select(['name', 'words', 'sector', 'territory_code as territory', 'hub_id as hub', sql<boolean>`picture is not null`.as('picture')]).where('code', '=', code).executeTakeFirst();
    if (!row) return { shown: false as const };
    return { shown: true as const, ...row };
  },
});

/** The picture of a public profile as base64; absent in the moment its consent ends. */
export const spotlightPicture = query({
  name: 'spotlight-picture',
  says: 'Shows the picture of a public profile.',
  input: z.strictObject({ code: text(8) }),
  run: async (asking, { code }) => {
    const row = await shownNow(asking).select('picture').where('code', '=', code).executeTakeFirst();
    return row?.picture ? { mediaType: 'image/jpeg', content: row.picture.toString('base64') } : asking.absent();
  },
});

const pageSize = 24;

/** The public profiles, the newest first, without their pictures. */
export const madeHere = query({
  name: 'made-here',
  says: 'Shows who makes something here and wishes to be found.',
  input: z.strictObject({ page: maybe(wholeNumber(1, 10_000)) }),
  run: async (asking, { page = 1 }) => {
    const { count } = await shownNow(asking).select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    const rows = await shownNow(asking).select(['code', 'name', 'words', 'sector', 'territory_code as territory']).orderBy('published_at', 'desc').orderBy('code').limit(pageSize).offset((page - 1) * pageSize).execute();
    return { count: Number(count), page, pageSize, rows };
  },
});
