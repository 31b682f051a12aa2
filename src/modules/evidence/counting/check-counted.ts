import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { indicators } from '../indicator/indicators-of-the-desk.ts';
import { type Cut, isAttribute } from '../reading/cut.ts';
import { monthPlus, type Period } from '../reading/period.ts';
import { type Amount, tally, type Tally, tallyOfEvents } from '../reading/tally.ts';

/** A cell of a figure that reads otherwise than the register counts. */
export interface Differing {
  readonly figure: string;
  readonly from: string;
  readonly to: string;
  /** The hub where it is read; null: over the network. */
  readonly hub: string | null;
  readonly by: Cut | null;
  /** `all`, a key, `@region`, or `key@region`. */
  readonly cell: string;
  readonly read: string;
  readonly counted: string;
}

/** What was compared of a network. */
export interface CountedVerdict { readonly network: string; readonly cells: number; readonly differing: readonly Differing[] }

const divisions: readonly (Cut | undefined)[] = [undefined, 'hub', 'month', 'sex', 'age_band', 'territory'];
const mostMonths = 24;

/**
 * Counts every declared figure of a network again from each event of the register, over each month with events and over two years, divided in
 * every way, over the network and at each hub, and names every cell that is read otherwise. Through the login that sees no names.
 */
export async function checkCounted(tx: AnyTx, network: string): Promise<CountedVerdict> {
  const { rows: months } = await sql<{ month: string }>`select distinct to_char(coalesce((body ->> 'on')::date, at::date), 'YYYY-MM') as month from core.event
    where network_id = ${network}::uuid and name = any (${[...new Set(indicators.flatMap(({ events }) => events))]}::text[]) order by 1`.execute(tx);
  const { rows: hubs } = await sql<{ id: string }>`select id from network.hub where network_id = ${network}::uuid order by id`.execute(tx);
  const last = months.at(-1)?.month;
  const periods: Period[] = last ? [...months.map(({ month }) => ({ from: month, to: month })), { from: monthPlus(last, 1 - mostMonths), to: last }] : [];
  let cells = 0;
  const differing: Differing[] = [];
  for (const period of periods) {
    for (const hub of [undefined, ...hubs.map(({ id }) => id)]) {
      for (const by of divisions.filter((one) => hub !== undefined || !(one && isAttribute(one)) || period.from === period.to)) {
        const scope = { network, period, hub, by };
        const [read, counted] = [await tally(tx, indicators, scope), await tallyOfEvents(tx, indicators, scope)];
        for (const { code } of indicators) {
          const [one, other] = [linesOf(read.get(code)!, by), linesOf(counted.get(code)!, by)];
          for (const cell of new Set([...one.keys(), ...other.keys()])) {
            cells++;
            const [a, b] = [one.get(cell) ?? 'nothing', other.get(cell) ?? 'nothing'];
            if (a !== b) differing.push({ figure: code, ...period, hub: hub ?? null, by: by ?? null, cell, read: a, counted: b });
          }
        }
      }
    }
  }
  return { network, cells, differing };
}

/** Every number of a tally by its cell; a mean to nine digits. */
function linesOf({ all, keys, regions, cells }: Tally, by: Cut | undefined): Map<string, string> {
  const text = ({ value, base, events }: Amount): string => `${value === null ? '–' : Number(value.toFixed(9))} of ${base} in ${events} events`;
  return new Map([
    ['all', text(all)], ...[...regions].map(([region, amount]): [string, string] => [`@${region}`, text(amount)]),
    ...(by ? [...keys].map(([key, amount]): [string, string] => [key, text(amount)]) : []),
    ...(by ? cells.map(({ region, key, amount }): [string, string] => [`${key}@${region}`, text(amount)]) : []),
  ]);
}
