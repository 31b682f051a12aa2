import type { AnyTx } from '#core/db/transaction.ts';
import { indicatorsInUse, placesOf } from '../desk-figures/read-sheet.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import { type Head, newestHeads } from '../reading/head.ts';
import { monthPlus, monthsOf, type Period } from '../reading/period.ts';
import { type ReadFigure, readFigures, type Shown } from '../reading/read-figure.ts';
import type { Reading } from '../reading/reading.ts';
import { type KeptOnBoard, readKeptOnBoard } from './kept-on-board.ts';

/** Everything a board says that is counted from events, read in one transaction so that its numbers belong together. */
export interface Board {
  readonly over: Reading['over'];
  readonly region: string | null;
  readonly exact: boolean;
  readonly period: Period;
  /** The closed month in which hubs are compared. */
  readonly month: string;
  readonly figures: readonly { readonly indicator: string; readonly total: Shown }[];
  /** The figure that is drawn by month and by place. */
  readonly indicator: string;
  readonly trend: readonly { readonly month: string; readonly shown: Shown }[];
  readonly places: Pick<ReadFigure, 'rows' | 'folded'>;
  readonly needs: { readonly received: Pick<ReadFigure, 'rows' | 'folded'>; readonly unmet: Pick<ReadFigure, 'rows' | 'folded'> };
  readonly hubs: readonly { readonly hub: string; readonly figures: Readonly<Record<string, Shown>> }[];
  readonly kept: readonly KeptOnBoard[];
  readonly head: Head | null;
}

/** The figures in which hubs are compared: what every hub counts by the same rule. */
export const compared = ['persons-received', 'persons-oriented', 'persons-referred', 'persons-served', 'visits', 'waiting-time', 'satisfaction', 'unmet-needs'] as const;

interface Wanted {
  readonly network: string;
  readonly reading: Reading;
  readonly period: Period;
  /** "2026-10": closed. */
  readonly month: string;
  readonly indicator: string;
}

const monthsDrawn = 12;
const nothing: Shown = { value: 0, events: 0, kept: false };

/**
 * Reads a board. All figures are counted by one statement for what is shown and one for the comparison, never one by one. Hubs are compared
 * in a closed month with small numbers kept back, for their own staff too: what the hub beside them counts is not theirs to see exactly.
 */
export async function readBoard(tx: AnyTx, { network, reading, period, month, indicator }: Wanted): Promise<Board> {
  const places = await placesOf(tx);
  const inUse = await indicatorsInUse(tx, network);
  const drawn = findIndicator(indicator)!;
  const closed = { from: month, to: month };
  const outside: Reading = reading.exact ? { over: 'network', exact: false } : reading;
  const byHub = await readFigures(tx, inUse, { network, reading: outside, period: closed, by: 'hub', places });
  const totals = reading.exact ? await readFigures(tx, inUse, { network, reading, period, places }) : byHub;
  const twelve = { from: monthPlus(period.to, 1 - monthsDrawn), to: period.to };
  const trend = (await readFigures(tx, [drawn], { network, reading, period: reading.exact ? twelve : closed, by: 'month', places })).get(indicator)!;
  const territory = await readFigures(tx, [...new Set([drawn, findIndicator('persons-received')!, findIndicator('unmet-needs')!])], { network, reading, period, by: 'territory', places });
  const shownIn = new Map(trend.rows.map(({ key, shown }) => [key, shown]));
  const rowsOf = (code: string) => { const { rows, folded } = territory.get(code)!; return { rows, folded }; };
  return {
    over: reading.over, region: reading.over === 'region' ? reading.region : null, exact: reading.exact, period, month, indicator,
    figures: inUse.map(({ code }) => ({ indicator: code, total: totals.get(code)!.total })),
    trend: monthsOf(twelve).map((each) => ({ month: each, shown: shownIn.get(each) ?? nothing })),
    places: rowsOf(indicator),
    needs: { received: rowsOf('persons-received'), unmet: rowsOf('unmet-needs') },
    hubs: hubsIn(places, outside).map((hub) => ({ hub, figures: Object.fromEntries(compared.map((code) => [code, byHub.get(code)!.rows.find(({ key }) => key === hub)?.shown ?? nothing])) })),
    kept: await readKeptOnBoard(tx, { network, reading, period }),
    head: (await newestHeads(tx, network, 1))[0] ?? null,
  };
}

const hubsIn = (places: readonly { readonly hub: string; readonly region: string }[], reading: Reading): string[] =>
  places.filter(({ region }) => reading.over !== 'region' || region === reading.region).map(({ hub }) => hub);
