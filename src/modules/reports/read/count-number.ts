import type { Asking } from '#core/action.ts';
import { type KeptIndicator, type KeptVersion, type Period, readKept, standing, statedValues, versionInForce } from '#modules/evidence/public.ts';
import type { LeftOut, ReportsTables } from '../reports.ts';

/** A number as it is now at the hub, with what was left out. */
export interface LiveNumber {
  /** Nothing when no definition was in force in these months. */
  readonly version: KeptVersion | undefined;
  readonly value: number | null;
  readonly events: number;
  readonly leftOut: readonly LeftOut[];
}

/** Counts one indicator of a draft at its hub, exactly. */
export async function countNumber({ counting, network, tx }: Pick<Asking<ReportsTables>, 'counting' | 'network' | 'tx'>, kept: KeptIndicator, { hub, period }: { hub: string; period: Period }): Promise<LiveNumber> {
  const version = versionInForce(kept.versions, period);
  if (!version) return { version, value: null, events: 0, leftOut: [] };
  if (version.source !== 'events') return { version, events: 0, ...(await statedNumber(tx, network, kept, version, { hub, period })) };
  const { total, leftOut } = await counting((by) => readKept(by, kept, { network, reading: { over: 'hub', exact: true, hub }, period }));
  return { version, value: total.value ?? 0, events: total.events ?? 0, leftOut };
}

/** What was stated for these months with its proof, the identifiers of what it is made of, and how many statements lack their proof. */
export async function statedNumber(tx: Asking<ReportsTables>['tx'], network: string, kept: Pick<KeptIndicator, 'id'>, { source }: Pick<KeptVersion, 'source'>, { hub, period }: { hub: string; period: Period }): Promise<{ value: number | null; leftOut: LeftOut[]; stated: string[] }> {
  const values = await statedValues(tx, network, kept.id);
  const { value, unproven } = standing(values, source, period, hub);
  const [first, last] = [`${period.from}-01`, `${period.to}-31`];
  const behind = source === 'context'
    ? values.filter((one) => one.from <= last && (one.hub === null || one.hub === hub)).slice(0, 1)
    : values.filter((one) => one.hub === hub && one.from >= first && one.to <= last && one.proof !== null);
  return { value, leftOut: unproven ? [{ reason: 'no-proof', many: unproven }] : [], stated: behind.map(({ id }) => id) };
}
