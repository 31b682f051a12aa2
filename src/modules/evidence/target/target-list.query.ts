import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { hubsOf, managesNetwork, organizationsOf } from '#modules/network/public.ts';
import { openProgrammes } from '#modules/programme/public.ts';
import { query } from '../evidence.ts';
import { keptIndicators, newestVersion } from '../kept/kept-indicators.ts';
import { targetLevels } from './levels.ts';
import { readTargets } from './read-targets.ts';

/** Every target with what was reached of it: exactly at its hub, otherwise as the rules of disclosure allow. */
export const targetList = query({
  name: 'target-list',
  says: 'Lists targets of hubs, regions, programmes, funders and the network, with what was reached of each.',
  input: z.strictObject({ level: maybe(choice(targetLevels)) }),
  run: (asking, { level }) => readTargets(asking, { level }),
});

/** One target with all its versions, what was reached and what did not count. */
export const targetSheet = query({
  name: 'target-sheet',
  says: 'One target: every version with its reason, what was reached, and what did not count.',
  input: z.strictObject({ target: id() }),
  run: async (asking, { target }) => {
    const [read] = await readTargets(asking, { target });
    if (!read) return asking.absent();
    const { actor } = asking;
    const mine = managesNetwork(actor) || (read.scope.level === 'hub' && actor.roles.some(({ role, scope, scopeId }) => role === 'hub_manager' && scope === 'hub' && scopeId === read.scope.id && actor.hub === read.scope.id));
    return { ...read, mine };
  },
});

/** What the form of targets offers. Only an administrator is offered more than her own hub. */
export const targetChoices = query({
  name: 'target-choices',
  says: 'The indicators, hubs, regions, programmes and funders for which a target may be set.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor }) => {
    const whole = managesNetwork(actor);
    const hubs = whole ? await hubsOf(tx) : [];
    return {
      whole,
      indicators: (await keptIndicators(tx, network)).map((kept) => ({ id: kept.id, now: newestVersion(kept) })).filter(({ now }) => now.source !== 'context').map(({ id: indicator, now }) => ({ id: indicator, names: now.names })),
      hubs: hubs.map(({ id: hub, names }) => ({ id: hub, names })),
      regions: [...new Set(hubs.flatMap(({ regionCode }) => regionCode ?? []))].sort(),
      programmes: whole ? (await openProgrammes(tx)).map(({ id: programme, names }) => ({ id: programme, names })) : [],
      funders: whole ? (await organizationsOf(tx)).map(({ id: body, names }) => ({ id: body, names })) : [],
    };
  },
});
