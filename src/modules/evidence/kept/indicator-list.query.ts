import { z } from 'zod';
import { id } from '#core/input.ts';
import { managesNetwork } from '#modules/network/public.ts';
import { query } from '../evidence.ts';
import { keptIndicators, newestVersion } from './kept-indicators.ts';
import { statedValues } from './stated.ts';

/** What is counted: the network's indicators and those of the hub where the reader stands, each as it is now. */
export const indicatorList = query({
  name: 'indicator-list',
  says: 'Lists what is counted: the network’s indicators and the hub’s own, as they are now.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => (await keptIndicators(tx, network)).map((kept) => ({ id: kept.id, code: kept.code, hub: kept.hub, set: kept.set, now: newestVersion(kept) })),
});

const printedListed = 12;

/** One indicator: every version of what it counts, the numbers stated for it, and what was printed of it at the reader’s hub. */
export const indicatorSheet = query({
  name: 'indicator-sheet',
  says: 'One indicator: what it counts in every version, and the numbers stated for it.',
  input: z.strictObject({ indicator: id() }),
  run: async ({ tx, network, actor, absent }, { indicator }) => {
    const [kept] = await keptIndicators(tx, network, indicator);
    if (!kept) return absent();
    const mine = kept.hub === null ? managesNetwork(actor) : actor.roles.some(({ role, scope, scopeId }) => role === 'hub_manager' && scope === 'hub' && scopeId === kept.hub && actor.hub === kept.hub);
    const printed = await tx.selectFrom('evidence.printed_figure').select(['id', 'from_month as from', 'to_month as to', 'value', 'printed_at as at'])
      .where('network_id', '=', network).where('indicator_id', '=', indicator).orderBy('id', 'desc').limit(printedListed).execute();
    return { ...kept, now: newestVersion(kept), mine, printed: printed.map((one) => ({ ...one, value: Number(one.value) })), stated: newestVersion(kept).source === 'events' ? [] : await statedValues(tx, network, indicator) };
  },
});

export type IndicatorSheet = Awaited<ReturnType<(typeof indicatorSheet)['spec']['run']>>;
