import { createPublicKey, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#core/id.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import { signingKey } from '../chain/signing.ts';
import { openPool } from '../db/pool.ts';
import { isCertified, signCertificate } from './certificate.ts';
import { KeyDestroyed, KeyStore } from './key-store.ts';
import { derive } from './master-key.ts';
import { Vault } from './vault.ts';

const master = randomBytes(32);
const [network, hub] = [newId(), newId()];
let pool: pg.Pool;
beforeEach(async () => { pool = openPool({ ...(await testHouse()).connectAs('hadina_keys', 'hadina_keys'), max: 2 }); });
afterEach(() => pool.end());
const store = (): KeyStore => new KeyStore(pool, master);

describe('keys of whoever is erased', () => {
  it('are gone in every process, memory too; those of others stay', async () => {
    const [working, her, another, file, otherFile] = [store(), newId(), newId(), newId(), newId()];
    const vault = new Vault(working, network, hub, () => {});
    for (const person of [her, another]) await working.personKey(network, person, hub);
    for (const each of [file, otherFile]) await working.protected.forSealing(network, each, hub);
    await vault.erase({ persons: [her], files: [file] });
    for (const each of [working, store()]) {
      await expect(each.personKey(network, her, hub)).rejects.toThrow(KeyDestroyed);
      await expect(each.protected.forOpening(network, file)).rejects.toThrow(KeyDestroyed);
      await expect(each.protected.forSealing(network, file, hub)).rejects.toThrow(KeyDestroyed);
      expect((await each.personKey(network, another, hub)).length).toBe(32);
      expect((await each.protected.forOpening(network, otherFile)).length).toBe(32);
    }
  });

  it('are never made, also when there was none yet, nor brought back by an older backup', async () => {
    const [her, late, file] = [newId(), newId(), newId()];
    await store().personKey(network, her, hub);
    await store().protected.forSealing(network, file, hub);
    const { rows: [old] } = await pool.query<{ wrapped: Buffer }>('select wrapped from person_key where person_id = $1', [her]);
    const { rows: [oldFile] } = await pool.query<{ wrapped: Buffer }>('select wrapped from protected_key where file_id = $1', [file]);
    await store().erase(network, { persons: [her, late], files: [file], hub });
    await pool.query('update person_key set wrapped = $2 where person_id = $1', [her, old!.wrapped]);
    await pool.query('update protected_key set wrapped = $2 where file_id = $1', [file, oldFile!.wrapped]);
    for (const person of [her, late]) await expect(store().personKey(network, person, hub)).rejects.toThrow(KeyDestroyed);
    await expect(store().protected.forOpening(network, file)).rejects.toThrow(KeyDestroyed);
  });

  it('are refused at the first use, also where an older backup of the keys left no row of hers', async () => {
    const [her, file] = [newId(), newId()];
    await store().personKey(network, newId(), hub);
    await store().protected.forSealing(network, newId(), hub);
    for (const erased of [her, file]) await pool.query('insert into erased_person (network_id, person_id) values ($1, $2)', [network, erased]);
    const other = store();
    for (const _ of ['first', 'second']) {
      await expect(other.personKey(network, her, hub)).rejects.toThrow(KeyDestroyed);
      await expect(other.protected.forSealing(network, file, hub)).rejects.toThrow(KeyDestroyed);
    }
  });

  it('done twice is done once: the first moment stays, with the mark of the key that was', async () => {
    const [her, file] = [newId(), newId()];
    await store().personKey(network, her, hub);
    await store().protected.forSealing(network, file, hub);
    const marks = async () => (await pool.query('select person_id, erased_at, key_mark from erased_person where network_id = $1 and person_id = any ($2) order by person_id', [network, [her, file]])).rows;
    const { rows: [before] } = await pool.query("select sha256(k.wrapped) as key, sha256(p.wrapped) as file from person_key k, protected_key p where k.person_id = $1 and p.file_id = $2", [her, file]);
    await store().erase(network, { persons: [her], files: [file], hub });
    const first = await marks();
    const ended = (await pool.query('select destroyed_at from person_key where person_id = $1', [her])).rows[0];
    await store().erase(network, { persons: [her], files: [file], hub });
    expect(await marks()).toEqual(first);
    expect((await pool.query('select destroyed_at from person_key where person_id = $1', [her])).rows[0]).toEqual(ended);
    expect(new Map(first.map(({ person_id, key_mark }) => [person_id, key_mark]))).toEqual(new Map([[her, before.key], [file, before.file]]));
  });

  it('files or persons alone may be erased, in one network only', async () => {
    const [her, file, abroad] = [newId(), newId(), newId()];
    const key = await store().personKey(abroad, her, hub);
    await store().protected.forSealing(network, file, hub);
    await store().erase(network, { files: [file], hub });
    await store().erase(network, { persons: [her], hub });
    await expect(store().protected.forOpening(network, file)).rejects.toThrow(KeyDestroyed);
    expect(await store().personKey(abroad, her, hub)).toEqual(key);
  });

  it('are listed: of some people, and of everybody', async () => {
    const [her, kept, unheard] = [newId(), newId(), newId()];
    for (const person of [her, kept]) await store().personKey(network, person, hub);
    await store().destroyPersonKey(network, kept);
    await store().erase(network, { persons: [her], hub });
    expect(await store().erasedOf(network, [her, kept, unheard])).toEqual([her]);
    expect(await store().erasedOf(newId(), [her])).toEqual([]);
    const all = await store().everybodyErased();
    expect(all).toContainEqual({ network, person: her });
    expect(all.filter(({ person }) => person === kept || person === unheard)).toEqual([]);
  });
});

describe('a certificate', () => {
  it('is signed by the house with the key of its published heads, and no other word passes under it', () => {
    const counting = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
    // Made outside this house, with the Python package `cryptography`.
    const elsewhere = Buffer.from('220c6cc0adac8e403c36a7a8ae7c513771ac1e1831186dcee29088e8b31318467f5b31bac545c4bec694e04ca2db806a7033021397243d560486cb5b8e10d104', 'hex');
    const house = createPublicKey({ key: Buffer.from('302a300506032b6570032100effdcd24a5f194c3762d7ca4d89ce88f82053757d57920b17043300a291d4575', 'hex'), format: 'der', type: 'spki' });
    const body = 'مُحي الملف 7';
    expect(signCertificate(counting, body)).toEqual(elsewhere);
    expect(new Vault(new KeyStore(pool, counting), network, hub, () => {}).certify(body)).toEqual(elsewhere);
    expect(verify(null, Buffer.from(`hadina certificate\n${body}`), house, elsewhere)).toBe(true);
    const key = signingKey(derive(counting, 'chain-heads'));
    expect(isCertified(key, body, elsewhere)).toBe(true);
    expect(isCertified(key, `${body} `, elsewhere)).toBe(false);
    expect(isCertified(key, body, signCertificate(master, body))).toBe(false);
    expect(isCertified(generateKeyPairSync('ed25519').privateKey, body, elsewhere)).toBe(false);
  });
});
