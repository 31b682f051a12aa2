import { randomBytes } from 'node:crypto';
import { openBytes, type Place, sealBytes } from '#core/crypto/envelope.ts';
import { unwrapHubKey } from '#core/crypto/hub-wrapping.ts';
import { KeyStore } from '#core/crypto/key-store.ts';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import { rotateKeys } from '#core/crypto/rotate-keys.ts';
import { Vault } from '#core/crypto/vault.ts';
import { openPool } from '#core/db/pool.ts';
import { newId } from '#core/id.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const MOST_MS_A_FIELD = 0.05;
const FIELD = 'Rue de l’Olivier 7, Sidi Bouzid, +216 22 345 678';

export const keysPromise: TrustPromise = {
  number: 29,
  name: 'keys',
  title: 'keys are replaced while people work; a sealed value moved elsewhere never opens; sealing and opening cost next to nothing',
  run: async (kit) => {
    const [swaps, turns] = [kit.rounds(1_000, 1_000, 10_000), kit.rounds(3, 10, 30)];
    const moved = movedFaults(kit, swaps);
    const { faults: lost, opened } = await underLoad(kit, turns);
    const cost = costOfOneField(kit.rounds(2_000, 20_000));
    const faults = [...moved, ...lost, ...(cost > MOST_MS_A_FIELD ? [`sealing and opening one field took ${cost.toFixed(4)} ms`] : [])];
    return noneOf('sealed values lost or moved', swaps + opened, faults, 1_000, [
      `${turns} times every key of a hub replaced under ${opened} sealings and openings`,
      `${cost.toFixed(4)} ms to seal and open one field, at most ${MOST_MS_A_FIELD}`,
    ]);
  },
  plantedFault: async (kit) => {
    // Envelopes that are not bound to their place, and a store that wraps under the key it remembers without asking whether it is still the hub's.
    const everywhere: Place = { table: '', column: '', row: '' };
    const loose = movedFaults(kit, 60, {
      seal: (key, _, plain) => sealBytes(key, everywhere, plain),
      open: (key, _, sealed) => openBytes(key, everywhere, sealed),
    });
    return loose.length > 0 && (await staleWrapping(kit));
  },
};

interface Envelope {
  readonly seal: typeof sealBytes;
  readonly open: typeof openBytes;
}

/** Seals values and opens each under another person's key, at another row, column or table, or with one bit turned: nothing may open. */
function movedFaults({ random }: Kit, many: number, { seal, open }: Envelope = { seal: sealBytes, open: openBytes }): string[] {
  const faults: string[] = [];
  for (let n = 0; n < many; n++) {
    const [key, place] = [randomBytes(32), { table: 'people.person_contact', column: 'sealed', row: newId() }];
    const sealed = seal(key, place, Buffer.from(FIELD));
    const turned = Buffer.from(sealed);
    turned[random.below(turned.length)]! ^= 1 << random.below(8);
    const [how, tried] = random.pick<[string, () => Buffer]>([
      ['under another key', () => open(randomBytes(32), place, sealed)],
      ['in another row', () => open(key, { ...place, row: newId() }, sealed)],
      ['in another column', () => open(key, { ...place, column: 'words' }, sealed)],
      ['in another table', () => open(key, { ...place, table: 'people.person_life' }, sealed)],
      ['with one bit turned', () => open(key, place, turned)],
    ]);
    if (opens(tried)) faults.push(`a value opened ${how}`);
  }
  return faults;
}

function opens(tried: () => Buffer): boolean {
  try {
    tried();
    return true;
  } catch {
    return false;
  }
}

/** Several processes seal and open for persons old and new while the keys of their hub are replaced again and again. */
async function underLoad(kit: Kit, turns: number): Promise<{ faults: string[]; opened: number }> {
  const { house, home } = await kit.hadina();
  const master = await loadMasterKey(home);
  const [network, hub] = [newId(), newId()];
  const pool = openPool({ ...house.connectAs('hadina_keys', 'hadina_keys'), max: 4 });
  const faults: string[] = [];
  const kept: { person: string; place: Place; sealed: Buffer }[] = [];
  let [going, opened] = [true, 0];
  const store = () => new Vault(new KeyStore(pool, master), network, hub, () => {});
  const worker = async () => {
    const vault = store();
    while (going) {
      const [person, place] = [newId(), { table: 'trust.field', column: 'sealed', row: newId() }];
      try {
        const sealed = await vault.seal({ person, ...place }, FIELD);
        kept.push({ person, place, sealed });
        const old = kit.random.pick(kept);
        // A new store remembers nothing: it reads keys in the middle of their change.
        const reader = opened % 4 === 0 ? store() : vault;
        if ((await reader.open({ person: old.person, ...old.place }, old.sealed)) !== FIELD) faults.push('another text came back');
      } catch (error) {
        faults.push(`an error while keys were replaced: ${(error as Error).message}`);
      }
      opened++;
    }
  };
  const workers = [worker(), worker(), worker()];
  for (let turn = 0; turn < turns; turn++) {
    await rotateKeys(house.connectAs('hadina_owner', 'hadina_keys'), master, hub);
    await new Promise((go) => setTimeout(go, 20));
  }
  going = false;
  await Promise.all(workers);
  const after = store();
  for (const { person, place, sealed } of kept.slice(-500))
    await after.open({ person, ...place }, sealed).catch(() => faults.push('a value does not open after the last change'));
  await pool.end();
  return { faults, opened };
}

/** A key written past the store under the hub's key of before is lost: the check of opening afterwards must say so. */
async function staleWrapping(kit: Kit): Promise<boolean> {
  const { house, home } = await kit.hadina();
  const master = await loadMasterKey(home);
  const [network, hub, person, place] = [newId(), newId(), newId(), { table: 'trust.field', column: 'sealed', row: newId() }];
  const pool = openPool({ ...house.connectAs('hadina_keys', 'hadina_keys'), max: 2 });
  await new KeyStore(pool, master).personKey(network, newId(), hub);
  const { wrapped } = (await pool.query<{ wrapped: Buffer }>('select wrapped from hub_key where hub_id = $1', [hub])).rows[0]!;
  await rotateKeys(house.connectAs('hadina_owner', 'hadina_keys'), master, hub);
  const key = randomBytes(32);
  const stale = sealBytes(unwrapHubKey(master, 'ordinary', hub, wrapped), { table: 'person_key', column: 'wrapped', row: person }, key);
  await pool.query('insert into person_key (network_id, person_id, hub_id, wrapped) values ($1, $2, $3, $4)', [
    network,
    person,
    hub,
    stale,
  ]);
  const reader = new Vault(new KeyStore(pool, master), network, hub, () => {});
  const lost = await reader.open({ person, ...place }, sealBytes(key, place, Buffer.from(FIELD))).then(
    () => false,
    () => true,
  );
  await pool.end();
  return lost;
}

/** Milliseconds to seal and open one field whose key is at hand, the best of five rounds. */
function costOfOneField(many: number): number {
  const [key, plain] = [randomBytes(32), Buffer.from(FIELD)];
  const place = { table: 'people.person_contact', column: 'sealed', row: newId() };
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const began = performance.now();
    for (let n = 0; n < many; n++) openBytes(key, place, sealBytes(key, place, plain));
    best = Math.min(best, (performance.now() - began) / many);
  }
  return best;
}
