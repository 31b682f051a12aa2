import { type RawBuilder, sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { type Definition, jobField } from './definition.ts';
import { judged, type KeptScope, reasonsOf } from './judged.ts';

/** A number and how many events stand behind it. */
export interface KeptAmount {
  readonly value: number;
  readonly events: number;
}

/** What was counted, divided when asked, and what was left out with the reason. */
export interface KeptCount {
  readonly all: KeptAmount;
  readonly rows: readonly (KeptAmount & { readonly key: string })[];
  readonly leftOut: readonly { readonly reason: string; readonly many: number }[];
  /** SHA-256 of the ids of the events that count, in order, in hexadecimal: the same events give the same digest. */
  readonly digest: string;
}

interface Line { readonly key: string | null; readonly whole: number; readonly value: string; readonly events: bigint }

/** Counts by the definition of a row. Exact: only for who may see what stands behind it. `key`: the digest is of the events of that part alone. */
export async function countKept(tx: AnyTx, definition: Definition, scope: KeptScope, key?: string): Promise<KeptCount> {
  const { rows } = await sql<Line>`with ${judged(definition, scope)}
    select key, grouping(key) as whole, ${amountOf(definition)}::text as value, count(*) as events
    from ${jobField(definition.unit) ? newestOfEach : sql`counted`} group by grouping sets ((), (key)) order by key`.execute(tx);
  const { rows: left } = await sql<{ reason: string; many: bigint }>`with ${judged(definition, scope)}
    select missing as reason, count(*) as many from (
      select distinct on (whose) whose, missing from judged where missing is not null and not exists (select from counted c where c.whose = judged.whose)
      order by whose, array_position(${reasonsOf(definition)}::text[], missing) desc) as one
    group by missing order by array_position(${reasonsOf(definition)}::text[], missing)`.execute(tx);
  const { rows: [behind] } = await sql<{ digest: string }>`with ${judged(definition, scope)}
    select encode(sha256(convert_to(coalesce(string_agg(id::text, ',' order by id), ''), 'UTF8')), 'hex') as digest from counted where ${key ?? null}::text is null or key = ${key ?? null}::text`.execute(tx);
  const amounts = rows.map(({ key, whole, value, events }) => ({ key: key ?? '', whole, value: Number(value), events: Number(events) }));
  const all = amounts.find(({ whole }) => whole);
  return {
    all: { value: all?.value ?? 0, events: all?.events ?? 0 },
    rows: scope.by ? amounts.filter(({ whole }) => !whole).map(({ key, value, events }) => ({ key, value, events })) : [],
    leftOut: left.map(({ reason, many }) => ({ reason, many: Number(many) })),
    digest: behind!.digest,
  };
}

/** What several definitions count, by their keys, in one statement: numbers alone, for a page of many. Exact: only for who may see what stands behind them. */
export async function countTotals(tx: AnyTx, definitions: ReadonlyMap<string, Definition>, scope: Omit<KeptScope, 'by'>): Promise<ReadonlyMap<string, KeptAmount>> {
  if (definitions.size === 0) return new Map();
  const each = [...definitions].map(([key, definition]) => sql`(with ${judged(definition, scope)}
    select ${key}::text as key, ${amountOf(definition)}::text as value, count(*) as events from ${jobField(definition.unit) ? newestOfEach : sql`counted`})`);
  const { rows } = await sql<{ key: string; value: string; events: bigint }>`${sql.join(each, sql` union all `)}`.execute(tx);
  return new Map(rows.map(({ key, value, events }) => [key, { value: Number(value), events: Number(events) }]));
}

/** Of an enterprise that was seen several times, what was found last: its jobs are not added up. */
const newestOfEach = sql`(select distinct on (thing) * from counted order by thing, day desc, id desc) as newest`;

function amountOf({ unit, counted }: Definition): RawBuilder<unknown> {
  const jobs = jobField(unit);
  if (jobs) return sql`coalesce(sum((body ->> ${sql.lit(jobs)})::int), 0)`;
  if (unit === 'amount') return sql`coalesce(sum((body ->> 'amount_minor')::numeric), 0)`;
  return counted === 'once' ? sql`count(distinct thing)` : sql`count(*)`;
}
