import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { currencies, type Currency } from '#core/money.ts';
import type { Counting, Indicator } from '../indicator/indicator.ts';
import { eventsInside, type Scope } from './events-inside.ts';

/** What was counted for one event name, in one part of the table. */
interface Line {
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

/** Counts the events of a period for several figures at once, through the login that sees no names. */
export async function tally(tx: AnyTx, indicators: readonly Indicator[], scope: Omit<Scope, 'events'>): Promise<ReadonlyMap<string, Tally>> {
  const events = [...new Set(indicators.flatMap((one) => one.events))];
  const { rows } = await sql<Line>`with ${eventsInside({ ...scope, events })}
    select name, key, region, grouping(key) as whole_key, grouping(region) as whole_region,
      count(distinct person_id) filter (where body ->> 'kind' = 'person') as persons,
      count(*) filter (where person_id is not null and body ->> 'kind' = 'person') as person_events,
      count(distinct organization_id) as organizations,
      count(organization_id) as organization_events,
      count(distinct body ->> 'account') as professionals,
      count(distinct subject_id) as subjects,
      count(*) as events,
      percentile_cont(0.5) within group (order by (body ->> 'waited_minutes')::float) as median,
      avg((body ->> 'faces')::numeric) as mean,
      ${events.some((name) => name === 'funding.grant-certified') ? grantedByCurrency : sql`null::jsonb`} as granted
    from inside group by grouping sets ((name), (name, key), (name, region), (name, key, region))`.execute(tx);
  return new Map(indicators.map((one) => [one.code, tallyOf(one, rows.filter(({ name }) => one.events.includes(name)))]));
}

const grantedByCurrency = sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(currencies.flatMap((currency) => [sql`${sql.lit(currency)}`, sql`
  case when count(*) filter (where body ->> 'currency' = ${sql.lit(currency)}) > 0 then jsonb_build_object(
    'sum', sum((body ->> 'amount_minor')::numeric) filter (where body ->> 'currency' = ${sql.lit(currency)}), 'grants', count(distinct subject_id) filter (where body ->> 'currency' = ${sql.lit(currency)})) end`]))}))`;

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
    case 'mean-faces': return measured(line.mean === null ? null : Number(line.mean));
    case 'amount': {
      const { sum, grants } = line.granted?.[currency!] ?? { sum: 0, grants: 0 };
      return { value: sum, base: grants, events: grants };
    }
  }
}
