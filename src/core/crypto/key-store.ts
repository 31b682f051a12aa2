import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { openBytes, type Place, sealBytes } from './envelope.ts';
import { HubKeys } from './hub-keys.ts';
import { signCertificate } from './certificate.ts';
import { KeyDestroyed } from './key-destroyed.ts';
import { type BoxKeys, newBox } from './letter.ts';
import { ProtectedKeys } from './protected-keys.ts';
import { receiptKey, type SignedReceipt, signReceipt } from './receipt.ts';

export { KeyDestroyed };

const REMEMBER_MS = 60_000;
const MOST_REMEMBERED = 10_000;
const MOST_BOXES = 10_000;
const placeOfPerson = (person: string): Place => ({ table: 'person_key', column: 'wrapped', row: person });
const placeOfBox = (hub: string): Place => ({ table: 'hub_box', column: 'wrapped', row: hub });

/**
 * Person keys, kept in a database of their own (`hadina_keys`), wrapped by the hub's key, which the master key wraps.
 * Destroying a key here erases the person everywhere, in last year's backup too (trust.md promise 30).
 */
export class KeyStore {
  readonly #boxes = new Map<string, Buffer>();
  readonly #remembered = new Map<string, { key: Buffer; until: number }>();
  readonly #hubKeys: HubKeys;

  constructor(
    private readonly pool: pg.Pool,
    private readonly master: Buffer,
  ) {
    this.#hubKeys = new HubKeys(pool, master, 'ordinary');
    this.protected = new ProtectedKeys(pool, master);
  }

  /** Keys of protected files, a chain of their own. */
  readonly protected: ProtectedKeys;

  /** The person's key, made on first use for the hub that first heard her; 32 bytes. Throws KeyDestroyed after erasure. */
  async personKey(network: string, person: string, hub: string): Promise<Buffer> {
    const known = this.#remembered.get(person);
    if (known && known.until > performance.now()) return known.key;
    const key = await this.#load(network, person, hub);
    this.#remember(person, key);
    return key;
  }

  /** The keys of many persons at once, made where missing: a list of a thousand is two questions instead of four thousand. */
  async makeReady(network: string, persons: readonly string[], hub: string): Promise<void> {
    const unknown = persons.filter((person) => (this.#remembered.get(person)?.until ?? 0) <= performance.now());
    if (unknown.length === 0) return;
    const bytes = randomBytes(32 * unknown.length);
    const fresh = new Map(unknown.map((person, at) => [person, bytes.subarray(32 * at, 32 * at + 32)]));
    const made = await this.#keep(network, hub, fresh);
    for (const person of made) this.#remember(person, fresh.get(person)!);
    const madeBefore = unknown.filter((person) => !made.has(person));
    if (madeBefore.length === 0) return;
    const { rows } = await this.pool.query<{ person_id: string; wrapped: Buffer; under: Buffer }>(
      `select k.person_id, k.wrapped, h.wrapped as under from person_key k join hub_key h using (network_id, hub_id)
       where network_id = $1 and hub_id = $2 and k.person_id = any ($3) and k.wrapped is not null`,
      [network, hub, madeBefore],
    );
    for (const { person_id: person, wrapped, under } of rows)
      this.#remember(person, openBytes(await this.#hubKeys.opened(network, hub, under), placeOfPerson(person), wrapped));
  }

  /** Destroys the keys of many persons for good. */
  async destroyPersonKeys(network: string, persons: readonly string[]): Promise<void> {
    await this.pool.query('update person_key set wrapped = null, destroyed_at = now() where network_id = $1 and person_id = any ($2)', [
      network,
      persons,
    ]);
    for (const person of persons) this.#remembered.delete(person);
  }

  /**
   * Destroys what opens these people's words, for good: no key of theirs is made again, and an older backup of the keys brings none back.
   * Done twice, it is done once. What belongs to protected files goes the same way.
   */
  async erase(network: string, { persons = [], files = [], hub }: { persons?: readonly string[]; files?: readonly string[]; hub: string }): Promise<void> {
    await this.pool.query(
      `insert into erased_person (network_id, person_id, key_mark) select $1, e.id, coalesce((select sha256(k.wrapped) from person_key k where k.network_id = $1 and k.person_id = e.id),
         (select sha256(k.wrapped) from protected_key k where k.network_id = $1 and k.file_id = e.id)) from unnest($2::uuid[]) as e (id) on conflict do nothing`,
      [network, [...persons, ...files]]);
    await this.pool.query(
      `insert into person_key (network_id, person_id, hub_id, wrapped, destroyed_at) select $1, e.id, $3, null, now() from unnest($2::uuid[]) as e (id)
       on conflict (network_id, person_id) do update set wrapped = null, destroyed_at = coalesce(person_key.destroyed_at, now())`,
      [network, persons, hub]);
    await this.protected.destroy(network, files);
    for (const person of persons) this.#remembered.delete(person);
  }

  /** Which of these people have no key any more and never will. */
  async erasedOf(network: string, persons: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ person_id: string }>(
      `select e.person_id from erased_person e where e.network_id = $1 and e.person_id = any ($2)
         and not exists (select from person_key k where k.network_id = e.network_id and k.person_id = e.person_id and k.wrapped is not null)`, [network, persons]);
    return rows.map(({ person_id: person }) => person);
  }

  /** Everybody who was erased, of every network: identifiers only. */
  async everybodyErased(): Promise<readonly { network: string; person: string }[]> {
    const { rows } = await this.pool.query<{ network: string; person: string }>('select network_id as network, person_id as person from erased_person');
    return rows;
  }

  /** Signs what the house certifies: that it destroyed somebody's key. Ed25519, 64 bytes. */
  certify(body: string): Buffer {
    return signCertificate(this.master, body);
  }

  /** Signs the receipt of a figure that leaves the house. */
  receipt(body: string): SignedReceipt {
    return signReceipt(this.master, body);
  }

  /** The 32 bytes by which others know the key that signs receipts and heads. */
  receiptKey(): Buffer {
    return receiptKey(this.master);
  }

  /** Keys are kept in memory for a minute, and a few thousand at most. */
  #remember(person: string, key: Buffer): void {
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(person, { key, until: performance.now() + REMEMBER_MS });
  }

