import type { Asking } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import { dayHere, hubsOf, organizationsByIds, territoryLine } from '#modules/network/public.ts';
import { programmesByIds } from '#modules/programme/public.ts';
import { within } from '#core/db/transaction.ts';
import type { EvidenceTables } from '../evidence.ts';
import { keptIndicators, newestVersion } from '../kept/kept-indicators.ts';
import type { Level, Target, TargetVersion } from './levels.ts';

/** Which targets are asked for; all that the reader may see when nothing is said. */
export interface WhichTargets {
  readonly level?: Level | undefined;
  /** The hub, programme or funder, or the code of the region. */
  readonly scopeId?: string | undefined;
  readonly target?: string | undefined;
  readonly indicator?: string | undefined;
  /** ISO day; the version in force on it. Default: today. */
  readonly on?: string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: other modules ask from transactions of their own.
export type AskingTargets = Pick<Asking<any>, 'tx' | 'network' | 'actor' | 'now' | 'counting'>;

/** Targets with every version, in the order network, region, programme, funder, hub. A target of an indicator that the reader may not see is not there. */
export async function standingTargets(asking: AskingTargets, { level, scopeId, target, indicator, on }: WhichTargets): Promise<Target[]> {
  const { tx, network } = asking;
  const db = within<EvidenceTables>(tx);
  const rows = await db.selectFrom('evidence.target as t').innerJoin('evidence.target_version as v', (join) => join.onRef('v.network_id', '=', 't.network_id').onRef('v.target_id', '=', 't.id'))
    .select(['t.id', 't.indicator_id as indicator', 't.level', 't.hub_id as hub', 't.region_code as region', 't.programme_id as programme', 't.funder_id as funder',
      'v.version', 'v.from_on as from', 'v.to_on as to', 'v.value', 'v.since', 'v.reason', 'v.said_by as saidBy'])
    .where('t.network_id', '=', network)
    .$if(level !== undefined, (q) => q.where('t.level', '=', level!))
    .$if(target !== undefined, (q) => q.where('t.id', '=', target!))
    .$if(indicator !== undefined, (q) => q.where('t.indicator_id', '=', indicator!))
    .orderBy('t.id').orderBy('v.version').execute();
  const scoped = rows.map((row) => ({ ...row, scope: row.hub ?? row.region ?? row.programme ?? row.funder })).filter(({ scope }) => scopeId === undefined || scope === scopeId);
  const kept = new Map((await keptIndicators(tx, network)).map((one) => [one.id, one]));
  const nameOf = await scopeNames(tx, scoped);
  const found = new Map<string, Target>();
  const day = on ?? await dayHere(asking);
  for (const { id, indicator: of, level: at, scope, value, version, from, to, since, reason, saidBy } of scoped) {
    const indicatorKept = kept.get(of);
    if (!indicatorKept) continue;
    const counts = newestVersion(indicatorKept);
    const one: TargetVersion = { version, from, to, value: Number(value), since, reason, saidBy };
    const before = found.get(id);
    const versions = [...(before?.versions ?? []), one];
    found.set(id, {
      id, indicator: of, code: indicatorKept.code, names: counts.names, counts, scope: { level: at, id: scope, names: (scope && nameOf.get(scope)) || {} },
      original: before?.original ?? one, inForce: before && since > day ? before.inForce : one, versions,
    });
  }
  return [...found.values()].sort((a, b) => order.indexOf(a.scope.level) - order.indexOf(b.scope.level));
}

const order: readonly Level[] = ['network', 'region', 'programme', 'funder', 'hub'];

type Scoped = { readonly hub: string | null; readonly region: string | null; readonly programme: string | null; readonly funder: string | null };

async function scopeNames(tx: AskingTargets['tx'], rows: readonly Scoped[]): Promise<Map<string, Multilingual>> {
  const idsOf = (key: keyof Scoped) => [...new Set(rows.flatMap((row) => row[key] ?? []))];
  const hubs = idsOf('hub').length ? await hubsOf(tx) : [];
  return new Map<string, Multilingual>([
    ...hubs.map(({ id, names }) => [id, names] as const),
    ...idsOf('region').map((code) => [code, (territoryLine(code)[0]?.names ?? {}) as Multilingual] as const),
    ...(await programmesByIds(tx, idsOf('programme'))).map(({ id, names }) => [id, names] as const),
    ...(await organizationsByIds(tx, idsOf('funder'))).map(({ id, names }) => [id, names] as const),
  ]);
}
