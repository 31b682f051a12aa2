import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '#core/id.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import { openPool } from '../db/pool.ts';
import { blind } from './blind-index.ts';
import { openBytes, sealBytes } from './envelope.ts';
import { KeyDestroyed, KeyStore } from './key-store.ts';
import { derive } from './master-key.ts';
import { Vault } from './vault.ts';

const place = { table: 'people.contact', column: 'sealed', row: 'a' };
const key = randomBytes(32);
const plain = Buffer.from('20 123 456');

describe('a sealed value', () => {
  const sealed = sealBytes(key, place, plain);

  it('opens with its key at its place, and never looks the same twice', () => {
    expect(openBytes(key, place, sealed)).toEqual(plain);
    expect(sealBytes(key, place, plain)).not.toEqual(sealed);
    expect(sealed.includes(plain)).toBe(false);
  });

  it.each([
    ['another key', randomBytes(32), place],
    ['another row', key, { ...place, row: 'b' }],
    ['another column', key, { ...place, column: 'other' }],
    ['another table', key, { ...place, table: 'people.note' }],
  ])('does not open with %s', (_, otherKey, otherPlace) => {
    expect(() => openBytes(otherKey, otherPlace, sealed)).toThrow();
  });

  it('does not open when any single bit was turned, nor when it was cut', () => {
    const opened: number[] = [];
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const turned = Buffer.from(sealed);
      turned[bit >> 3]! ^= 1 << (bit & 7);
      try {
        openBytes(key, place, turned);
        opened.push(bit);
      } catch {
        /* as it should */
      }
    }
    expect(opened).toEqual([]);
    for (const length of [0, 1, 13, 20, sealed.length - 1]) expect(() => openBytes(key, place, sealed.subarray(0, length))).toThrow();
  });
});

describe('derived keys and fingerprints', () => {
  it('differ by purpose, and a fingerprint by label, word and key', () => {
    expect(derive(key, 'one')).toEqual(derive(key, 'one'));
    expect(derive(key, 'one')).not.toEqual(derive(key, 'two'));
    const prints = [blind(key, 'a', 'bc'), blind(key, 'ab', 'c'), blind(key, 'a', 'bd'), blind(randomBytes(32), 'a', 'bc')];
    expect(new Set(prints.map((print) => print.toString('hex'))).size).toBe(4);
  });
});

describe("a person's key", () => {
  const open = async () => {
    const house = await testHouse();
    const [network, hub, person] = [newId(), newId(), newId()];
    const pool = openPool({ ...house.connectAs('hadina_keys', 'hadina_keys'), max: 2 });
    // Two processes: what one destroys, the other must not open either (after the minute that a key is remembered).
    const fresh = () => new KeyStore(pool, derive(key, 'test master'));
    return { network, hub, person, pool, fresh };
  };

  it('is the same in every hub and process, and hers alone', async () => {
    const { network, hub, person, fresh, pool } = await open();
    const hers = await Promise.all([fresh(), fresh()].map((store) => store.personKey(network, person, hub)));
    expect(hers[0]).toEqual(hers[1]);
    expect(await fresh().personKey(network, person, newId())).toEqual(hers[0]);
    expect(await fresh().personKey(network, newId(), hub)).not.toEqual(hers[0]);
    await expect(new KeyStore(pool, randomBytes(32)).personKey(network, person, hub)).rejects.toThrow();
    await pool.end();
  });

  it('once destroyed opens nothing again and is never made anew', async () => {
    const { network, hub, person, fresh, pool } = await open();
    const store = fresh();
    const vault = new Vault(store, network, hub, () => {});
    const sealed = await vault.seal({ ...place, person }, 'her phone');
    await store.destroyPersonKey(network, person);
    await expect(vault.open({ ...place, person }, sealed)).rejects.toThrow(KeyDestroyed);
    await expect(fresh().personKey(network, person, hub)).rejects.toThrow(KeyDestroyed);
    await pool.end();
  });

  it('swapped between two persons in the store no longer opens', async () => {
    const { network, hub, person, fresh, pool } = await open();
    const other = newId();
    for (const each of [person, other]) await fresh().personKey(network, each, hub);
    await pool.query(
      'update person_key set wrapped = (select wrapped from person_key where network_id = $1 and person_id = $2) where network_id = $1 and person_id = $3',
      [network, other, person],
    );
    await expect(fresh().personKey(network, person, hub)).rejects.toThrow();
    await pool.end();
  });

  it('cannot be deleted, nor its table, by the login of the key store', async () => {
    const { pool } = await open();
    for (const attempt of [
      'delete from person_key',
      'delete from hub_key',
      'truncate person_key',
      'drop table person_key',
      'update hub_key set wrapped = null',
    ]) {
      await expect(pool.query(attempt), attempt).rejects.toMatchObject({ code: '42501' });
    }
    await pool.end();
  });
});
