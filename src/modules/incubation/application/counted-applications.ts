import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { ApplicationState, Sex } from '../codes.ts';
import type { IncubationTables } from '../incubation.ts';

/** How many applications of a call stand in one state, place and sex, and how many persons are behind them. */
export interface Counted {
  readonly state: ApplicationState;
  readonly place: string | null;
  readonly sex: Sex | null;
  readonly count: number;
  readonly persons: number;
}

type Here = Pick<Asking<IncubationTables>, 'tx' | 'network'>;

/**
 * The applications of calls as they are kept counted (migration 0056). A call is missing where nothing is counted for this reader: it has
 * no applications, she reads them by another rule, or somebody keeps her out and must not be counted. Then the rows are to be counted.
 */
export async function countedApplications({ tx, network }: Here, calls: readonly string[]): Promise<ReadonlyMap<string, readonly Counted[]>> {
  if (calls.length === 0) return new Map();
  const { rows } = await sql<Omit<Counted, 'count' | 'persons'> & { call: string; count: bigint; persons: bigint }>`
    select c.call_id as call, c.state, c.territory_code as place, c.sex, sum(c.applications) as count, sum(c.members) as persons from incubation.application_count c
    where c.network_id = ${network} and c.call_id = any (${[...calls]}::uuid[]) and not exists (select from people.kept_apart)
    group by c.call_id, c.state, c.territory_code, c.sex having sum(c.applications) <> 0 order by c.call_id, c.state, c.territory_code, c.sex`.execute(tx);
  const counted = new Map<string, Counted[]>();
  for (const { call, count, persons, ...cell } of rows) counted.set(call, [...(counted.get(call) ?? []), { ...cell, count: Number(count), persons: Number(persons) }]);
  return counted;
}

/** The sum of those cells that fit. */
export const sumOf = (cells: readonly Counted[], fits: (cell: Counted) => boolean): number => cells.reduce((sum, cell) => (fits(cell) ? sum + cell.count : sum), 0);
