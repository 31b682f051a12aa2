import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { openBytes, type Place, sealBytes } from './envelope.ts';
import { KeyDestroyed } from './key-destroyed.ts';
import { derive } from './master-key.ts';

const REMEMBER_MS = 60_000;
const MOST_REMEMBERED = 2_000;
const placeOfFile = (file: string): Place => ({ table: 'protected_key', column: 'wrapped', row: file });
const placeOfHub = (hub: string): Place => ({ table: 'protected_hub_key', column: 'wrapped', row: hub });

/**
 * Keys of protected files (C2): a chain apart from that of persons. The master key wraps a hub's protected key, which wraps the key
 * of each file; a person's or a hub's ordinary key opens none of them (trust.md 2.2).
 */
export class ProtectedKeys {
  readonly #remembered = new Map<string, { key: Buffer; until: number }>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly master: Buffer,
  ) {}

  /** The file's key for writing, 32 bytes, made by the first who seals something for it. Throws KeyDestroyed after erasure. */
  async forSealing(network: string, file: string, hub: string): Promise<Buffer> {
    const known = this.#known(file);
    if (known) return known;
    const fresh = randomBytes(32);
    const wrapped = sealBytes(await this.#hubKey(network, hub), placeOfFile(file), fresh);
    const made = await this.pool.query(
      'insert into protected_key (network_id, file_id, hub_id, wrapped) values ($1, $2, $3, $4) on conflict (network_id, file_id) do nothing',
      [network, file, hub, wrapped],
    );
    return made.rowCount ? this.#remember(file, fresh) : this.forOpening(network, file);
  }

  /** The file's key for reading; it is never made here, so that a restored file waits for its own key. */
  async forOpening(network: string, file: string): Promise<Buffer> {
    const known = this.#known(file);
    if (known) return known;
    const { rows } = await this.pool.query<{ hub_id: string; wrapped: Buffer | null }>(
      'select hub_id, wrapped from protected_key where network_id = $1 and file_id = $2', [network, file],
    );
    if (!rows[0]?.wrapped) throw new KeyDestroyed('The key of this file is not there');
    return this.#remember(file, openBytes(await this.#hubKey(network, rows[0].hub_id), placeOfFile(file), rows[0].wrapped));
  }

  /** Destroys the keys of files for good. */
  async destroy(network: string, files: readonly string[]): Promise<void> {
    await this.pool.query('update protected_key set wrapped = null, destroyed_at = now() where network_id = $1 and file_id = any ($2)', [network, files]);
    for (const file of files) this.#remembered.delete(file);
  }

  #known(file: string): Buffer | undefined {
    const known = this.#remembered.get(file);
    return known && known.until > Date.now() ? known.key : undefined;
  }

  #remember(file: string, key: Buffer): Buffer {
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(file, { key, until: Date.now() + REMEMBER_MS });
    return key;
  }

  async #hubKey(network: string, hub: string): Promise<Buffer> {
    const wrapping = derive(this.master, 'protected-hub-keys');
    await this.pool.query(
      'insert into protected_hub_key (network_id, hub_id, wrapped) values ($1, $2, $3) on conflict (network_id, hub_id) do nothing',
      [network, hub, sealBytes(wrapping, placeOfHub(hub), randomBytes(32))],
    );
    const { rows } = await this.pool.query<{ wrapped: Buffer }>('select wrapped from protected_hub_key where network_id = $1 and hub_id = $2', [network, hub]);
    return openBytes(wrapping, placeOfHub(hub), rows[0]!.wrapped);
  }
}
