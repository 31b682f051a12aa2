import pg from 'pg';
import { openBytes, type Place, sealBytes } from '../crypto/envelope.ts';
import { unwrapHubKey } from '../crypto/hub-wrapping.ts';
import { type CheckedArchive, tableOf } from './check-archive.ts';
import { copyIn } from './copy-rows.ts';
import { readArchive } from './read-archive.ts';
import { refuseOtherLayout } from './same-layout.ts';

/** What came back into the key store. */
export interface RestoredKeys {
  readonly hubs: number;
  readonly persons: number;
  /** Keys that stay destroyed, whatever the backup holds. */
  readonly destroyed: number;
}

/**
 * Puts the keys of a backup into the key store, in one transaction. A key that was destroyed since stays destroyed; a key that is
 * there stays as it is; where a hub has got a new key meanwhile, the old keys are wrapped anew under it.
 */
export async function restoreKeys(keys: pg.ClientConfig, archive: CheckedArchive, master: Buffer): Promise<RestoredKeys> {
  const client = new pg.Client(keys);
  await client.connect();
  try {
    await client.query('begin');
    await refuseOtherLayout(client, archive, false);
    await pourAside(client, archive);
    const hubs = await client.query('insert into hub_key select * from old_hub_key on conflict do nothing');
    await wrapAnew(client, master);
    if (archive.manifest.tables.some(({ name }) => name === 'public.erased_person')) await client.query('insert into erased_person select * from old_erased_person on conflict do nothing');
    const persons = await client.query(
      `insert into person_key (network_id, person_id, hub_id, wrapped, made_at, destroyed_at) select network_id, person_id, hub_id, wrapped, made_at, destroyed_at from old_person_key
       on conflict (network_id, person_id) do update set wrapped = excluded.wrapped, hub_id = excluded.hub_id
         where person_key.wrapped is null and person_key.destroyed_at is null and excluded.wrapped is not null`);
    if (archive.manifest.tables.some(({ name }) => name === 'public.hub_box')) await client.query('insert into hub_box select * from old_hub_box on conflict do nothing');
    if (archive.manifest.tables.some(({ name }) => name === 'public.protected_key')) await restoreProtected(client, master);
    // Who was erased stays erased, also where her key came back with this backup or lay here before its list did.
    await client.query('update person_key k set wrapped = null, destroyed_at = coalesce(k.destroyed_at, now()) from erased_person e where e.network_id = k.network_id and e.person_id = k.person_id and k.wrapped is not null');
    const { rows } = await client.query<{ many: number }>(
      'select count(*)::int as many from person_key k join old_person_key o using (network_id, person_id) where k.destroyed_at is not null');
    await client.query('commit');
    return { hubs: hubs.rowCount ?? 0, persons: persons.rowCount ?? 0, destroyed: rows[0]!.many };
  } finally {
    await client.end();
  }
}

/** The keys of protected files, by the same rules: what was destroyed stays so, what hung on a hub's old key is wrapped anew. */
async function restoreProtected(client: pg.Client, master: Buffer): Promise<void> {
  await client.query('insert into protected_hub_key select * from old_protected_hub_key on conflict do nothing');
  const { rows } = await client.query<{ file_id: string; hub_id: string; wrapped: Buffer; old: Buffer; now: Buffer }>(
    `select f.file_id, f.hub_id, f.wrapped, o.wrapped as old, k.wrapped as now from old_protected_key f
     join old_protected_hub_key o using (network_id, hub_id) join protected_hub_key k using (network_id, hub_id) where o.wrapped <> k.wrapped and f.wrapped is not null`);
  for (const { file_id, hub_id, wrapped, old, now } of rows) {
    const file = { table: 'protected_key', column: 'wrapped', row: file_id };
    const plain = openBytes(unwrapHubKey(master, 'protected', hub_id, old), file, wrapped);
    await client.query('update old_protected_key set wrapped = $2 where file_id = $1', [file_id, sealBytes(unwrapHubKey(master, 'protected', hub_id, now), file, plain)]);
  }
  await client.query('insert into protected_key select * from old_protected_key on conflict do nothing');
}

/** Every table of the backup beside the living one, under the name old_…. */
async function pourAside(client: pg.Client, { file, openers, manifest }: CheckedArchive): Promise<void> {
  for (const { name, columns } of manifest.tables) {
    const aside = name.replace('public.', 'old_');
    await client.query(`create temporary table ${aside} (like ${name}) on commit drop`);
    await copyIn(client, `${aside} (${columns.join(', ')})`, rowsOf(name));
  }
  async function* rowsOf(table: string): AsyncGenerator<Buffer> {
    for await (const entry of readArchive(file, openers)) if (tableOf(entry.name) === table) yield entry.bytes;
  }
}

/** Wraps what hung on a hub's old key under the key the hub has now, where the two differ. */
async function wrapAnew(client: pg.Client, master: Buffer): Promise<void> {
  const { rows } = await client.query<{ network_id: string; hub_id: string; old: Buffer; now: Buffer }>(
    'select network_id, hub_id, o.wrapped as old, k.wrapped as now from old_hub_key o join hub_key k using (network_id, hub_id) where o.wrapped <> k.wrapped');
  for (const { network_id, hub_id, old, now } of rows) {
    const [before, after] = [old, now].map((wrapped) => unwrapHubKey(master, 'ordinary', hub_id, wrapped)) as [Buffer, Buffer];
    if (before.equals(after)) continue;
    const again = (at: Place, sealed: Buffer) => sealBytes(after, at, openBytes(before, at, sealed));
    for (const [table, column] of [['person_key', 'person_id'], ['hub_box', 'hub_id']] as const) {
      if (!(await client.query('select to_regclass($1) is not null as known', [`pg_temp.old_${table}`])).rows[0].known) continue;
      const kept = await client.query<{ row: string; wrapped: Buffer }>(
        `select ${column} as row, wrapped from old_${table} where network_id = $1 and hub_id = $2 and wrapped is not null`, [network_id, hub_id]);
      await client.query(
        `update old_${table} o set wrapped = w.wrapped from unnest($2::uuid[], $3::bytea[]) as w (row, wrapped) where o.network_id = $1 and o.${column} = w.row`,
        [network_id, kept.rows.map(({ row }) => row), kept.rows.map(({ row, wrapped }) => again({ table, column: 'wrapped', row }, wrapped))]);
    }
  }
}
