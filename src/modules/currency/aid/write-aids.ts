import { sql } from 'kysely';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { CurrencyTables } from '../currency.ts';
import type { Judged } from './judge-households.ts';

/** Writes what is proposed for many households with one statement. */
export async function writeAids({ tx, network, now, actor }: Doing<CurrencyTables>, { batch, programme, hub }: { batch: string; programme: string; hub: string }, lines: readonly Judged[]): Promise<void> {
  const each = <V>(value: (line: Judged) => V): V[] => lines.map(value);
  await sql`insert into currency.aid (network_id, id, hub_id, programme_id, batch_id, person_id, unit_id, adults, minors, amount_minor, state, state_at, state_by)
    select ${network}, l.id, ${hub}, ${programme}, ${batch}, l.person, l.unit, l.adults, l.minors, l.amount, 'proposed', ${now}, ${actor.account}
      from unnest(${each(() => newId(now.getTime()))}::uuid[], ${each(({ person }) => person)}::uuid[], ${each(({ unit }) => unit)}::uuid[], ${each(({ adults }) => adults)}::int[], ${each(({ minors }) => minors)}::int[],
        ${each(({ amount }) => amount)}::bigint[]) as l (id, person, unit, adults, minors, amount)`.execute(tx);
}
