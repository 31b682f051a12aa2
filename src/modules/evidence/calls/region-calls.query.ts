import { z } from 'zod';
import { countedCalls, countSteps, type Step, steps } from '#modules/incubation/public.ts';
import { query } from '../evidence.ts';
import { hiddenCalls } from './hidden-calls.ts';
import type { MaybeShown } from './kept-steps.ts';
import { openSince, sayingSteps } from './said-steps.ts';

type Row = Readonly<Record<Step, MaybeShown>>;

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
    const counts = await countSteps(tx, { network, before: openSince(now) });
    const say = await sayingSteps(tx, network, now);
    const hidden = hiddenCalls(region ? await countedCalls(tx, network) : calls, counts);
    const rowOf = (id: string, of: (one: (typeof counts)[number]) => boolean): Row =>
      Object.fromEntries(steps.map((step) => [step, hidden.get(step)!.has(id) ? null : say(step, counts.find((one) => one.step === step && one.place === null && of(one))?.persons ?? 0)])) as Row;
    return {
      over: region ?? null,
      total: region ? rowOf(`region:${region}`, (one) => one.region === region) : rowOf('all', (one) => one.region === null && one.call === null),
      regions: [...new Set(calls.map((call) => call.region))].map((each) => ({ region: each, row: rowOf(`region:${each}`, (one) => one.region === each) })),
      calls: calls.map((call) => ({ ...call, row: rowOf(`call:${call.id}`, (one) => one.call === call.id) })),
    };
  },
});
