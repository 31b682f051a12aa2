import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '#core/id.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import { openPool } from '../db/pool.ts';
import { HubKeys } from './hub-keys.ts';
import { wrapHubKey } from './hub-wrapping.ts';
import { KeyDestroyed, KeyStore } from './key-store.ts';
import { openLetter, sealLetter } from './letter.ts';

const MINUTE = 60_000;
const place = { table: 'portal.intake', column: 'letter', row: 'a' };
const master = randomBytes(32);
const [network, hub, elsewhere] = [newId(), newId(), newId()];
let pool: pg.Pool;
let asked: { mock: { calls: unknown[] } };

beforeEach(async () => {
  pool = openPool({ ...(await testHouse()).connectAs('hadina_keys', 'hadina_keys'), max: 4 });
  asked = vi.spyOn(pool, 'query');
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await pool.end();
});

const store = (): KeyStore => new KeyStore(pool, master);
const pass = (ms: number): void => void vi.advanceTimersByTime(ms);
/** What a piece of work gives, and how many questions it put to the database of keys. */
const questions = async <R>(work: () => Promise<R>): Promise<[R, number]> => {
  const before = asked.mock.calls.length;
  const result = await work();
  return [result, asked.mock.calls.length - before];
};

describe('a person’s key is remembered', () => {
  it('for a minute and not a moment longer: until then another process may have destroyed it unnoticed', async () => {
    const [working, her] = [store(), newId()];
    const [key, first] = await questions(() => working.personKey(network, her, hub));
    expect(first).toBeGreaterThan(0);
    expect(await questions(() => working.personKey(network, her, hub))).toEqual([key, 0]);
    await store().destroyPersonKey(network, her);
    pass(MINUTE - 1);
    expect(await questions(() => working.personKey(network, her, hub))).toEqual([key, 0]);
    pass(1);
    await expect(working.personKey(network, her, hub)).rejects.toThrow(new KeyDestroyed('This person was erased'));
  });

  it('not after it was destroyed here; the keys of others, and of her name in another network, stay', async () => {
    const [working, gone, alsoGone, kept, otherNetwork] = [store(), newId(), newId(), newId(), newId()];
    const key = await working.personKey(network, kept, hub);
    for (const each of [gone, alsoGone]) await working.personKey(network, each, hub);
    const abroad = await store().personKey(otherNetwork, gone, hub);
    await working.destroyPersonKeys(network, [gone, alsoGone]);
    for (const each of [gone, alsoGone]) await expect(working.personKey(network, each, hub)).rejects.toMatchObject({ name: 'KeyDestroyed' });
    expect([await working.personKey(network, kept, hub), await store().personKey(network, kept, hub)]).toEqual([key, key]);
    expect(await store().personKey(otherNetwork, gone, hub)).toEqual(abroad);
  });

  it('by the thousand at most: then all are forgotten and asked again', async () => {
    const crowd = new KeyStore(stubPool(), master);
    const persons = Array.from({ length: 10_000 }, newId);
    await crowd.makeReady(network, persons, hub);
    const before = stubbed.length;
    await crowd.personKey(network, persons[0]!, hub);
    expect(stubbed.length).toBe(before);
    await crowd.personKey(network, newId(), hub);
    const full = stubbed.length;
    await crowd.personKey(network, persons[0]!, hub);
    expect(stubbed.length).toBeGreaterThan(full);
  });
});

