import { z } from 'zod';
import { sql } from 'kysely';
import { id, maybe, text } from '#core/input.ts';
import { hubsOf } from '#modules/network/public.ts';
import { query } from '../training.ts';

const DAYS_AHEAD = 62;
const columns = ['id', 'hub_id', 'code', 'topic', 'names', 'about', 'place', 'stage', 'languages', 'interpretation', 'childcare', 'seats', 'given', 'priority', 'ages_on', 'asks_until', 'starts_at', 'ends_at', 'seated_at', 'moved'] as const;

/** The announced courses of the next weeks for anyone to read, the nearest first; of one hub when it is named. Nobody's name is in it. */
export const openTrainings = query({
  name: 'open-trainings',
  says: 'Shows the courses one may come to.',
  input: z.strictObject({ hub: maybe(id()) }),
  run: async ({ tx, network, now }, { hub }) => {
    let rows = tx.selectFrom('training.session').select(columns).where('network_id', '=', network).where('state', '=', 'announced').where('audience', '=', 'beneficiaries')
      .where('ends_at', '>', now).where('starts_at', '<', new Date(now.getTime() + DAYS_AHEAD * 86_400_000));
    if (hub) rows = rows.where('hub_id', '=', hub);
    const hubs = new Map((await hubsOf(tx)).map((card) => [card.id, card]));
    const found = await rows.orderBy('starts_at').orderBy('id').limit(300).execute();
    return { now, sessions: found.flatMap((row) => { const at = hubs.get(row.hub_id); return at ? [{ ...row, hub: { id: at.id, names: at.names, timeZone: at.timeZone, phone: at.phone } }] : []; }) };
  },
});

/** One announced course for anyone, by its public code, with its half-days. Absent once it is cancelled; a closed one stays to be read. */
export const openTraining = query({
  name: 'open-training',
  says: 'Shows one course one may come to.',
  input: z.strictObject({ code: text(12) }),
  run: async ({ tx, network, now, absent }, { code }) => {
    const row = (await tx.selectFrom('training.session').select([...columns, 'state']).where('network_id', '=', network).where('code', '=', code.toUpperCase()).where('audience', '=', 'beneficiaries')
      .where(sql<boolean>`state in ('announced', 'closed')`).executeTakeFirst()) ?? absent();
    const halves = await tx.selectFrom('training.half_day').select(['id', 'on_day', 'half', 'starts_at', 'ends_at']).where('network_id', '=', network).where('session_id', '=', row.id).orderBy('starts_at').execute();
    const hub = (await hubsOf(tx)).find((card) => card.id === row.hub_id) ?? absent();
    return { now, session: row, halves, hub: { id: hub.id, names: hub.names, timeZone: hub.timeZone, phone: hub.phone, address: hub.address } };
  },
});
