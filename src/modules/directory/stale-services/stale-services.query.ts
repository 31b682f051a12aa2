import { sql } from 'kysely';
import { z } from 'zod';
import { query } from '../directory.ts';
import { readCards } from '../entry/read-cards.ts';
import { staleBefore } from '../freshness.ts';
import { freshOn } from '../service-search/matching-rows.ts';

/** The entries of the actor's hub that nobody checked and where nobody was served for 180 days, oldest first. */
export const staleServices = query({
  name: 'stale-services',
  says: 'The entries that must be checked again',
  input: z.strictObject({}),
  run: async (asking) => {
    const { rows } = await sql<{ id: string }>`
      select service.id from directory.service as service
      where service.network_id = ${asking.network} and service.hub_id = ${asking.hub} and service.status <> 'defunct'
        and ${freshOn} < ${staleBefore(asking.now)}
      order by ${freshOn}, service.id limit 200`.execute(asking.tx);
    return { services: await readCards(asking, rows.map(({ id }) => id)) };
  },
});
