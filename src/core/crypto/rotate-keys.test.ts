import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '#core/id.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import { openPool } from '../db/pool.ts';
import { rewrapHubKey, unwrapHubKey, wrapHubKey } from './hub-wrapping.ts';
import { KeyDestroyed, KeyStore } from './key-store.ts';
import { rotateKeys } from './rotate-keys.ts';

const open = async () => {
  const house = await testHouse();
  const pool = openPool({ ...house.connectAs('hadina_keys', 'hadina_keys'), max: 4 });
  const [network, hub, master] = [newId(), newId(), randomBytes(32)];
  const rotate = () => rotateKeys(house.connectAs('hadina_owner', 'hadina_keys'), master, hub);
  const wrappedNow = async () =>
    (await pool.query<{ wrapped: Buffer }>('select wrapped from hub_key where hub_id = $1', [hub])).rows[0]!.wrapped;
  return { pool, network, hub, master, rotate, wrappedNow, store: () => new KeyStore(pool, master) };
};

describe('keys of hubs are replaced', () => {
  it('and everything that hung on them opens as before, in the process that remembered the old one and in a new one', async () => {
    const { pool, network, hub, rotate, store, wrappedNow } = await open();
    const [her, file, working] = [newId(), newId(), store()];
    const before = [await working.personKey(network, her, hub), await working.protected.forSealing(network, file, hub)];
    await working.makeBox(network, hub);
    const secret = (await working.openBox(network, hub))!.secret;
    const first = await wrappedNow();
    for (let turn = 0; turn < 2; turn++) expect(await rotate()).toEqual({ hubs: 1, persons: 1, boxes: 1, files: 1 });
    expect(await wrappedNow()).not.toEqual(first);
    for (const each of [working, store()]) {
      expect([await each.personKey(network, her, hub), await each.protected.forOpening(network, file)]).toEqual(before);
      expect((await each.openBox(network, hub))!.secret).toEqual(secret);
    }
    await pool.end();
  });

  it('and a key added by a process that remembers the old one hangs on the new one', async () => {
    const { pool, network, hub, rotate, store } = await open();
    const working = store();
    await working.personKey(network, newId(), hub);
    await working.protected.forSealing(network, newId(), hub);
    await rotate();
    const [late, file, others] = [newId(), newId(), [newId(), newId()]];
    const made = [await working.personKey(network, late, hub), await working.protected.forSealing(network, file, hub)];
    await rotate();
    await working.makeReady(network, others, hub);
    const fresh = store();
    expect([await fresh.personKey(network, late, hub), await fresh.protected.forOpening(network, file)]).toEqual(made);
    expect(await fresh.personKey(network, others[1]!, hub)).toEqual(await working.personKey(network, others[1]!, hub));
    await pool.end();
  });

  it('and only what is there is counted', async () => {
    const { pool, network, hub, rotate, store } = await open();
    expect(await rotate()).toEqual({ hubs: 0, persons: 0, boxes: 0, files: 0 });
    await store().protected.forSealing(network, newId(), hub);
    expect(await rotate()).toEqual({ hubs: 0, persons: 0, boxes: 0, files: 1 });
    for (let persons = 0; persons < 2; persons++) await store().personKey(network, newId(), hub);
    expect(await rotate()).toEqual({ hubs: 1, persons: 2, boxes: 0, files: 1 });
    await pool.end();
  });

  it('and one that fails halfway leaves the hub as it was', async () => {
    const { pool, network, hub, rotate, store, wrappedNow } = await open();
    const [her, broken] = [newId(), newId()];
    const key = await store().personKey(network, her, hub);
    await store().personKey(network, broken, hub);
    const first = await wrappedNow();
    await pool.query("update person_key set wrapped = '\\x0100' where person_id = $1", [broken]);
    await expect(rotate()).rejects.toThrow();
    expect(await wrappedNow()).toEqual(first);
    expect(await store().personKey(network, her, hub)).toEqual(key);
    await pool.end();
  });

  it.each(['hadina keys of ', 'hadina protected keys of '])('and wait for whoever is adding a key at this moment (%s…)', async (name) => {
    const { pool, network, hub, rotate, store } = await open();
    await store().personKey(network, newId(), hub);
    await store().protected.forSealing(network, newId(), hub);
    const adding = await pool.connect();
    await adding.query('begin');
    await adding.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [`${name}${hub}`]);
    let done = false;
    const rotation = rotate().finally(() => { done = true; });
    rotation.catch(() => {});
    const waits = async () =>
      (await pool.query("select 1 from pg_locks where locktype = 'advisory' and not granted and (classid::bigint << 32 | objid::bigint) = hashtextextended($1, 0)", [`${name}${hub}`])).rowCount;
    while (!done && !(await waits()));
    expect(done).toBe(false);
    await adding.query('commit');
    await rotation;
    adding.release();
    await pool.end();
  });

  it('and a key that was destroyed stays destroyed', async () => {
    const { pool, network, hub, rotate, store } = await open();
    const [gone, kept] = [newId(), newId()];
    const working = store();
    for (const person of [gone, kept]) await working.personKey(network, person, hub);
    await working.destroyPersonKey(network, gone);
    expect(await rotate()).toMatchObject({ persons: 1 });
    await expect(store().personKey(network, gone, hub)).rejects.toThrow(KeyDestroyed);
    await pool.end();
  });

  it('under a master key that is not theirs: nothing changes', async () => {
    const { pool, network, hub, store, wrappedNow } = await open();
    const her = newId();
    const key = await store().personKey(network, her, hub);
    const first = await wrappedNow();
    await expect(rotateKeys((await testHouse()).connectAs('hadina_owner', 'hadina_keys'), randomBytes(32), hub)).rejects.toThrow();
    expect(await wrappedNow()).toEqual(first);
    expect(await store().personKey(network, her, hub)).toEqual(key);
    await pool.end();
  });
});

it('a wrapped key of a hub opens for its hub, its chain and its master key alone, before and after it was replaced', () => {
  const [master, key, hub] = [randomBytes(32), randomBytes(32), newId()];
  for (const wrapped of [wrapHubKey(master, 'ordinary', hub, key), rewrapHubKey(master, 'ordinary', hub, key)]) {
    expect(unwrapHubKey(master, 'ordinary', hub, wrapped)).toEqual(key);
    expect(() => unwrapHubKey(master, 'ordinary', newId(), wrapped)).toThrow();
    expect(() => unwrapHubKey(master, 'protected', hub, wrapped)).toThrow();
    expect(() => unwrapHubKey(randomBytes(32), 'ordinary', hub, wrapped)).toThrow();
  }
});
