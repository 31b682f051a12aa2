import type { AnyTx } from '#core/db/transaction.ts';
import { placesOf } from '../desk-figures/read-sheet.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import type { Cut } from '../reading/cut.ts';
import { type Head, newestHeads } from '../reading/head.ts';
import type { Period } from '../reading/period.ts';
import { readFigures, type Shown } from '../reading/read-figure.ts';
import type { Reading } from '../reading/reading.ts';

/** One number opened: what it is, over what, and the state of the chain at which it was read. */
export interface OpenedFigure {
  readonly indicator: string;
  readonly over: Reading['over'];
  readonly exact: boolean;
  readonly period: Period;
  readonly by: Cut | null;
  readonly key: string | null;
  readonly shown: Shown;
  readonly head: Head | null;
}

interface Wanted {
  readonly network: string;
  readonly reading: Reading;
  readonly period: Period;
  readonly indicator: string;
  readonly by?: Cut | undefined;
  readonly key?: string | undefined;
}

const keptBack: Shown = { value: null, events: null, kept: true };

/** Opens one number. A key that is not listed reads as kept back, whether it is small or nobody at all. */
export async function openFigure(tx: AnyTx, { network, reading, period, indicator, by, key }: Wanted): Promise<OpenedFigure> {
  const cut = key === undefined ? undefined : by;
  const read = (await readFigures(tx, [findIndicator(indicator)!], { network, reading, period, by: cut, places: await placesOf(tx) })).get(indicator)!;
  const nothingThere: Shown = reading.exact ? { value: 0, events: 0, kept: false } : keptBack;
  return {
    indicator, over: reading.over, exact: reading.exact, period, by: cut ?? null, key: cut ? key! : null,
    shown: cut ? (read.rows.find((row) => row.key === key)?.shown ?? nothingThere) : read.total,
    head: (await newestHeads(tx, network, 1))[0] ?? null,
  };
}
