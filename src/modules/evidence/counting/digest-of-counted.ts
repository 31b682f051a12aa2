import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';

/** SHA-256 over every row and cell counted of a network, in hexadecimal: the same counts give the same bytes, however they came to be. Rows are taken together by day and cells by month first, so that no text grows over all bounds. */
export async function digestOfCounted(tx: AnyTx, network: string): Promise<string> {
  const { rows: [both] } = await sql<{ digest: string }>`
    with parts as (
      select 'event ' || concat_ws('|', c.hub_id, c.name, c.day) as part, sha256(convert_to(string_agg(row(c.*)::text, E'\n' order by c.event_id), 'UTF8')) as digest
      from evidence.counted_event c where c.network_id = ${network}::uuid group by c.hub_id, c.name, c.day
      union all
      select 'cell ' || concat_ws('|', c.name, c.thing, c.level, c.place, c.month), sha256(convert_to(string_agg(concat_ws('|', c.cut, c.keys, c.units, c.events, c.totals), E'\n' order by c.cut collate "C"), 'UTF8'))
      from evidence.counted_cell c where c.network_id = ${network}::uuid group by c.name, c.thing, c.level, c.place, c.month
    )
    select encode(sha256(convert_to(coalesce(string_agg(part || ' ' || encode(digest, 'hex'), E'\n' order by part collate "C"), ''), 'UTF8')), 'hex') as digest from parts`.execute(tx);
  return both!.digest;
}