  /** Destroys a person's key for good. */
  async destroyPersonKey(network: string, person: string): Promise<void> {
    await this.pool.query('update person_key set wrapped = null, destroyed_at = now() where network_id = $1 and person_id = $2', [
      network,
      person,
    ]);
    this.#remembered.delete(person);
  }

  /** The half that seals letters to a hub; null while the hub has no box. */
  async boxOf(network: string, hub: string): Promise<Buffer | null> {
    const known = this.#boxes.get(hub);
    if (known) return known;
    const { rows } = await this.pool.query<{ public: Buffer }>('select public from hub_box where network_id = $1 and hub_id = $2', [
      network,
      hub,
    ]);
    const box = rows[0]?.public ?? null;
    if (box && this.#boxes.size < MOST_BOXES) this.#boxes.set(hub, box);
    return box;
  }

  /** Gives the hub its letter box if it has none yet; of two at once, both keep the first. */
  async makeBox(network: string, hub: string): Promise<void> {
    if (await this.boxOf(network, hub)) return;
    const made = newBox();
    await this.#hubKeys.under(network, hub, ({ key, wrapped }) =>
      this.pool.query('select keep_box($1, $2, $3, $4, $5)', [
        network,
        hub,
        made.public,
        sealBytes(key, placeOfBox(hub), made.secret),
        wrapped,
      ]),
    );
  }

  /** Both halves of a hub's letter box, to open what it was sent; null while it has none. */
  async openBox(network: string, hub: string): Promise<BoxKeys | null> {
    const { rows } = await this.pool.query<{ public: Buffer; wrapped: Buffer; under: Buffer }>(
      'select b.public, b.wrapped, h.wrapped as under from hub_box b join hub_key h using (network_id, hub_id) where network_id = $1 and hub_id = $2',
      [network, hub],
    );
    const row = rows[0];
    if (!row) return null;
    return { public: row.public, secret: openBytes(await this.#hubKeys.opened(network, hub, row.under), placeOfBox(hub), row.wrapped) };
  }

  async #load(network: string, person: string, hub: string): Promise<Buffer> {
    const fresh = randomBytes(32);
    if ((await this.#keep(network, hub, new Map([[person, fresh]]))).size) return fresh;
    // Both wrapped forms in one look: they fit together whatever is replaced meanwhile.
    const { rows } = await this.pool.query<{ hub_id: string; wrapped: Buffer | null; under: Buffer | null }>(
      `select k.hub_id, k.wrapped, h.wrapped as under from person_key k left join hub_key h using (network_id, hub_id)
       where network_id = $1 and k.person_id = $2`,
      [network, person],
    );
    const row = rows[0];
    if (!row?.wrapped || !row.under) throw new KeyDestroyed('This person was erased');
    return openBytes(await this.#hubKeys.opened(network, row.hub_id, row.under), placeOfPerson(person), row.wrapped);
  }

  /** Keeps new keys wrapped under the hub's key; gives the persons who had none before. */
  #keep(network: string, hub: string, fresh: ReadonlyMap<string, Buffer>): Promise<ReadonlySet<string>> {
    return this.#hubKeys.under(network, hub, async ({ key, wrapped }) => {
      const sealed = [...fresh].map(([person, plain]) => sealBytes(key, placeOfPerson(person), plain));
      const { rows } = await this.pool.query<{ person: string }>({
        name: 'keep-person-keys',
        text: 'select keep_person_keys($1, $2, $3::uuid[], $4::bytea[], $5) as person',
        values: [network, hub, [...fresh.keys()], sealed, wrapped],
      });
      return new Set(rows.map(({ person }) => person));
    });
  }
}
