import { type RawBuilder, sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { type Definition, jobField } from '../kept/definition.ts';
import { judged, type KeptScope } from '../kept/judged.ts';

/** What counted first on one day at one hub: how much, and of how many persons or things. */
export interface CountedDay {
  readonly hub: string | null;
  /** The body in whose name it was done, where the event tells. */
  readonly organization: string | null;
  /** ISO day by the hub's clock. */
  readonly day: string;
  readonly value: number;
  readonly base: number;
}

/**
 * Everything that counts, each thing once on the one day and at the one hub under which it is reported: its first, or, of an enterprise that
 * was seen again, the newest, whose jobs count. So no job and no person falls under two partners or two shares.
 */
export async function firstDays(tx: AnyTx, definition: Definition, scope: KeptScope): Promise<CountedDay[]> {
  const { rows } = await sql<{ hub: string | null; organization: string | null; day: string; value: string; base: bigint }>`with ${judged(definition, scope)}, placed as (${reported(definition)})
    select hub_id as hub, organization_id as organization, day::text, coalesce(sum(${amountOf(definition)}), 0)::text as value, count(distinct thing) as base from placed group by hub_id, organization_id, day order by day, hub_id, organization_id`.execute(tx);
  return rows.map(({ hub, organization, day, value, base }) => ({ hub, organization, day, value: Number(value), base: Number(base) }));
}

function reported({ unit, counted }: Definition): RawBuilder<unknown> {
  if (jobField(unit)) return sql`select distinct on (thing) * from counted order by thing, day desc, id desc`;
  return counted === 'once' ? sql`select distinct on (thing) * from counted order by thing, day, id` : sql`select * from counted`;
}

function amountOf({ unit }: Definition): RawBuilder<unknown> {
  const jobs = jobField(unit);
  if (jobs) return sql`(body ->> ${sql.lit(jobs)})::int`;
  return unit === 'amount' ? sql`(body ->> 'amount_minor')::numeric` : sql`1`;
}
