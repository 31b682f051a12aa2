import type { Asking } from '#core/action.ts';
import { countKept, type KeptIndicator, type KeptVersion, type Period, readKept, sayPeriod } from '#modules/evidence/public.ts';
import type { Saying } from '../codes.ts';
import type { LeftOut, ReportsTables } from '../reports.ts';

/** How a number is told to a reader outside the hub. */
export interface Told {
  readonly said: Saying;
  readonly value: number | null;
  readonly leftOut: readonly LeftOut[];
}

/** Fewer than so many persons are told to nobody outside the hub (docs/decisions/0007). */
const smallest = 5;
/** Numbers of these are of nobody: they are told as they are (docs/decisions/0044). */
const ofNobody: readonly KeptVersion['unit'][] = ['agreement', 'entry', 'professional', 'other'];

interface Printed { readonly kept: KeptIndicator; readonly version: KeptVersion; readonly value: number | null; readonly leftOut: readonly LeftOut[] }
interface Place { readonly hub: string; readonly period: Period; readonly upTo: number }

/**
 * Decides how a number of a hub is told outside it. What is of nobody: as it is. An amount: that of the months in which five projects at least received it.
 * What is of persons: one month as the network prints it, several months as “at least so many” and never exactly beside their months; who
 * was left out of them is told at the hub only.
 */
export async function sayOutside({ counting, network }: Pick<Asking<ReportsTables>, 'counting' | 'network'>, { kept, version, value, leftOut }: Printed, { hub, period, upTo }: Place): Promise<Told> {
  if (value === null) return { said: 'none', value, leftOut: [] };
  if (version.source === 'context' || ofNobody.includes(version.unit)) return { said: 'exact', value, leftOut };
  // A nought is kept back like any other small number: told beside them, it would say that they are none.
  if (version.source === 'stated') return value >= smallest ? { said: 'exact', value, leftOut: [] } : { said: 'kept', value: null, leftOut: [] };
  if (version.unit === 'amount') {
    const told = await amountOfPrintedMonths({ counting, network }, version, { hub, period, upTo });
    if (told === null) return { said: 'kept', value: null, leftOut: [] };
    return { said: period.from === period.to ? 'exact' : 'at_least', value: told, leftOut: [] };
  }
  const months = await printedMonths({ counting, network }, { kept, version }, { hub, period, upTo });
  if (period.from === period.to) return { said: months[0] == null ? 'kept' : 'exact', value: months[0] ?? null, leftOut: [] };
  const least = sayPeriod(value, months);
  return { said: least === null ? 'kept' : 'at_least', value: least, leftOut: [] };
}

/** What the network prints of this hub, month by month; months in which nothing happened here add nothing and are not asked for. */
function printedMonths({ counting, network }: Pick<Asking<ReportsTables>, 'counting' | 'network'>, { kept, version }: Pick<Printed, 'kept' | 'version'>, { hub, period, upTo }: Place): Promise<(number | null)[]> {
  return counting(async (by) => {
    const busy = (await countKept(by, version, { network, hub, period, by: 'month', upTo })).rows.filter(({ value }) => value > 0).map(({ key }) => key);
    const found: (number | null)[] = [];
    for (const month of busy) {
      const { rows, hubOnly } = await readKept(by, kept, { network, reading: { over: 'network', exact: false }, period: { from: month, to: month }, by: 'hub' });
      found.push(hubOnly ? null : (rows.find(({ key }) => key === hub)?.shown.value ?? null));
    }
    return found;
  });
}

/** The amounts of the months in which five projects at least received them, as the figures print them; null where no month is printed. Several months in one exact sum would tell the month that is kept back. */
function amountOfPrintedMonths({ counting, network }: Pick<Asking<ReportsTables>, 'counting' | 'network'>, version: KeptVersion, { hub, period, upTo }: Place): Promise<number | null> {
  return counting(async (by) => {
    const scope = { network, hub, period, upTo, by: 'month' } as const;
    const projects = new Map((await countKept(by, { ...version, unit: 'project', counted: 'once' }, scope)).rows.map(({ key, value }) => [key, value]));
    const printed = (await countKept(by, version, scope)).rows.filter(({ key }) => (projects.get(key) ?? 0) >= smallest);
    return printed.length ? printed.reduce((sum, { value }) => sum + value, 0) : null;
  });
}
