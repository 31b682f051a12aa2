import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '#core/id.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import { openPool } from '../db/pool.ts';
import { blind } from './blind-index.ts';
import { KeyDestroyed, KeyStore } from './key-store.ts';
import { sealLetter } from './letter.ts';
import { markFor, markUses } from './person-marks.ts';
import { Vault } from './vault.ts';

const master = randomBytes(32);
const [network, hub] = [newId(), newId()];
const phone = { table: 'people.person_contact', column: 'sealed', row: newId() };
let pool: pg.Pool;
let keys: KeyStore;
let looks: [string, string, string | null][];
let vault: Vault;

beforeEach(async () => {
  pool = openPool({ ...(await testHouse()).connectAs('hadina_keys', 'hadina_keys'), max: 2 });
  keys = new KeyStore(pool, master);
  looks = [];
  vault = new Vault(keys, network, hub, (...look) => looks.push(look));
});
afterEach(() => pool.end());

describe('the vault of one request', () => {
  it('opens what it sealed, text and bytes, and notes each opening and no sealing', async () => {
    const her = newId();
    const text = await vault.seal({ ...phone, person: her }, '20 123 456 سعاد');
    const bytes = await vault.sealBytes({ ...phone, person: her, hub: 'its keeper' }, Buffer.of(0, 255, 128));
    expect(looks).toEqual([]);
    expect(await vault.open({ ...phone, person: her }, text)).toBe('20 123 456 سعاد');
    expect(await vault.openBytes({ ...phone, person: her, hub: 'its keeper' }, bytes)).toEqual(Buffer.of(0, 255, 128));
    expect(looks).toEqual([[her, 'people.person_contact.sealed', null], [her, 'people.person_contact.sealed', 'its keeper']]);
  });

  it('binds a value to its person and place', async () => {
    const [her, another] = [newId(), newId()];
    const sealed = await vault.seal({ ...phone, person: her }, 'hers');
    for (const wrong of [{ person: another }, { person: her, row: 'x' }, { person: her, table: 'x' }, { person: her, column: 'x' }]) {
      await expect(vault.open({ ...phone, ...wrong }, sealed)).rejects.toThrow();
    }
  });

  it('makes keys ready in one go, and forgets persons for good', async () => {
    const persons = [newId(), newId()];
    await vault.makeReady(persons);
    const asked = vi.spyOn(pool, 'query');
    await Promise.all(persons.map((person) => vault.seal({ ...phone, person }, 'another word')));
    expect(asked).not.toHaveBeenCalled();
    const sealed = await Promise.all(persons.map((person) => vault.seal({ ...phone, person }, 'a word')));
    const { rows } = await pool.query<{ hub_id: string }>('select hub_id from person_key where network_id = $1 and person_id = any ($2)', [network, persons]);
    expect(rows).toEqual([{ hub_id: hub }, { hub_id: hub }]);
    await vault.forget([persons[0]!]);
    await expect(vault.open({ ...phone, person: persons[0]! }, sealed[0]!)).rejects.toThrow(KeyDestroyed);
    expect(await vault.open({ ...phone, person: persons[1]! }, sealed[1]!)).toBe('a word');
  });
});

describe('a protected value', () => {
  const file = newId();
  const note = { table: 'confidential.note', column: 'sealed', row: 'a', file, hub: newId() };

  it('opens under the file’s own key at its place, and each opening is noted for the hub that keeps it', async () => {
    const sealed = await vault.sealProtected(note, 'said in trust — سر');
    expect(looks).toEqual([]);
    expect(await vault.openProtected(note, sealed)).toBe('said in trust — سر');
    expect(looks).toEqual([[file, 'confidential.note.sealed', note.hub]]);
    await expect(vault.openProtected({ ...note, row: 'b' }, sealed)).rejects.toThrow();
    await expect(vault.open({ ...note, person: file }, sealed)).rejects.toThrow();
    expect((await pool.query('select hub_id from protected_key where file_id = $1', [file])).rows).toEqual([{ hub_id: note.hub }]);
  });

  it('of a file whose key is gone says so, and nobody looked', async () => {
    await expect(vault.openProtected({ ...note, file: newId() }, randomBytes(60))).rejects.toThrow(KeyDestroyed);
    expect(looks).toEqual([]);
  });
});

describe('letters to a hub', () => {
  const place = { table: 'portal.intake', column: 'letter', row: 'letter 1' };

  it('need its box; what arrives is read by the hub, and the look is noted', async () => {
    const to = newId();
    expect(await vault.sealTo(to, place, { phone: '1' })).toBeNull();
    expect(await vault.openLetterTo(to, place, randomBytes(100))).toBeNull();
    await vault.makeLetterBox(to);
    looks = [];
    const letter = (await vault.sealTo(to, place, { phone: '20 123 456', say: 'صباحا' }))!;
    expect(looks).toEqual([]);
    expect(await vault.openLetterTo(to, place, letter)).toEqual({ phone: '20 123 456', say: 'صباحا' });
    expect(looks).toEqual([['letter 1', 'portal.intake.letter', to]]);
  });

  it('that do not open, or hold no JSON, are nothing; the look is noted all the same', async () => {
    const to = newId();
    await vault.makeLetterBox(to);
    const box = (await keys.boxOf(network, to))!;
    expect(await vault.openLetterTo(to, place, sealLetter(box, place, Buffer.from('no json')))).toBeNull();
    expect(await vault.openLetterTo(to, { ...place, row: 'letter 2' }, sealLetter(box, place, Buffer.from('{}')))).toBeNull();
    expect(await vault.openLetterTo(to, place, Buffer.alloc(3))).toBeNull();
    expect(looks.map(([row]) => row)).toEqual(['letter 1', 'letter 2', 'letter 1']);
  });
});

it('a person’s mark differs by use, so that files and hand-overs cannot be laid side by side', () => {
  const keyed = (label: string, word: string) => blind(master, label, word);
  const marks = markUses.map((use) => markFor(keyed, use, 'her').toString('hex'));
  expect(markUses).toEqual(['protected-file', 'handover']);
  expect(new Set(marks).size).toBe(2);
  expect(marks).toEqual([keyed('protected-file', 'her').toString('hex'), keyed('handover', 'her').toString('hex')]);
});
