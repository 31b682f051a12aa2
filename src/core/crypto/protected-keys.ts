import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { openBytes, type Place, sealBytes } from './envelope.ts';
import { HubKeys } from './hub-keys.ts';
import { KeyDestroyed } from './key-destroyed.ts';

const REMEMBER_MS = 60_000;
const MOST_REMEMBERED = 2_000;
const placeOfFile = (file: string): Place => ({ table: 'protected_key', column: 'wrapped', row: file });

/**
 * Keys of protected files (C2): a chain apart from that of persons. The master key wraps a hub's protected key, which wraps the key
 * of each file; a person's or a hub's ordinary key opens none of them (trust.md 2.2).
 */
export class ProtectedKeys {
  readonly #remembered = new Map<string, { key: Buffer; until: number }>();

  readonly #hubKeys: HubKeys;

  constructor(
    private readonly pool: pg.Pool,
    master: Buffer,
  ) {
    this.#hubKeys = new HubKeys(pool, master, 'protected');
  }

  /** The file's key for writing, 32 bytes, made by the first who seals something for it. Throws KeyDestroyed after erasure. */
  async forSealing(network: string, file: string, hub: string): Promise<Buffer> {
    const known = this.#known(file);
    if (known) return known;
    const fresh = randomBytes(32);
    const made = await this.#hubKeys.under(network, hub, ({ key, wrapped }) =>
      this.pool.query('select keep_protected_key($1, $2, $3, $4, $5)', [
        network,
        hub,
        file,
        sealBytes(key, placeOfFile(file), fresh),
        wrapped,
      ]),
    );
    return made.rowCount ? this.#remember(file, fresh) : this.forOpening(network, file);
  }

  /** The file's key for reading; it is never made here, so that a restored file waits for its own key. */
  async forOpening(network: string, file: string): Promise<Buffer> {
    const known = this.#known(file);
    if (known) return known;
    const { rows } = await this.pool.query<{ hub_id: string; wrapped: Buffer | null; under: Buffer | null }>(
      `select k.hub_id, k.wrapped, h.wrapped as under from protected_key k left join protected_hub_key h using (network_id, hub_id)
       where network_id = $1 and k.file_id = $2`,
      [network, file],
    );
    const row = rows[0];
    if (!row?.wrapped || !row.under) throw new KeyDestroyed('The key of this file is not there');
    return this.#remember(file, openBytes(await this.#hubKeys.opened(network, row.hub_id, row.under), placeOfFile(file), row.wrapped));
  }

  /** Destroys the keys of files for good. */
  async destroy(network: string, files: readonly string[]): Promise<void> {
    await this.pool.query('update protected_key set wrapped = null, destroyed_at = now() where network_id = $1 and file_id = any ($2)', [
      network,
      files,
    ]);
    for (const file of files) this.#remembered.delete(file);
  }

  #known(file: string): Buffer | undefined {
    const known = this.#remembered.get(file);
    return known && known.until > performance.now() ? known.key : undefined;
  }

  #remember(file: string, key: Buffer): Buffer {
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(file, { key, until: performance.now() + REMEMBER_MS });
    return key;
  }
}
