import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openBytes, sealBytes } from './envelope.ts';
import { type KeyChain, keyChains, rewrapHubKey, unwrapHubKey } from './hub-wrapping.ts';

/** How many keys were wrapped anew. */
export interface RotatedKeys {
  readonly hubs: number;
  readonly persons: number;
  readonly boxes: number;
  readonly files: number;
}

/** What hangs on a hub's key in each chain: the table, the column that names the row, and how it is counted. */
const hangsOn = {
  ordinary: [
    { table: 'person_key', column: 'person_id', counted: 'persons' },
    { table: 'hub_box', column: 'hub_id', counted: 'boxes' },
  ],
  protected: [{ table: 'protected_key', column: 'file_id', counted: 'files' }],
} as const;
const lockNames: Record<KeyChain, string> = { ordinary: 'hadina keys of ', protected: 'hadina protected keys of ' };

/**
 * Gives every hub (or one) a new key in both chains, each wrapped under a derivation of the master key that was never used, and wraps
 * anew what hung on the old one; hub after hub, each in one transaction, while people go on working. Sealed values stay as they are:
 * the keys of persons and files do not change. `owner` is a connection to the key store that may change keys of hubs.
 */
export async function rotateKeys(owner: pg.ClientConfig, master: Buffer, only?: string): Promise<RotatedKeys> {
  const client = new pg.Client(owner);
  await client.connect();
  const done = { hubs: 0, persons: 0, boxes: 0, files: 0 };
  try {
    for (const chain of ['ordinary', 'protected'] as const) {
      const { rows } = await client.query<{ network_id: string; hub_id: string }>(
        `select network_id, hub_id from ${keyChains[chain].table} where $1::uuid is null or hub_id = $1 order by network_id, hub_id`,
        [only ?? null],
      );
      for (const { network_id: network, hub_id: hub } of rows) {
        await rotateOne(client, master, chain, network, hub, done);
        if (chain === 'ordinary') done.hubs++;
      }
    }
    return done;
  } finally {
    await client.end();
  }
}

/** A connection that ends before `commit` leaves the hub with its old key, whole. */
async function rotateOne(
  client: pg.Client,
  master: Buffer,
  chain: KeyChain,
  network: string,
  hub: string,
  done: { persons: number; boxes: number; files: number },
): Promise<void> {
  const { table: hubTable } = keyChains[chain];
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [`${lockNames[chain]}${hub}`]);
  const { rows } = await client.query<{ wrapped: Buffer }>(
    `select wrapped from ${hubTable} where network_id = $1 and hub_id = $2 for update`,
    [network, hub],
  );
  const before = unwrapHubKey(master, chain, hub, rows[0]!.wrapped);
  const after = randomBytes(32);
  await client.query(`update ${hubTable} set wrapped = $3 where network_id = $1 and hub_id = $2`, [
    network,
    hub,
    rewrapHubKey(master, chain, hub, after),
  ]);
  for (const { table, column, counted } of hangsOn[chain]) {
    // Locked while they are wrapped anew: a key that somebody destroys at this very moment must not come back.
    const { rows: kept } = await client.query<{ row: string; wrapped: Buffer }>(
      `select ${column} as row, wrapped from ${table} where network_id = $1 and hub_id = $2 and wrapped is not null for update`,
      [network, hub],
    );
    const again = kept.map(({ row, wrapped }) => {
      const place = { table, column: 'wrapped', row };
      return sealBytes(after, place, openBytes(before, place, wrapped));
    });
    await client.query(
      `update ${table} k set wrapped = w.wrapped from unnest($2::uuid[], $3::bytea[]) as w (row, wrapped) where k.network_id = $1 and k.${column} = w.row and k.wrapped is not null`,
      [network, kept.map(({ row }) => row), again],
    );
    done[counted] += kept.length;
  }
  await client.query('commit');
}
