import { type RawBuilder, sql } from 'kysely';
import { keyOf, type Scope } from '../reading/events-inside.ts';
import { changes, type Waiting } from './waiting.ts';

const read = sql.raw(`event_id as id, at, name, subject_id, case when organization_id is null then unit else file_id end as person_id, organization_id, hub_id, region, unit, day,
  sex, age_band, territory, kind, account, waited, faces, currency, amount_minor, file_id`);

/** The counted events of a period as the table `inside`, with what waits: what `eventsInside` gives, without opening bodies. */
export function rowsInside({ network, events, period, hub, by }: Scope, waiting: Waiting | null): RawBuilder<unknown> {
  const where = sql`name = any (${[...events]}::text[]) and day >= ${`${period.from}-01`}::date and day < ${`${period.to}-01`}::date + interval '1 month'
    and hub_id = any (${hub === undefined ? sql`array(select id from network.hub where network_id = ${network}::uuid)` : sql`array[${hub}::uuid]`})`;
  return sql`${waiting ? sql`${changes(waiting)},` : sql``}
  dated as (
    select ${read} from evidence.counted_event c where c.network_id = ${network}::uuid and ${where}${waiting ? sql` and not exists (select from touched t where t.unit = c.unit and t.name = c.name)
    union all select ${read} from standing where ${where}` : sql``}
  ),
  inside as (select *, ${keyOf(by, known)} as key from dated)`;
}

const known = { sex: sql`sex`, age_band: sql`age_band`, territory: sql`territory` };
