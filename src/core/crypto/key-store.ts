import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { derive } from './master-key.ts';
import { openBytes, sealBytes } from './envelope.ts';
import { KeyDestroyed } from './key-destroyed.ts';
import { type BoxKeys, newBox } from './letter.ts';
import { ProtectedKeys } from './protected-keys.ts';

export { KeyDestroyed };

const REMEMBER_MS = 60_000;
const MOST_REMEMBERED = 10_000;
const MOST_BOXES = 10_000;

/**
 * Person keys, kept in a database of their own (`hadina_keys`), wrapped by the hub's key, which the master key wraps.
 * Destroying a key here erases the person everywhere, in last year's backup too (trust.md promise 30).
 */
export class KeyStore {
  readonly #boxes = new Map<string, Buffer>();
  readonly #remembered = new Map<string, { key: Buffer; until: number }>();
  readonly #hubKeys = new Map<string, { key: Promise<Buffer>; until: number }>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly master: Buffer,
  ) {
    this.protected = new ProtectedKeys(pool, master);
  }

  /** Keys of protected files, a chain of their own. */
  readonly protected: ProtectedKeys;

  /** The person's key, made on first use for the hub that first heard her; 32 bytes. Throws KeyDestroyed after erasure. */
  async personKey(network: string, person: string, hub: string): Promise<Buffer> {
    const known = this.#remembered.get(person);
    if (known && known.until > Date.now()) return known.key;
    const key = await this.#load(network, person, hub);
    this.#remember(person, key);
    return key;
  }

  /** The keys of many persons at once, made where missing: a list of a thousand is two questions instead of four thousand. */
  async makeReady(network: string, persons: readonly string[], hub: string): Promise<void> {
    const unknown = persons.filter((person) => (this.#remembered.get(person)?.until ?? 0) <= Date.now());
    if (unknown.length === 0) return;
    const hubKey = await this.#hubKey(network, hub);
    const fresh = new Map(unknown.map((person) => [person, randomBytes(32)]));
    const wrapped = [...fresh].map(([person, key]) => sealBytes(hubKey, { table: 'person_key', column: 'wrapped', row: person }, key));
    const { rows: made } = await this.pool.query<{ person_id: string }>(
      `insert into person_key (network_id, person_id, hub_id, wrapped) select $1, k.person, $2, k.wrapped
       from unnest($3::uuid[], $4::bytea[]) as k (person, wrapped) on conflict (network_id, person_id) do nothing returning person_id`,
      [network, hub, [...fresh.keys()], wrapped],
    );
    for (const { person_id: person } of made) this.#remember(person, fresh.get(person)!);
    const madeNow = new Set(made.map(({ person_id: person }) => person));
    const madeBefore = unknown.filter((person) => !madeNow.has(person));
    if (madeBefore.length === 0) return;
    const { rows } = await this.pool.query<{ person_id: string; wrapped: Buffer }>(
      'select person_id, wrapped from person_key where network_id = $1 and hub_id = $2 and person_id = any ($3) and wrapped is not null',
      [network, hub, madeBefore],
    );
    for (const row of rows) this.#remember(row.person_id, openBytes(hubKey, { table: 'person_key', column: 'wrapped', row: row.person_id }, row.wrapped));
  }

  /** Destroys the keys of many persons for good. */
  async destroyPersonKeys(network: string, persons: readonly string[]): Promise<void> {
    await this.pool.query(
      'update person_key set wrapped = null, destroyed_at = now() where network_id = $1 and person_id = any ($2)', [network, persons],
    );
    for (const person of persons) this.#remembered.delete(person);
  }

  /** Keys are kept in memory for a minute, and a few thousand at most. */
  #remember(person: string, key: Buffer): void {
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(person, { key, until: Date.now() + REMEMBER_MS });
  }

  /** Destroys a person's key for good. */
  async destroyPersonKey(network: string, person: string): Promise<void> {
    await this.pool.query(
      'update person_key set wrapped = null, destroyed_at = now() where network_id = $1 and person_id = $2',
      [network, person],
    );
    this.#remembered.delete(person);
  }

  /** The half that seals letters to a hub; null while the hub has no box. */
  async boxOf(network: string, hub: string): Promise<Buffer | null> {
    const known = this.#boxes.get(hub);
    if (known) return known;
    const { rows } = await this.pool.query<{ public: Buffer }>('select public from hub_box where network_id = $1 and hub_id = $2', [network, hub]);
    const box = rows[0]?.public ?? null;
    if (box && this.#boxes.size < MOST_BOXES) this.#boxes.set(hub, box);
    return box;
  }

  /** Gives the hub its letter box if it has none yet; of two at once, both keep the first. */
  async makeBox(network: string, hub: string): Promise<void> {
    if (await this.boxOf(network, hub)) return;
    const made = newBox();
    const wrapped = sealBytes(await this.#hubKey(network, hub), { table: 'hub_box', column: 'wrapped', row: hub }, made.secret);
    await this.pool.query(
      'insert into hub_box (network_id, hub_id, public, wrapped) values ($1, $2, $3, $4) on conflict (network_id, hub_id) do nothing',
      [network, hub, made.public, wrapped],
    );
  }

  /** Both halves of a hub's letter box, to open what it was sent; null while it has none. */
  async openBox(network: string, hub: string): Promise<BoxKeys | null> {
    const { rows } = await this.pool.query<{ public: Buffer; wrapped: Buffer }>(
      'select public, wrapped from hub_box where network_id = $1 and hub_id = $2', [network, hub],
    );
    const row = rows[0];
    if (!row) return null;
    const secret = openBytes(await this.#hubKey(network, hub), { table: 'hub_box', column: 'wrapped', row: hub }, row.wrapped);
    return { public: row.public, secret };
  }

  async #load(network: string, person: string, hub: string): Promise<Buffer> {
    const fresh = randomBytes(32);
    const hubKey = await this.#hubKey(network, hub);
    const wrapped = sealBytes(hubKey, { table: 'person_key', column: 'wrapped', row: person }, fresh);
    const made = await this.pool.query({
      name: 'make-person-key',
      text: `insert into person_key (network_id, person_id, hub_id, wrapped) values ($1, $2, $3, $4)
        on conflict (network_id, person_id) do nothing`,
      values: [network, person, hub, wrapped],
    });
    if (made.rowCount) return fresh;
    const { rows } = await this.pool.query<{ hub_id: string; wrapped: Buffer | null }>(
      'select hub_id, wrapped from person_key where network_id = $1 and person_id = $2',
      [network, person],
    );
    const row = rows[0];
    if (!row?.wrapped) throw new KeyDestroyed('This person was erased');
    const wrapping = row.hub_id === hub ? hubKey : await this.#hubKey(network, row.hub_id);
    return openBytes(wrapping, { table: 'person_key', column: 'wrapped', row: person }, row.wrapped);
  }

  /** A hub's key, remembered like a person's: it wraps every new one. */
  #hubKey(network: string, hub: string): Promise<Buffer> {
    const known = this.#hubKeys.get(`${network}|${hub}`);
    if (known && known.until > Date.now()) return known.key;
    const key = this.#loadHubKey(network, hub);
    this.#hubKeys.set(`${network}|${hub}`, { key, until: Date.now() + REMEMBER_MS });
    key.catch(() => this.#hubKeys.delete(`${network}|${hub}`));
    return key;
  }

  async #loadHubKey(network: string, hub: string): Promise<Buffer> {
    const place = { table: 'hub_key', column: 'wrapped', row: hub };
    const wrapping = derive(this.master, 'hub-keys');
    await this.pool.query(
      'insert into hub_key (network_id, hub_id, wrapped) values ($1, $2, $3) on conflict (network_id, hub_id) do nothing',
      [network, hub, sealBytes(wrapping, place, randomBytes(32))],
    );
    const { rows } = await this.pool.query<{ wrapped: Buffer }>(
      'select wrapped from hub_key where network_id = $1 and hub_id = $2',
      [network, hub],
    );
    return openBytes(wrapping, place, rows[0]!.wrapped);
  }
}
