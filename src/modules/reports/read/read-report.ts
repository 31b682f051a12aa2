import type { Asking } from '#core/action.ts';
import { type KeptIndicator, keptIndicators, type KeptVersion } from '#modules/evidence/public.ts';
import type { ReportsTables } from '../reports.ts';
import { countNumber } from './count-number.ts';
import type { ReportRow } from './known-report.ts';
import type { ShownNumber, ShownReport } from './shown-report.ts';
import { targetsBeside } from './targets-beside.ts';

type Reading = Asking<ReportsTables>;

/** A report with its numbers: live while it is a draft; frozen, as its reader may read them. `form` hub: exactly; outside: as they are told there. */
export async function readReport(asking: Reading, row: ReportRow, form: ShownReport['form']): Promise<ShownReport> {
  const numbers = row.frozen_at ? await frozenNumbers(asking, row, form) : await liveNumbers(asking, row);
  const head = numbers.find((one) => one.head)?.head ?? null;
  return {
    id: row.id, form, template: row.template, titles: row.titles, sections: row.sections, hub: row.hub_id, period: { from: row.from_month, to: row.to_month }, programme: row.programme_id,
    frozenAt: row.frozen_at, head, numbers: numbers.map(({ head: _, ...one }) => one),
  };
}

type Numbered = ShownNumber & { readonly head: ShownReport['head'] };

const shownVersion = (kept: KeptIndicator, version: number | null): KeptVersion => kept.versions.find((one) => one.version === version) ?? kept.versions.at(-1)!;

async function liveNumbers(asking: Reading, row: ReportRow): Promise<Numbered[]> {
  const kept = new Map((await keptIndicators(asking.tx, asking.network)).map((one) => [one.id, one]));
  const targets = await targetsBeside(asking, row);
  const numbers: Numbered[] = [];
  for (const [at, indicator] of row.indicator_ids.entries()) {
    const one = kept.get(indicator);
    if (!one) continue;
    const { version, value, events, leftOut } = await countNumber(asking, one, { hub: row.hub_id, period: { from: row.from_month, to: row.to_month } });
    const target = targets.get(indicator);
    numbers.push({
      id: null, place: at + 1, indicator, code: one.code, version: version ?? one.versions.at(-1)!, target: { first: target?.first ?? null, now: target?.now ?? null },
      said: value === null ? 'none' : 'exact', value, events, leftOut, head: null,
    });
  }
  return numbers;
}

async function frozenNumbers({ tx, network }: Reading, row: ReportRow, form: ShownReport['form']): Promise<Numbered[]> {
  const kept = new Map((await keptIndicators(tx, network)).map((one) => [one.id, one]));
  const told = await tx.selectFrom('reports.said_number').selectAll().where('network_id', '=', network).where('report_id', '=', row.id).orderBy('place').execute();
  const exact = form === 'hub' ? new Map((await tx.selectFrom('reports.number').selectAll().where('network_id', '=', network).where('report_id', '=', row.id).execute()).map((one) => [one.id, one])) : null;
  return told.flatMap((one): Numbered[] => {
    const indicator = kept.get(one.indicator_id);
    if (!indicator) return [];
    const here = exact?.get(one.id);
    const numberOf = (text: string | null) => (text === null ? null : Number(text));
    return [{
      id: one.id, place: one.place, indicator: one.indicator_id, code: indicator.code, version: shownVersion(indicator, one.version), target: { first: numberOf(one.target_first), now: numberOf(one.target_now) },
      said: here ? (here.value === null ? 'none' : 'exact') : one.said, value: numberOf(here ? here.value : one.value), events: here?.events ?? null, leftOut: (here ?? one).left_out,
      head: one.head_seq === null ? null : { seq: Number(one.head_seq), hash: one.head_hash!.toString('hex') },
    }];
  });
}
