import type { AnyTx } from '#core/db/transaction.ts';
import { placesOf } from '../desk-figures/read-sheet.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import { monthsOf, type Period } from '../reading/period.ts';
import { type ReadFigure, readFigures } from '../reading/read-figure.ts';

const cuts = ['sex', 'age_band', 'territory'] as const;

/** How many persons were received in a month as anyone reads it: in all, null where that is kept back, and in each group that is shown. */
export type PrintedMonth = { readonly total: number | null } & Readonly<Record<(typeof cuts)[number], ReadonlyMap<string, number>>>;

/** The months of a period as the page of figures prints them of the network, by month ("2026-10"). Read with the login of figures; only closed months may be asked for. */
export async function printedGroups(tx: AnyTx, network: string, period: Period): Promise<ReadonlyMap<string, PrintedMonth>> {
  const received = findIndicator('persons-received')!;
  const places = await placesOf(tx);
  const months = new Map<string, PrintedMonth>();
  for (const month of monthsOf(period)) {
    const wish = { network, reading: { over: 'network', exact: false }, period: { from: month, to: month }, places } as const;
    const read = async (by: (typeof cuts)[number]) => (await readFigures(tx, [received], { ...wish, by })).get(received.code)!;
    const shown = ({ rows }: ReadFigure) => new Map(rows.flatMap(({ key, shown: { value } }) => (value === null ? [] : [[key, value] as const])));
    const sex = await read('sex');
    months.set(month, { total: sex.total.value, sex: shown(sex), age_band: shown(await read('age_band')), territory: shown(await read('territory')) });
  }
  return months;
}
