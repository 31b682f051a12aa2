import pg from 'pg';
import { type CheckedArchive, tableOf } from './check-archive.ts';
import { copyIn } from './copy-rows.ts';
import { plainSettings, readTable } from './kept-tables.ts';
import type { CountedTable } from './manifest.ts';
import { readArchive } from './read-archive.ts';

const columns = ['network_id', 'person_id', 'hub_id', 'made_at', 'destroyed_at'];

/** Notes in a data backup whose keys there are and which were destroyed: identifiers and dates, never a key. */
export async function noteKnownKeys(keys: pg.ClientConfig, take: (bytes: Buffer) => Promise<void>): Promise<CountedTable> {
  const client = new pg.Client(keys);
  await client.connect();
  try {
    await client.query(`begin read only; ${plainSettings}`);
    const counted = await readTable(client, { name: 'public.person_key', columns, order: ['network_id', 'person_id'] }, take);
    return { ...counted, name: 'known' };
  } finally {
    await client.end();
  }
}

/**
 * Writes into a fresh key store whose keys are awaited: until they come nothing of these persons opens, and no second key is made for
 * them, so that the restored one fits later. Keys that are there already stay.
 */
export async function awaitKnownKeys(keys: pg.ClientConfig, { file, openers }: CheckedArchive): Promise<void> {
  const client = new pg.Client(keys);
  await client.connect();
  try {
    await client.query('begin; create temporary table known (like public.person_key) on commit drop');
    await copyIn(client, `known (${columns.join(', ')})`, knownIn(file, openers));
    await client.query(
      `insert into public.person_key (network_id, person_id, hub_id, made_at, destroyed_at) select ${columns.join(', ')} from known
       on conflict (network_id, person_id) do update set wrapped = null, destroyed_at = excluded.destroyed_at where excluded.destroyed_at is not null`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function* knownIn(file: string, openers: CheckedArchive['openers']): AsyncGenerator<Buffer> {
  for await (const { name, bytes } of readArchive(file, openers)) if (tableOf(name) === 'known') yield bytes;
}
