import type { Asking } from '#core/action.ts';
import { standingTargets } from '#modules/evidence/public.ts';
import type { ReportsTables } from '../reports.ts';
import type { ReportRow } from './known-report.ts';

/** The target first set for an indicator, and the one in force. */
export interface BesideTargets {
  readonly first: number | null;
  readonly now: number | null;
}

/** The targets that stand beside the numbers of a report, by indicator: those of its hub for these months, else those of the programme it reports on. */
export async function targetsBeside(asking: Asking<ReportsTables>, { hub_id: hub, programme_id: programme, from_month, to_month }: Pick<ReportRow, 'hub_id' | 'programme_id' | 'from_month' | 'to_month'>): Promise<ReadonlyMap<string, BesideTargets>> {
  const found = new Map<string, BesideTargets>();
  const wanted = [...(programme ? [{ level: 'programme', scopeId: programme } as const] : []), { level: 'hub', scopeId: hub } as const];
  for (const which of wanted) {
    for (const { indicator, original, inForce } of await standingTargets(asking, which)) {
      if (inForce.from.slice(0, 7) <= to_month && inForce.to.slice(0, 7) >= from_month) found.set(indicator, { first: original.value, now: inForce.value });
    }
  }
  return found;
}