describe('the keys of many persons', () => {
  it('are made where missing, read where they are, and then asked for no more', async () => {
    const [before, after, gone, theirs] = [newId(), newId(), newId(), newId()];
    const old = await store().personKey(network, before, hub);
    const abroad = await store().personKey(network, theirs, elsewhere);
    await store().personKey(network, gone, hub);
    await store().destroyPersonKey(network, gone);
    const working = store();
    await working.makeReady(network, [before, after, gone, theirs], hub);
    const [keys, more] = await questions(() => Promise.all([before, after].map((each) => working.personKey(network, each, hub))));
    expect([keys[0], more]).toEqual([old, 0]);
    expect(await store().personKey(network, after, hub)).toEqual(keys[1]);
    await expect(working.personKey(network, gone, hub)).rejects.toThrow(KeyDestroyed);
    expect(await working.personKey(network, theirs, hub)).toEqual(abroad);
  });

  it('cost nothing while all are known, and one question when all are new', async () => {
    const [working, persons] = [store(), [newId(), newId()]];
    await working.personKey(network, newId(), hub);
    expect(await questions(() => working.makeReady(network, persons, hub))).toEqual([undefined, 1]);
    expect(await questions(() => working.makeReady(network, persons, hub))).toEqual([undefined, 0]);
    expect(await questions(() => working.makeReady(network, [], hub))).toEqual([undefined, 0]);
    pass(MINUTE - 1);
    expect(await questions(() => working.makeReady(network, persons, hub))).toEqual([undefined, 0]);
    pass(1);
    const [, asks] = await questions(() => working.makeReady(network, persons, hub));
    expect(asks).toBeGreaterThan(1);
  });
});

describe('the key of a protected file', () => {
  it('is made by the first who seals, the same for two at once, and never by who only reads', async () => {
    const file = newId();
    await expect(store().protected.forOpening(network, file)).rejects.toThrow(new KeyDestroyed('The key of this file is not there'));
    const both = await Promise.all([store(), store()].map((each) => each.protected.forSealing(network, file, hub)));
    expect([both[0]!.length, both[0]]).toEqual([32, both[1]]);
    expect(await store().protected.forOpening(network, file)).toEqual(both[0]);
    expect(await store().personKey(network, file, hub)).not.toEqual(both[0]);
  });

  it('is remembered for a minute, and destroyed is destroyed: for reading, for writing, here and elsewhere', async () => {
    const [working, file, kept] = [store(), newId(), newId()];
    const key = await working.protected.forSealing(network, file, hub);
    const other = await working.protected.forSealing(network, kept, hub);
    for (const ask of [() => working.protected.forSealing(network, file, hub), () => working.protected.forOpening(network, file)]) expect(await questions(ask)).toEqual([key, 0]);
    await store().protected.destroy(network, [file]);
    pass(MINUTE - 1);
    expect(await questions(() => working.protected.forOpening(network, file))).toEqual([key, 0]);
    pass(1);
    await expect(working.protected.forOpening(network, file)).rejects.toThrow(KeyDestroyed);
    await expect(working.protected.forSealing(network, file, hub)).rejects.toThrow(KeyDestroyed);
    expect(await working.protected.forOpening(network, kept)).toEqual(other);
    await working.protected.destroy(network, [kept]);
    await expect(working.protected.forOpening(network, kept)).rejects.toThrow(KeyDestroyed);
  });

  it('is remembered with two thousand others at most', async () => {
    const crowd = new KeyStore(stubPool(), master).protected;
    const files = Array.from({ length: 2_000 }, newId);
    for (const file of files) await crowd.forSealing(network, file, hub);
    const before = stubbed.length;
    await crowd.forSealing(network, files[0]!, hub);
    expect(stubbed.length).toBe(before);
    await crowd.forSealing(network, newId(), hub);
    const full = stubbed.length;
    await crowd.forSealing(network, files[0]!, hub);
    expect(stubbed.length).toBeGreaterThan(full);
  });
});

describe('a letter box', () => {
  it('is there once it was made, the same for two who make it at once, and both halves fit', async () => {
    const [box, working] = [newId(), store()];
    expect([await working.boxOf(network, box), await working.openBox(network, box)]).toEqual([null, null]);
    await Promise.all([working, store()].map((each) => each.makeBox(network, box)));
    const open = (await working.boxOf(network, box))!;
    await store().makeBox(network, box);
    const halves = (await store().openBox(network, box))!;
    expect(halves.public).toEqual(open);
    expect(openLetter(halves, place, sealLetter(open, place, Buffer.from('hello'))).toString()).toBe('hello');
    expect(await store().boxOf(newId(), box)).toBeNull();
    expect(await questions(() => working.boxOf(network, box))).toEqual([open, 0]);
    expect(await questions(() => working.makeBox(network, box))).toEqual([undefined, 0]);
  });

  it('is remembered with ten thousand others at most; the rest are asked for each time', async () => {
    const town = new KeyStore(stubPool(), master);
    const hubs = Array.from({ length: 10_001 }, newId);
    for (const each of hubs) await town.boxOf(network, each);
    const before = stubbed.length;
    await town.boxOf(network, hubs[9_999]!);
    expect(stubbed.length).toBe(before);
    await town.boxOf(network, hubs[10_000]!);
    expect(stubbed.length).toBe(before + 1);
  });
});

