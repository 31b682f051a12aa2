import { type AnyTx, within } from '#core/db/transaction.ts';
import type { EvidenceTables } from '../evidence.ts';
import { countKept } from '../kept/count.ts';
import { keptIndicators } from '../kept/kept-indicators.ts';
import type { Period } from '../reading/period.ts';
import { type FrozenMonth, frozenMonthsOf, type Reasons, reasonsOf } from './read-frozen.ts';

/** An indicator in a frozen month of a hub of which the register says something else today. */
export interface ChangedMonth {
  readonly indicator: string;
  /** "2026-10". */
  readonly month: string;
  readonly frozen: number;
  readonly now: number;
  /** Today less then; 0 where other events make the same number. */
  readonly delta: number;
  readonly reasons: Reasons;
}

interface Asked { readonly hub: string; readonly period: Period; readonly indicators: readonly string[] }

/** The frozen months of a hub inside a period that later changes touched, for the indicators asked for, oldest first. Exact numbers: for the hub's own eyes. */
export async function changedMonths(tx: AnyTx, network: string, { hub, period, indicators }: Asked): Promise<ChangedMonth[]> {
  const months = (await frozenMonthsOf(tx, network, hub)).filter(({ month }) => month >= period.from && month <= period.to).reverse();
  const changed: ChangedMonth[] = [];
  for (const month of months) changed.push(...(await changedIn(tx, network, { of: month, hub, indicators })));
  return changed;
}

async function changedIn(tx: AnyTx, network: string, { of, hub, indicators }: { of: FrozenMonth; hub: string; indicators: readonly string[] }): Promise<ChangedMonth[]> {
  const rows = await within<EvidenceTables>(tx).selectFrom('evidence.frozen_figure').select(['figure', 'version', 'value', 'events'])
    .where('network_id', '=', network).where('frozen_id', '=', of.id).where('cut', '=', '').where('figure', 'in', [...indicators]).orderBy('figure').execute();
  const kept = new Map((await keptIndicators(tx, network)).map(({ id, versions }) => [id, versions]));
  const changed: ChangedMonth[] = [];
  for (const { figure, version, value, events } of rows) {
    const definition = kept.get(figure)?.find((one) => one.version === version);
    if (!definition || value === null) continue;
    const { all } = await countKept(tx, definition, { network, hub, period: { from: of.month, to: of.month } });
    const delta = Number((all.value - Number(value)).toFixed(4));
    if (delta === 0 && all.events === Number(events)) continue;
    const reasons = (await reasonsOf(tx, network, of, figure, version)) ?? { late: 0, gone: 0, joined: 0, parted: 0 };
    changed.push({ indicator: figure, month: of.month, frozen: Number(value), now: all.value, delta, reasons });
  }
  return changed;
}
