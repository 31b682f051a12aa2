import { z } from 'zod';
import { bodiesInForce, organizationsByIds } from '#modules/network/public.ts';
import { query } from '../incubation.ts';
import { dayAt } from '../path/worked-application.ts';

/** What a new cohort may choose from: calls that were decided, and partners whose agreement on delegated services is in force. */
export const cohortForm = query({
  name: 'cohort-form',
  says: 'Shows what a new cohort may be opened for.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, hub, now } = asking;
    const calls = await tx.selectFrom('incubation.call').select(['id', 'names']).where('network_id', '=', network).where('hub_id', '=', hub)
      .where('state', 'in', ['results_published', 'appeals_closed', 'running']).orderBy('closes_at', 'desc').limit(50).execute();
    const bodies = await organizationsByIds(tx, await bodiesInForce(tx, { opens: 'delegated-service', hub, at: now }));
    return { calls, partners: bodies.map(({ id, names }) => ({ id, names })), today: await dayAt(asking) };
  },
});
