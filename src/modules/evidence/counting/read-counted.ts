import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { currencies } from '#core/money.ts';
import { isAttribute } from '../reading/cut.ts';
import type { Scope } from '../reading/events-inside.ts';
import { monthsOf } from '../reading/period.ts';
import type { Line } from '../reading/tally.ts';
import { countedNames, series, seriesRows } from './series.ts';
import { changes, type Waiting, waits } from './waiting.ts';

/** How far this network was counted; nothing when it never was, or when the figure asks what is not counted ahead: then the register must be read. */
export async function markOf(tx: AnyTx, { network, events, region, upTo }: Scope): Promise<string | undefined> {
  if (upTo !== undefined || region !== undefined || !events.every((name) => countedNames.includes(name))) return undefined;
  return (await sql<{ before: string }>`select before::text from evidence.count_mark where network_id = ${network}::uuid`.execute(tx)).rows[0]?.before;
}

/** What waits beside the cells: null when nothing does that touches these names; `moved` when a hub's plate changed, which may take all it counted to another region. */
export async function waitingFor(tx: AnyTx, { network, events }: Scope, mark: string): Promise<{ waiting: Waiting | null; moved: boolean }> {
  const which = { network, names: events, mark };
  const { rows: [found] } = await sql<{ waits: boolean; moved: boolean | null }>`select count(*) > 0 as waits, bool_or(e.name = 'network.hub-edited') as moved from core.event e where ${waits(which, ['network.hub-edited'])}`.execute(tx);
  return { waiting: found!.waits ? which : null, moved: found!.moved ?? false };
}

interface Cell {
  readonly name: string;
  readonly thing: string;
  readonly level: 'hub' | 'region' | 'network';
  readonly place: string;
  readonly region: string | null;
  readonly cut: string;
  readonly key: string;
  readonly month: string | null;
  /** Of the whole period, each once. */
  readonly units: bigint;
  /** Of this month by itself. */
  readonly alone: bigint;
  readonly events: bigint;
  readonly total: string;
}

/** The lines of a scope added up from cells: any run of months undivided, by hub or by month; one month by what is known of clients. */
export const linesOfCells = async (tx: AnyTx, scope: Scope, waiting: Waiting | null): Promise<Line[]> => gather(await readCells(tx, scope, waiting, scope.by === 'month'), scope);

/** The lines of each month of a scope by itself, divided by hub, by one statement for all: what twelve scopes of one month each would give. */
export async function linesOfEachMonth(tx: AnyTx, { network, events, period }: Scope, waiting: Waiting | null): Promise<ReadonlyMap<string, Line[]>> {
  const scope = { network, events, period, by: 'hub' } as const;
  const cells = (await readCells(tx, scope, waiting, true)).map((cell) => ({ ...cell, units: cell.alone }));
  return new Map(monthsOf(period).map((month) => [month, gather(cells.filter((cell) => cell.month === month), scope)]));
}