describe('a hub’s key', () => {
  const keys = (): HubKeys => new HubKeys(pool, master, 'ordinary');
  const replaced = Object.assign(new Error('the key was replaced'), { code: '40001' });

  it('is one, 32 bytes, for every process, and remembered for a minute', async () => {
    const [here, working] = [newId(), keys()];
    const use = () => working.under(network, here, async ({ key }) => key);
    const [key, first] = await questions(use);
    expect([key.length, first]).toEqual([32, 2]);
    expect(await keys().under(network, here, async (each) => each.key)).toEqual(key);
    expect(await keys().under(newId(), here, async (each) => each.key)).not.toEqual(key);
    pass(MINUTE - 1);
    expect(await questions(use)).toEqual([key, 0]);
    pass(1);
    expect(await questions(use)).toEqual([key, 2]);
  });

  it('opens from its wrapped form without a question, from memory or not, and only its own form', async () => {
    const [here, working] = [newId(), keys()];
    const { key, wrapped } = await working.under(network, here, async (each) => each);
    expect(await questions(() => working.opened(network, here, wrapped))).toEqual([key, 0]);
    expect(await questions(() => keys().opened(network, here, wrapped))).toEqual([key, 0]);
    const next = randomBytes(32);
    const later = wrapHubKey(master, 'ordinary', here, next);
    expect(await working.opened(network, here, later)).toEqual(next);
    expect(await questions(() => working.under(network, here, async (each) => each))).toEqual([{ key: next, wrapped: later }, 0]);
    await expect(working.opened(network, here, wrapHubKey(master, 'protected', here, next))).rejects.toThrow();
  });

  it('that was replaced is asked for again, five times at most; any other failure is thrown at once', async () => {
    const [here, working] = [newId(), keys()];
    let tries = 0;
    const [given, asks] = await questions(() => working.under(network, here, async () => {
      if (++tries < 5) throw replaced;
      return 'done';
    }));
    expect([given, tries, asks]).toEqual(['done', 5, 10]);
    tries = 0;
    await expect(working.under(network, here, async () => { tries++; throw replaced; })).rejects.toBe(replaced);
    expect(tries).toBe(5);
    tries = 0;
    await expect(working.under(network, here, async () => { tries++; throw new Error('no disk'); })).rejects.toThrow('no disk');
    expect(tries).toBe(1);
  });

  it('that could not be read is not remembered as such', async () => {
    const [here, working] = [newId(), keys()];
    vi.spyOn(pool, 'query').mockImplementationOnce(() => Promise.reject(new Error('no line')));
    await expect(working.under(network, here, async () => 1)).rejects.toThrow('no line');
    expect(await working.under(network, here, async () => 1)).toBe(1);
  });
});

/** What a database that takes everything was asked, one statement a line. */
const stubbed: string[] = [];

/** A database of keys that keeps nothing but the keys of hubs and says of every other key that it is new: for counting only. */
function stubPool(): pg.Pool {
  stubbed.length = 0;
  let wrapped: Buffer = Buffer.alloc(0);
  const query = async (asked: string | { text: string; values: unknown[] }, more: unknown[] = []) => {
    const [text, values] = typeof asked === 'string' ? [asked, more] : [asked.text, asked.values];
    stubbed.push(text);
    if (text.startsWith('insert into')) wrapped = values[2] as Buffer;
    if (text.includes('hub_box')) return { rows: [{ public: Buffer.alloc(32, 1) }], rowCount: 1 };
    if (text.includes('keep_person_keys')) return { rows: (values[2] as string[]).map((person) => ({ person })), rowCount: 1 };
    return { rows: [{ wrapped }], rowCount: 1 };
  };
  return { query } as unknown as pg.Pool;
}
