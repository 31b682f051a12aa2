import { sql } from 'kysely';
import type { Tx } from '#core/db/transaction.ts';
import type { DirectoryTables } from '../directory.ts';
import type { CopiedService } from './directory-copy.ts';

/** Where a copy stands: transactions below `settled` are all in it; `whole` rises when it must be read anew. */
export interface Standing {
  readonly settled: string;
  readonly whole: string;
}

interface Reading {
  readonly tx: Tx<DirectoryTables>;
  readonly network: string;
}

/** Separators that no code holds. */
const [FIELD, ROW] = ['\u001f', '\u001e'];
/** Rows read at once on the first reading: between two such lots others are served. */
const lot = 10_000;

const packed = sql<string | null>`string_agg(concat_ws(${FIELD}, replace(service.id::text, '-', ''), replace(service.organization_id::text, '-', ''),
  (service.status <> 'defunct')::int, service.listed::int, service.touched, hashtextextended(service.names::text, 0), array_to_string(service.type_codes, ','), array_to_string(service.modes, ','),
  array_to_string(service.stages, ','), array_to_string(service.languages, ','), array_to_string(service.area_codes || (
    select coalesce(array_agg(place.territory_code), '{}') from directory.service_at_location as at
    join directory.location as place on place.network_id = at.network_id and place.id = at.location_id
    where at.network_id = service.network_id and at.service_id = service.id and place.territory_code is not null), ',')), ${ROW})`;

const unpacked = (text: string | null): CopiedService[] =>
  (text ? text.split(ROW) : []).map((row) => {
    const [id, organization, live, listed, touched, namedAs, ...lists] = row.split(FIELD) as [string, string, string, string, string, string, ...string[]];
    const [types, modes, stages, languages, places] = lists.map((list) => (list ? list.split(',') : [])) as [string[], string[], string[], string[], string[]];
    return { id, organization, live: live === '1', listed: listed === '1', touched: Number(touched), namedAs, types, modes, stages, languages, places };
  });

/** Every transaction below this number has ended and is in what the same statement reads. */
const settled = sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`;

/** Where the database stands now, before a first reading. */
export async function standingOf({ tx, network }: Reading): Promise<Standing> {
  const { rows } = await sql<Standing>`select ${settled} as settled, coalesce((select version from core.public_version
    where network_id = ${network} and shard = 16), 0)::text as whole`.execute(tx);
  return rows[0]!;
}

/** Every service of the network, lot by lot. */
export async function* everyService({ tx, network }: Reading): AsyncGenerator<readonly CopiedService[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ services: string | null; last: string | null }>`
      select ${packed} as services, max(service.id::text) as last from (select * from directory.service
        where network_id = ${network} and id > ${after}::uuid order by id limit ${lot}) as service`.execute(tx);
    const [row] = rows;
    if (!row?.last) return;
    yield unpacked(row.services);
    after = row.last;
  }
}

/**
 * The services touched, themselves or in their places, since a copy stood there. What bears the number of a transaction yet to
 * come was written by another server, before a backup was restored: the first reading had it.
 */
export async function touchedSince({ tx, network }: Reading, since: Standing): Promise<Standing & { readonly services: readonly CopiedService[] }> {
  const span = (of: string) => sql`${sql.ref(of)} >= ${since.settled}::bigint and ${sql.ref(of)} < pg_snapshot_xmax(pg_current_snapshot())::text::bigint`;
  const { rows } = await sql<Standing & { services: string | null }>`
    select ${settled} as settled, coalesce((select version from core.public_version where network_id = ${network} and shard = 16), 0)::text as whole,
      (select ${packed} from directory.service as service where service.network_id = ${network} and service.id in (
        select id from directory.service where network_id = ${network} and ${span('touched')}
        union all
        select at.service_id from directory.location as place join directory.service_at_location as at
          on at.network_id = place.network_id and at.location_id = place.id
        where place.network_id = ${network} and ${span('place.touched')})) as services`.execute(tx);
  return { ...rows[0]!, services: unpacked(rows[0]!.services) };
}
