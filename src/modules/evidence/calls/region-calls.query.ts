import { z } from 'zod';
import { countedCalls, countSteps } from '#modules/incubation/public.ts';
import { query } from '../evidence.ts';
import { roadsOutside } from './roads-outside.ts';
import { openSince, sayingSteps } from './said-steps.ts';

/**
 * Every call of a region, or of the network for whoever reads all of it, with how many persons came how far. A person in two calls counts
 * once in her region and once in all. Small numbers are kept back, the others said in tens of closed months.
 */
export const regionCalls = query({
  name: 'region-calls',
  says: 'Shows how many persons came how far in the calls of a region or of the network.',
  login: 'report',
  input: z.strictObject({}),
  run: async ({ tx, network, actor, now, absent }) => {
    const whole = actor.roles.some(({ role }) => ['network_admin', 'ministry_viewer', 'donor_viewer'].includes(role));
    const region = whole ? undefined : (actor.roles.find(({ role, scope }) => role === 'regional_coordinator' && scope === 'region')?.scopeId ?? absent());
    const calls = await countedCalls(tx, network, { ...(region ? { region } : {}) });
    const roads = roadsOutside(region ? await countedCalls(tx, network) : calls, await countSteps(tx, { network, before: openSince(now) }), await sayingSteps(tx, network, now));
    return {
      over: region ?? null,
      total: roads.row(region ? `region:${region}` : 'all'),
      regions: [...new Set(calls.map((call) => call.region))].map((each) => ({ region: each, row: roads.row(`region:${each}`) })),
      calls: calls.map((call) => ({ ...call, row: roads.row(`call:${call.id}`) })),
    };
  },
});
