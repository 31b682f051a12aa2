import { type RawBuilder, sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { currencies, type Currency } from '#core/money.ts';
import type { Counting, Indicator } from '../indicator/indicator.ts';
import { linesOfCells, linesOfEachMonth, markOf, waitingFor } from '../counting/read-counted.ts';
import { rowsInside } from '../counting/rows-inside.ts';
import { isAttribute } from './cut.ts';
import { eventsInside, type Scope } from './events-inside.ts';
import { monthsOf } from './period.ts';

/** What was counted for one event name, in one part of the table. */
export interface Line {
  readonly name: string;
  /** Null for the total. */
  readonly key: string | null;
  readonly region: string | null;
  readonly whole_key: number;
  readonly whole_region: number;
  readonly persons: bigint;
  readonly person_events: bigint;
  readonly organizations: bigint;
  readonly organization_events: bigint;
  readonly professionals: bigint;
  readonly subjects: bigint;
  readonly events: bigint;
  readonly median: number | null;
  readonly mean: string | null;
  /** Faces added up and how many, where they were counted ahead: `mean` of them. */
  readonly faces?: { readonly sum: number; readonly many: number };
  /** By currency: what was granted in its smallest unit, and to how many. */
  readonly granted: Readonly<Record<string, { readonly sum: number; readonly grants: number }>> | null;
}

/** One number of the table: what is shown, on how many units it rests, and how many events stand behind it. */
export interface Amount {
  readonly value: number | null;
  /** Persons, organizations, visits or needs: small ones are hidden by this number. */
  readonly base: number;
  readonly events: number;
}

/** A figure divided: its total, each key, each region, and each key within each region. */
export interface Tally {
  readonly all: Amount;
  readonly keys: ReadonlyMap<string, Amount>;
  readonly regions: ReadonlyMap<string, Amount>;
  readonly cells: readonly { readonly region: string; readonly key: string; readonly amount: Amount }[];
}

/** Counts the events of a period for several figures at once, through the login that sees no names: from what was counted ahead and what waits, else from the register. */
export async function tally(tx: AnyTx, indicators: readonly Indicator[], scope: Omit<Scope, 'events'>): Promise<ReadonlyMap<string, Tally>> {
  const events = [...new Set(indicators.flatMap((one) => one.events))];
  const ahead = await tallyAhead(tx, indicators, { ...scope, events });
  return ahead ?? tallyOfEvents(tx, indicators, scope);
}

/** The months of a period, each by itself and divided by hub, as so many tallies would give them: of figures that stand in cells by one statement. */
export async function tallyMonths(tx: AnyTx, indicators: readonly Indicator[], { network, period }: Pick<Scope, 'network' | 'period'>): Promise<ReadonlyMap<string, ReadonlyMap<string, Tally>>> {
  const scope = { network, period, events: [...new Set(indicators.flatMap((one) => one.events))], by: 'hub' } as const;
  const mark = indicators.every((one) => inCells(one, scope)) ? await markOf(tx, scope) : undefined;
  if (mark !== undefined) {
    const { waiting, moved } = await waitingFor(tx, scope, mark);
    const months = moved ? undefined : await linesOfEachMonth(tx, scope, waiting);
    if (months && (await markOf(tx, scope)) === mark) return new Map([...months].map(([month, lines]) => [month, talliesOf(indicators, lines)]));
  }
  const each: [string, ReadonlyMap<string, Tally>][] = [];
  for (const month of monthsOf(period)) each.push([month, await tally(tx, indicators, { network, period: { from: month, to: month }, by: 'hub' })]);
  return new Map(each);
}

/** The same counted from every event of the register: slower, and what everything counted ahead is held against. */
export async function tallyOfEvents(tx: AnyTx, indicators: readonly Indicator[], scope: Omit<Scope, 'events'>): Promise<ReadonlyMap<string, Tally>> {
  const events = [...new Set(indicators.flatMap((one) => one.events))];
  return talliesOf(indicators, await linesInside(tx, eventsInside({ ...scope, events }), inBodies, events));
}

/** Figures whose lines stand in cells; middles, colleagues and several months divided by what is known of clients are read from counted rows. */
const inCells = ({ counting }: Indicator, { by, period }: Scope): boolean =>
  counting !== 'median-waited' && counting !== 'professionals' && !(by && isAttribute(by) && period.from !== period.to);

const most = 3;

async function tallyAhead(tx: AnyTx, indicators: readonly Indicator[], scope: Scope): Promise<ReadonlyMap<string, Tally> | undefined> {
  for (let tries = 0; tries < most; tries++) {
    const mark = await markOf(tx, scope);
    if (mark === undefined) return undefined;
    const { waiting, moved } = await waitingFor(tx, scope, mark);
    if (moved) return undefined;
    const namesOf = (some: readonly Indicator[]) => [...new Set(some.flatMap((one) => one.events))];
    const [celled, others] = [indicators.filter((one) => inCells(one, scope)), indicators.filter((one) => !inCells(one, scope))];
    const cells = celled.length ? await linesOfCells(tx, { ...scope, events: namesOf(celled) }, waiting && { ...waiting, names: namesOf(celled) }) : [];
    const names = namesOf(others);
    const rows = names.length ? await linesInside(tx, rowsInside({ ...scope, events: names }, waiting && { ...waiting, names }), inColumns, names) : [];
    // When the mark moved while we looked, what was counted and what waited do not belong together.
    if ((await markOf(tx, scope)) === mark) return new Map([...talliesOf(celled, cells), ...talliesOf(others, rows)]);
  }
  return undefined;
}

const talliesOf = (indicators: readonly Indicator[], lines: readonly Line[]): Map<string, Tally> =>
  new Map(indicators.map((one) => [one.code, tallyOf(one, lines.filter(({ name }) => one.events.includes(name)))]));

/** Where what is counted of an event stands: in its body, or in columns when it was counted ahead. */
const inBodies = {
  kind: sql`body ->> 'kind'`, file: sql`person_id`, account: sql`body ->> 'account'`, waited: sql`(body ->> 'waited_minutes')::float`, faces: sql`(body ->> 'faces')::numeric`,
  currency: sql`body ->> 'currency'`, amount: sql`(body ->> 'amount_minor')::numeric`,
};
const inColumns: typeof inBodies = { kind: sql`kind`, file: sql`file_id`, account: sql`account`, waited: sql`waited::float`, faces: sql`faces`, currency: sql`currency`, amount: sql`amount_minor` };

async function linesInside(tx: AnyTx, inside: RawBuilder<unknown>, it: typeof inBodies, events: readonly string[]): Promise<Line[]> {
  const { rows } = await sql<Line>`with ${inside}
    select name, key, region, grouping(key) as whole_key, grouping(region) as whole_region,
      count(distinct person_id) filter (where ${it.kind} = 'person') as persons,
      count(*) filter (where ${it.file} is not null and ${it.kind} = 'person') as person_events,
      count(distinct organization_id) as organizations,
      count(organization_id) as organization_events,
      count(distinct ${it.account}) as professionals,
      count(distinct subject_id) as subjects,
      count(*) as events,
      percentile_cont(0.5) within group (order by ${it.waited}) as median,
      avg(${it.faces}) as mean,
      ${events.some((name) => name === 'funding.grant-certified') ? grantedByCurrency(it) : sql`null::jsonb`} as granted
    from inside group by grouping sets ((name), (name, key), (name, region), (name, key, region))`.execute(tx);
  return rows;
}

const grantedByCurrency = (it: typeof inBodies): RawBuilder<unknown> => sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(currencies.flatMap((currency) => [sql`${sql.lit(currency)}`, sql`
  case when count(*) filter (where ${it.currency} = ${sql.lit(currency)}) > 0 then jsonb_build_object(
    'sum', sum(${it.amount}) filter (where ${it.currency} = ${sql.lit(currency)}), 'grants', count(distinct subject_id) filter (where ${it.currency} = ${sql.lit(currency)})) end`]))}))`;

function tallyOf({ counting, currency }: Indicator, lines: readonly Line[]): Tally {
  const amounts = lines.map((line) => ({ ...line, amount: amountOf(line, counting, currency) })).filter(({ amount }) => amount.base > 0);
  const keyed = (part: typeof amounts, name: (line: Line) => string) => new Map(part.map((line) => [name(line), line.amount]));
  return {
    all: amounts.find((line) => line.whole_key && line.whole_region)?.amount ?? nothing(counting),
    keys: keyed(amounts.filter((line) => !line.whole_key && line.whole_region), ({ key }) => key ?? ''),
    regions: keyed(amounts.filter((line) => line.whole_key && !line.whole_region), ({ region }) => region ?? ''),
    cells: amounts.filter((line) => !line.whole_key && !line.whole_region)
      .map(({ region, key, amount }) => ({ region: region ?? '', key: key ?? '', amount })),
  };
}

/** Nothing happened: zero of what is counted, but no middle and no mean of nothing. */
export const nothing = (counting: Counting): Amount => ({ value: isMeasure(counting) ? null : 0, base: 0, events: 0 });

const isMeasure = (counting: Counting): boolean => counting === 'median-waited' || counting === 'mean-faces';

function amountOf(line: Line, counting: Counting, currency: Currency | undefined): Amount {
  const counted = (value: bigint, events: bigint): Amount => ({ value: Number(value), base: Number(value), events: Number(events) });
  const measured = (value: number | null): Amount => ({ value, base: value === null ? 0 : Number(line.subjects), events: Number(line.events) });
  switch (counting) {
    case 'persons': return counted(line.persons, line.person_events);
    case 'organizations': return counted(line.organizations, line.organization_events);
    case 'professionals': return counted(line.professionals, line.events);
    case 'visits': case 'needs': case 'projects': return counted(line.subjects, line.events);
    case 'median-waited': return measured(line.median);
    case 'mean-faces': return measured(line.faces ? line.faces.sum / line.faces.many : line.mean === null ? null : Number(line.mean));
    case 'amount': {
      const { sum, grants } = line.granted?.[currency!] ?? { sum: 0, grants: 0 };
      return { value: sum, base: grants, events: grants };
    }
  }
}
