import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { type Head, type KeptIndicator, keptIndicators, printVersion, versionInForce } from '#modules/evidence/public.ts';
import { statedNumber } from '../read/count-number.ts';
import { type BesideTargets, targetsBeside } from '../read/targets-beside.ts';
import type { ReportRow } from '../read/known-report.ts';
import type { LeftOut, ReportsTables } from '../reports.ts';
import { exactly } from './fingerprint.ts';
import { sayOutside, type Told } from './say-outside.ts';

interface Counted { readonly id: string; readonly figure: string | null; readonly version: number | null; readonly value: number | null; readonly events: number; readonly leftOut: readonly LeftOut[]; readonly stated: readonly string[]; readonly told: Told }

/** Prints every number of a report in its order, each with its identifier and the targets beside it, and keeps both how the hub reads it and how it is told outside. */
export async function printNumbers(doing: Doing<ReportsTables>, report: Pick<ReportRow, 'id' | 'hub_id' | 'indicator_ids' | 'from_month' | 'to_month' | 'programme_id'>, head: Head) {
  const { tx, network } = doing;
  const kept = new Map((await keptIndicators(tx, network)).map((one) => [one.id, one]));
  const targets = await targetsBeside(doing, report);
  const printed = [];
  for (const [at, indicator] of report.indicator_ids.entries()) {
    const one = kept.get(indicator);
    if (!one) continue;
    printed.push(await keepNumber(doing, report, { one, place: at + 1, head, target: targets.get(indicator) }));
  }
  return printed;
}

interface Placed { readonly one: KeptIndicator; readonly place: number; readonly head: Head; readonly target: BesideTargets | undefined }

async function keepNumber(doing: Doing<ReportsTables>, report: Pick<ReportRow, 'id' | 'hub_id' | 'from_month' | 'to_month'>, { one, place, head, target }: Placed) {
  const { tx, network } = doing;
  const { id, figure, version, value, events, leftOut, stated, told } = await countOne(doing, report, one, head);
  const target_first = exactly(target?.first ?? null);
  const target_now = exactly(target?.now ?? null);
  const base = { network_id: network, id, hub_id: report.hub_id, report_id: report.id, place };
  const read = figure ? { head_seq: head.seq, head_hash: head.hash } : { head_seq: null, head_hash: null };
  await tx.insertInto('reports.number').values({ ...base, value: exactly(value), events, left_out: JSON.stringify(leftOut), stated_ids: [...stated] }).execute();
  await tx.insertInto('reports.said_number').values({
    ...base, indicator_id: one.id, version, figure_id: figure, target_first, target_now, said: told.said, value: exactly(told.value), left_out: JSON.stringify(told.leftOut),
    head_seq: read.head_seq, head_hash: read.head_hash === null ? null : Buffer.from(read.head_hash, 'hex'),
  }).execute();
  return {
    id, place, indicator: one.id, version, figure, value: exactly(value), events, left_out: leftOut, stated, target_first, target_now, said: told.said, said_value: exactly(told.value), said_left_out: told.leftOut, ...read,
  };
}

async function countOne(doing: Doing<ReportsTables>, { hub_id: hub, from_month: from, to_month: to }: Pick<ReportRow, 'hub_id' | 'from_month' | 'to_month'>, kept: KeptIndicator, head: Head): Promise<Counted> {
  const { tx, network, now, record } = doing;
  const period = { from, to };
  const version = versionInForce(kept.versions, period);
  const none = { figure: null, version: null, value: null, events: 0, leftOut: [], stated: [], told: { said: 'none', value: null, leftOut: [] } } as const;
  if (!version) return { ...none, id: newId(now.getTime()) };
  const place = { hub, period, upTo: head.seq };
  if (version.source !== 'events') {
    const { value, leftOut, stated } = await statedNumber(tx, network, kept, version, { hub, period });
    return { ...none, id: newId(now.getTime()), version: version.version, value, leftOut, stated, told: await sayOutside(doing, { kept, version, value, leftOut }, place) };
  }
  const { figure, count: { all, leftOut }, body } = await printVersion(doing, { hub, indicator: kept.id, version, period, head });
  await record({ name: 'figure-printed', subject: figure, hub, body });
  return { ...none, id: figure, figure, version: version.version, value: all.value, events: all.events, leftOut, told: await sayOutside(doing, { kept, version, value: all.value, leftOut }, place) };
}
