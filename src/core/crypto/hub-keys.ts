import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type KeyChain, keyChains, unwrapHubKey, wrapHubKey } from './hub-wrapping.ts';

const REMEMBER_MS = 60_000;
const MOST_TRIES = 5;
const REPLACED = '40001';

/** A hub's key as it is now, with the wrapped form by which it is told from the one before. */
export interface HubKey {
  readonly key: Buffer;
  readonly wrapped: Buffer;
}

/** The keys of hubs of one chain, remembered for a minute; one that was replaced meanwhile is noticed, not used. */
export class HubKeys {
  readonly #remembered = new Map<string, { key: Promise<HubKey>; until: number }>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly master: Buffer,
    private readonly chain: KeyChain,
  ) {}

  /** Does the work with the hub's key; when the key was replaced meanwhile (the database says so), again with the new one. */
  async under<R>(network: string, hub: string, work: (hubKey: HubKey) => Promise<R>): Promise<R> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work(await this.#current(network, hub));
      } catch (error) {
        if (attempt >= MOST_TRIES || (error as { code?: string }).code !== REPLACED) throw error;
        this.#remembered.delete(`${network}|${hub}`);
      }
    }
  }

  /** The key behind a wrapped form that was read together with what it wraps. */
  async opened(network: string, hub: string, wrapped: Buffer): Promise<Buffer> {
    const known = this.#remembered.get(`${network}|${hub}`);
    const remembered = known && (await known.key);
    if (remembered?.wrapped.equals(wrapped)) return remembered.key;
    const key = unwrapHubKey(this.master, this.chain, hub, wrapped);
    this.#remember(network, hub, Promise.resolve({ key, wrapped }));
    return key;
  }

  #current(network: string, hub: string): Promise<HubKey> {
    const known = this.#remembered.get(`${network}|${hub}`);
    if (known && known.until > performance.now()) return known.key;
    const key = this.#load(network, hub);
    this.#remember(network, hub, key);
    key.catch(() => this.#remembered.delete(`${network}|${hub}`));
    return key;
  }

  #remember(network: string, hub: string, key: Promise<HubKey>): void {
    this.#remembered.set(`${network}|${hub}`, { key, until: performance.now() + REMEMBER_MS });
  }

  async #load(network: string, hub: string): Promise<HubKey> {
    const { table } = keyChains[this.chain];
    await this.pool.query(
      `insert into ${table} (network_id, hub_id, wrapped) values ($1, $2, $3) on conflict (network_id, hub_id) do nothing`,
      [network, hub, wrapHubKey(this.master, this.chain, hub, randomBytes(32))],
    );
    const { rows } = await this.pool.query<{ wrapped: Buffer }>(`select wrapped from ${table} where network_id = $1 and hub_id = $2`, [
      network,
      hub,
    ]);
    const { wrapped } = rows[0]!;
    return { wrapped, key: unwrapHubKey(this.master, this.chain, hub, wrapped) };
  }
}
