import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { hubPlaces } from '#modules/network/public.ts';
import type { Indicator } from '../indicator/indicator.ts';
import { findIndicator, indicators } from '../indicator/indicators-of-the-desk.ts';
import type { Cut } from '../reading/cut.ts';
import { type Head, newestHeads } from '../reading/head.ts';
import type { Period } from '../reading/period.ts';
import { type ReadFigure, readFigures, type Shown } from '../reading/read-figure.ts';
import type { Reading } from '../reading/reading.ts';

/** Every figure of the desk over one period, and one of them divided. */
export interface FigureSheet {
  readonly over: Reading['over'];
  readonly exact: boolean;
  readonly period: Period;
  readonly totals: readonly { readonly indicator: string; readonly total: Shown }[];
  readonly by: Cut | null;
  readonly indicator: string;
  readonly divided: ReadFigure | null;
  /** The state of the chain at which all this was read; null before the first seal. */
  readonly head: Head | null;
}

interface Wanted {
  readonly network: string;
  readonly reading: Reading;
  readonly period: Period;
  readonly by?: Cut | undefined;
  readonly indicator: string;
}

/** Reads the sheet in one transaction, so that its figures and its head belong together. */
export async function readSheet(tx: AnyTx, { network, reading, period, by, indicator }: Wanted): Promise<FigureSheet> {
  const wish = { network, reading, period, places: await placesOf(tx) };
  const inUse = await indicatorsInUse(tx, network);
  const totals = await readFigures(tx, inUse, wish);
  const divided = by ? (await readFigures(tx, [findIndicator(indicator)!], { ...wish, by })).get(indicator)! : null;
  return {
    over: reading.over, exact: reading.exact, period, by: by ?? null, indicator, divided,
    totals: inUse.map(({ code }) => ({ indicator: code, total: totals.get(code)!.total })),
    head: (await newestHeads(tx, network, 1))[0] ?? null,
  };
}

/** Every figure, amounts only of the currencies in which the network ever opened a fund. */
export async function indicatorsInUse(tx: AnyTx, network: string): Promise<readonly Indicator[]> {
  const { rows } = await sql<{ currency: string }>`select distinct body ->> 'currency' as currency from core.event where network_id = ${network}::uuid and name = 'funding.fund-opened'`.execute(tx);
  return indicators.filter(({ currency }) => currency === undefined || rows.some((row) => row.currency === currency));
}

/** Hubs without a region stand together in one without a name. */
export const placesOf = async (tx: AnyTx) => (await hubPlaces(tx)).map(({ hub, region }) => ({ hub, region: region ?? '' }));
