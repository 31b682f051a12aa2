import { z } from 'zod';
import { id } from '#core/input.ts';
import { controllersOf, hubCard, hubsOf } from '#modules/network/public.ts';
import { query } from '../rights.ts';

/** The register of incidents, the newest first, with the hours that are left. */
export const incidents = query({
  name: 'incidents',
  says: 'Shows incidents with data and the time left to tell the authority.',
  input: z.strictObject({}),
  run: async ({ tx, network, now }) => {
    const rows = await tx.selectFrom('rights.incident').selectAll().where('network_id', '=', network).orderBy('known_at', 'desc').limit(200).execute();
    const hubs = new Map((await hubsOf(tx)).map(({ id: hub, names }) => [hub, names]));
    return {
      incidents: rows.map((row) => ({
        id: row.id, hub: hubs.get(row.hub_id) ?? null, kind: row.kind, data: row.data, persons: row.persons, risk: row.risk, knownAt: row.known_at, dueAt: row.due_at,
        hoursLeft: Math.floor((row.due_at.getTime() - now.getTime()) / 3_600_000), toldAuthorityAt: row.told_authority_at, toldPeopleAt: row.told_people_at, closedAt: row.closed_at,
      })),
    };
  },
});

/** One incident with what a letter to the authority needs. */
export const incidentNotice = query({
  name: 'incident-notice',
  says: 'Shows what a letter about an incident needs.',
  input: z.strictObject({ incident: id() }),
  run: async ({ tx, network, absent }, { incident }) => {
    const row = (await tx.selectFrom('rights.incident').selectAll().where('network_id', '=', network).where('id', '=', incident).executeTakeFirst()) ?? absent();
    return { incident: row, hub: (await hubCard(tx, row.hub_id)) ?? absent(), controllers: await controllersOf(tx, row.hub_id) };
  },
});