async function readCells(tx: AnyTx, scope: Scope, waiting: Waiting | null, eachMonth: boolean): Promise<Cell[]> {
  const { network, events, period: { from, to }, hub, by } = scope;
  const cuts = by && isAttribute(by) ? ['', by] : [''];
  const monthly = eachMonth ? sql`month` : sql`null::text`;
  const where = sql`cut = any (${cuts}::text[]) and month >= ${from} and month <= ${to} and ${hub === undefined ? sql`level = any (${by === 'hub' ? ['hub', 'network', 'region'] : ['network', 'region']}::text[])` : sql`level = 'hub' and place = ${hub}`}`;
  // Every column before the months is named, so that the index leads to these cells and reads past no others.
  const things = [...new Set(series.filter(({ name }) => events.includes(name)).map(({ thing }) => thing))];
  const places = hub !== undefined ? sql`` : sql`and place = any (array(select '' union select coalesce(region_code, '') from network.hub where network_id = ${network}::uuid
    ${by === 'hub' ? sql`union select id::text from network.hub where network_id = ${network}::uuid` : sql``}))`;
  // The keys of the whole are months before; of a cut, its values.
  const { rows } = await sql<Cell>`${waiting ? sql`with ${changes(waiting)}` : sql``}
    select a.*, h.region_code as region from (
      select name, thing, level, place, cut, case when cut <> '' then key else '' end as key, ${monthly} as month, coalesce(sum(units) filter (where cut <> '' or key < ${from}), 0)::bigint as units, sum(units)::bigint as alone, sum(events)::bigint as events, sum(total) as total
      from (
        select c.name, c.thing, c.level, c.place, c.cut, u.key, c.month, u.units, u.events, u.total from evidence.counted_cell c cross join lateral unnest(c.keys, c.units, c.events, c.totals) as u (key, units, events, total)
        where c.network_id = ${network}::uuid and name = any (${[...events]}::text[]) and thing = any (${things}::text[]) ${places} and ${where}
        ${waiting ? sql`union all select series.name, series.thing, level, place, cut, key, month, units, events, total from changed join ${seriesRows(events)} on series.sno = changed.sno where ${where}` : sql``}
      ) as summed group by name, thing, level, place, cut, case when cut <> '' then key else '' end, ${eachMonth ? sql`month` : sql`()`}
    ) as a left join network.hub h on h.network_id = ${network}::uuid and h.id = case when a.level = 'hub' then a.place::uuid end
    where a.events <> 0`.execute(tx);
  return rows;
}

function gather(cells: readonly Cell[], { hub, by }: Scope): Line[] {
  const lines = new Map<string, Line>();
  const put = (cell: Cell, key: string | null, region: string | null, alone = false) => {
    const at = `${cell.name}|${key}|${region}`;
    const line = lines.get(at) ?? { ...empty, name: cell.name, key, region, whole_key: key === null ? 1 : 0, whole_region: region === null ? 1 : 0 };
    lines.set(at, add(line, cell, alone ? cell.alone : cell.units));
  };
  for (const cell of cells) {
    const region = cell.level === 'region' ? cell.place : cell.level === 'hub' ? (cell.region ?? '') : null;
    if (cell.cut === '') {
      // At one hub its region holds what it holds; over the network each level holds its own.
      if (cell.level !== 'hub' || hub !== undefined) put(cell, null, cell.level === 'hub' ? null : region);
      if (hub !== undefined) put(cell, null, region);
      if (by === 'hub' && cell.level === 'hub') { put(cell, cell.place, null); put(cell, cell.place, region); }
      if (by === 'month') { if (hub === undefined) put(cell, cell.month, region, true); else { put(cell, cell.month, null, true); put(cell, cell.month, region, true); } }
      continue;
    }
    put(cell, cell.key, cell.level === 'hub' ? null : region);
    if (cell.level === 'hub') put(cell, cell.key, region);
  }
  return [...lines.values()];
}

const empty: Omit<Line, 'name' | 'key' | 'region' | 'whole_key' | 'whole_region'> = {
  persons: 0n, person_events: 0n, organizations: 0n, organization_events: 0n, professionals: 0n, subjects: 0n, events: 0n, median: null, mean: null, granted: null,
};

function add(line: Line, { thing, events, total }: Cell, units: bigint): Line {
  switch (thing) {
    case 'identity': return { ...line, persons: line.persons + units, person_events: line.person_events + events };
    case 'organization': return { ...line, organizations: line.organizations + units, organization_events: line.organization_events + events };
    case 'subject': return { ...line, subjects: line.subjects + units, events: line.events + events };
    case 'faces': return { ...line, faces: { sum: (line.faces?.sum ?? 0) + Number(total), many: (line.faces?.many ?? 0) + Number(events) } };
    default: {
      const currency = currencies.find((one) => thing === `amount:${one}`)!;
      const { sum, grants } = line.granted?.[currency] ?? { sum: 0, grants: 0 };
      return { ...line, granted: { ...line.granted, [currency]: { sum: sum + Number(total), grants: grants + Number(units) } } };
    }
  }
}
