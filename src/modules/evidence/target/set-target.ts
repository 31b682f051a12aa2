import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, id, isoDate, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { decimal, minorOf, scaleOf } from '#core/money.ts';
import { dayHere, keepingHub, managesNetwork, organizationCard, territoryCard } from '#modules/network/public.ts';
import { programmeCard } from '#modules/programme/public.ts';
import { action, type EvidenceTables } from '../evidence.ts';
import { fteScale } from '../kept/definition.ts';
import { keptIndicators, newestVersion, type KeptVersion } from '../kept/kept-indicators.ts';
import { targetLevels, type Level } from './levels.ts';
import { standingTargets } from './standing-targets.ts';

/** Promises how many of an indicator until when: for a hub by its manager; for a region, a programme, a funder or the network by the administrator. */
export const setTarget = action({
  name: 'set-target',
  says: 'Sets a target for an indicator, with its period; a later change is a new version with its reason.',
  input: z.strictObject({
    indicator: id(), level: choice(targetLevels), of_hub: maybe(id()), region: maybe(text(20)), programme: maybe(id()), funder: maybe(id()),
    value: decimal(), from: isoDate(), to: isoDate(), said_by: text(300),
  }),
  refuses: ['ends-before', 'context-is-no-target', 'level-of-network', 'whose-target', 'target-there-already', 'target-not-understood'],
  run: async (doing, typed) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const { indicator, level, value, from, to, said_by } = typed;
    const [kept] = await keptIndicators(tx, network, indicator);
    if (!kept) return absent();
    const counts = newestVersion(kept);
    if (counts.source === 'context') refuse('context-is-no-target', {}, 'indicator');
    if (to < from) refuse('ends-before', {}, 'to');
    if (level !== 'hub' && !managesNetwork(actor)) refuse('level-of-network', {}, 'level');
    const scope = await scopeOf(doing, level, typed);
    if ((kept.hub !== null && kept.hub !== scope.hub_id) || (await isThere(doing, indicator, scope, from))) refuse('target-there-already', {}, 'from');
    const target = newId(now.getTime());
    const promised = targetValue(doing, counts, value);
    await tx.insertInto('evidence.target').values({ network_id: network, id: target, indicator_id: indicator, level, ...scope, first_from: from, opened_at: now, opened_by: actor.account }).execute();
    await tx.insertInto('evidence.target_version').values({
      network_id: network, target_id: target, hub_id: scope.hub_id, version: 1, from_on: from, to_on: to, value: promised, since: from, reason: null, said_by, set_at: now, set_by: actor.account,
    }).execute();
    await record({ name: 'target-set', subject: target, hub: scope.hub_id, body: { indicator, level, version: 1, from, to, value: promised } });
    return { target };
  },
});

/** Changes how many or until when: a new version with its reason. The original and every version between stay to be read. */
export const rescopeTarget = action({
  name: 'rescope-target',
  says: 'Changes a target or its period, with the reason; the original stays beside it.',
  input: z.strictObject({ target: id(), value: decimal(), from: isoDate(), to: isoDate(), since: maybe(isoDate()), reason: text(500), said_by: text(300) }),
  refuses: ['ends-before', 'same-target', 'rescoped-later', 'target-not-understood'],
  run: async (doing, { target, value, from, to, since, reason, said_by }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const [standing] = await standingTargets(doing, { target, on: '9999-12-31' });
    if (!standing) return absent();
    const hub = standing.scope.level === 'hub' ? standing.scope.id : null;
    if (hub !== keepingHub(doing, hub)) absent();
    if (to < from) refuse('ends-before', {}, 'to');
    const before = standing.versions.at(-1)!;
    const promised = targetValue(doing, standing.counts, value);
    if (Number(promised) === before.value && from === before.from && to === before.to) refuse('same-target', {}, 'value');
    const day = since ?? [await dayHere(doing), before.since].sort()[1]!;
    if (day < before.since) refuse('rescoped-later', { day: before.since }, 'since');
    await tx.insertInto('evidence.target_version').values({
      network_id: network, target_id: target, hub_id: hub, version: before.version + 1, from_on: from, to_on: to, value: promised, since: day, reason, said_by, set_at: now, set_by: actor.account,
    }).execute();
    await record({ name: 'target-rescoped', subject: target, hub, body: { indicator: standing.indicator, version: before.version + 1, from, to, value: promised } });
    return { target, version: before.version + 1 };
  },
});

type Doings = Doing<EvidenceTables>;
interface Scope { readonly hub_id: string | null; readonly region_code: string | null; readonly programme_id: string | null; readonly funder_id: string | null }
interface Whose { readonly of_hub?: string | undefined; readonly region?: string | undefined; readonly programme?: string | undefined; readonly funder?: string | undefined }

/** Whose target it will be; what is missing or not there is said beside its field. */
async function scopeOf(doing: Doings, level: Level, { of_hub, region, programme, funder }: Whose): Promise<Scope> {
  const { tx, actor, refuse, absent } = doing;
  const nobody: Scope = { hub_id: null, region_code: null, programme_id: null, funder_id: null };
  switch (level) {
    case 'network': return nobody;
    case 'hub': return { ...nobody, hub_id: keepingHub(doing, of_hub ?? actor.hub) ?? refuse('whose-target', {}, 'of_hub') };
    case 'region': {
      if (!region || !(await territoryCard(tx, region))) refuse('whose-target', {}, 'region');
      return { ...nobody, region_code: region! };
    }
    case 'programme': {
      if (!programme) refuse('whose-target', {}, 'programme');
      return (await programmeCard(tx, programme!)) ? { ...nobody, programme_id: programme! } : absent();
    }
    case 'funder': {
      if (!funder) refuse('whose-target', {}, 'funder');
      return (await organizationCard(tx, funder!)) ? { ...nobody, funder_id: funder! } : absent();
    }
  }
}

async function isThere({ tx, network }: Doings, indicator: string, scope: Scope, from: string): Promise<boolean> {
  const row = await tx.selectFrom('evidence.target').select('id').where('network_id', '=', network).where('indicator_id', '=', indicator).where('first_from', '=', from)
    .where((eb) => eb.and((['hub_id', 'region_code', 'programme_id', 'funder_id'] as const).map((key) => (scope[key] === null ? eb(key, 'is', null) : eb(key, '=', scope[key])))))
    .executeTakeFirst();
  return row !== undefined;
}

/** The decimals of what is counted in smaller units: money in its smallest, full-time equivalents in hundredths. */
export const scaleOfUnit = ({ unit, conditions }: Pick<KeptVersion, 'unit' | 'conditions'>): number => {
  const currency = unit === 'amount' ? conditions.currency?.[0] : undefined;
  return currency ? scaleOf(currency) : unit === 'fte' ? fteScale : 0;
};

/** How many, as counted: money in the smallest unit of its currency. It is above zero. */
function targetValue({ refuse }: Pick<Doings, 'refuse'>, { unit, conditions }: KeptVersion, typed: string): string {
  const scale = scaleOfUnit({ unit, conditions });
  const value = scale ? minorOf(typed, scale) : Number(typed);
  if (!value) return refuse('target-not-understood', {}, 'value');
  return scale ? String(value) : typed;
}
