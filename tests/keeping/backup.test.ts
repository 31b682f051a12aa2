import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkArchive } from '#core/keeping/check-archive.ts';
import { readArchive } from '#core/keeping/read-archive.ts';
import { writeArchive } from '#core/keeping/write-archive.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { openHadina, type OpenHadina } from '#apps/open-hadina.ts';
import '#apps/web/sitemap.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import { hadina, type Ended } from '#tests/fixtures/hadina-command.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

// One story: a house is kept in two files, its machine is lost, and another one takes over.
const slow = 180_000;
let parent: string;
let [old, fresh, data, keys] = ['', '', '', ''];
let recoveryKey: string;
const network = newId();
const [person, erased] = [newId(), newId()];
let hub: string;
let ticketsBefore: string;

const opened = async <T>(home: string, work: (house: OpenHadina) => Promise<T>): Promise<T> => {
  const house = await openHadina({ as: 'supervisor', env: { HADINA_HOME: home } });
  return work(house).finally(() => house.close());
};
const answer = ({ code, out, err }: Ended) => {
  expect(code, err).toBe(0);
  return JSON.parse(out);
};
const refusal = ({ code, err }: Ended) => ({ exit: code, ...JSON.parse(err) });

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'hadina-keeping-'));
  await chmod(parent, 0o755);
  [old, fresh, data, keys] = ['old', 'fresh', 'data.age', 'keys.age'].map((name) => join(parent, name)) as [string, string, string, string];
  await opened(old, async ({ house }) => {
    const admin = consoleActor(network);
    await act(house, admin, openNetwork, { names: { ar: 'شبكة', fr: 'Réseau' }, countries: ['TN'] });
    hub = (await act(house, admin, openHub, { kind: 'citess', country: 'TN', territory: 'TN-43', names: { ar: 'مركز', fr: 'Centre' } })).hub;
    // A server that has lived: its transaction numbers stand far above those of a new one.
    await house.app.query('select 1');
    const owner = new pg.Client(house.connectAs('hadina_owner'));
    await owner.connect();
    for (let i = 0; i < 3_000; i++) await owner.query('select pg_current_xact_id()');
    await owner.end();
    await act(house, admin, openHub, { kind: 'citess', country: 'TN', territory: 'TN-53', names: { ar: 'مركز ثان', fr: 'Second centre' } });
    await house.keys.personKey(network, person, hub);
    await house.keys.personKey(network, erased, hub);
    ticketsBefore = JSON.stringify(await ownerQuery(house, 'select id, names from network.hub order by id'));
  });
}, slow);
afterAll(() => rm(parent, { recursive: true, force: true }));

test('a backup is one encrypted file; the first one gives the recovery key, once', async () => {
  const first = answer(await hadina(old, '--json', 'backup', '--to', data));
  expect(first).toMatchObject({ kind: 'data', file: data, recoveryKey: expect.stringMatching(/^AGE-SECRET-KEY-1/) });
  expect(first.tables).toContainEqual(expect.objectContaining({ name: 'network.hub', rows: 2 }));
  recoveryKey = first.recoveryKey;
  const bytes = await readFile(data);
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect(bytes.includes('مركز')).toBe(false);
  expect(answer(await hadina(old, '--json', 'backup', 'keys', '--to', keys))).toMatchObject({ kind: 'keys', recoveryKey: null });
  expect((await readFile(join(old, 'recovery.txt'), 'utf8')).includes('SECRET')).toBe(false);
}, slow);

test('a backup never writes over a file, and reads its flags', async () => {
  expect(refusal(await hadina(old, '--json', 'backup', '--to', data))).toMatchObject({ exit: 3, code: 'backup-exists', reason: expect.stringContaining(data) });
  expect((await hadina(old, 'backup', 'everything')).code).toBe(2);
  expect((await hadina(old, 'backup', '--recipient', 'me')).code).toBe(2);
  expect(existsSync(`${data}.part`)).toBe(false);
}, slow);

test('another machine needs the recovery key; a wrong one is told from a slip of the pen', async () => {
  const [without, slip] = await Promise.all([hadina(join(parent, 'a'), '--json', 'restore', data), withKey(join(parent, 'b'), recoveryKey.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q')), data)]);
  expect(refusal(without)).toMatchObject({ exit: 3, code: 'backup-key-wrong' });
  expect(slip.code).toBe(2);
  await expect(checkArchive(data, [await generateX25519Identity()])).rejects.toMatchObject({ code: 'backup-key-wrong' });
}, slow);

const withKey = async (home: string, key: string, file: string): Promise<Ended> => {
  const paper = `${home}.key`;
  await writeFile(paper, `${key}\n`);
  return hadina(home, '--json', 'restore', file, '--key', paper);
};

test('a file that was cut, altered, or is none is refused by its name, and nothing is made of it', async () => {
  const bytes = await readFile(data);
  const flipped = Buffer.from(bytes);
  flipped[Math.floor(bytes.length * 0.6)]! ^= 1;
  const bad: readonly [string, Buffer][] = [
    ['cut.age', bytes.subarray(0, bytes.length - 40)], ['half.age', bytes.subarray(0, bytes.length >> 1)], ['flipped.age', flipped],
    ['longer.age', Buffer.concat([bytes, Buffer.from('x')])], ['none.age', Buffer.from('a letter to my aunt')], ['empty.age', Buffer.alloc(0)],
  ];
  for (const [name, content] of bad) {
    const file = join(parent, name);
    await writeFile(file, content);
    await expect(checkArchive(file, [recoveryKey]), name).rejects.toMatchObject({ code: 'backup-damaged', message: expect.stringContaining(name) });
  }
  const into = join(parent, 'c');
  expect(refusal(await withKey(into, recoveryKey, join(parent, 'flipped.age')))).toMatchObject({ exit: 3, code: 'backup-damaged' });
  expect(existsSync(join(into, 'postgres'))).toBe(false);
  await expect(checkArchive(join(parent, 'nowhere.age'), [recoveryKey])).rejects.toMatchObject({ code: 'backup-unreadable' });
}, slow);

test('a file written for this house by a stranger, with SQL for a table name, gets no further than its name', async () => {
  const forged = join(parent, 'forged.age');
  const archive = await writeArchive(forged, [await identityToRecipient(recoveryKey)]);
  const planted = (text: string) => text.replaceAll('"network.hub"', '"network.hub; drop table core.event"');
  for await (const { name, bytes } of readArchive(data, [recoveryKey])) {
    const table = name.replace('tables/network.hub/', 'tables/network.hub; drop table core.event/');
    await archive.add({ name: table, bytes: name.endsWith('.json') ? Buffer.from(planted(bytes.toString())) : bytes });
  }
  await archive.close();
  expect(refusal(await withKey(join(parent, 'e'), recoveryKey, forged))).toMatchObject({ exit: 3, code: 'backup-other-layout' });
}, slow);

test('erased after the backup of the keys, erased before the backup of the data', async () => {
  await opened(old, ({ house }) => house.keys.destroyPersonKey(network, erased));
  await rm(data);
  answer(await hadina(old, '--json', 'backup', '--to', data));
}, slow);

test('the house stands again: every row, every chain, and what is new joins the chain', async () => {
  const said = await withKey(fresh, recoveryKey, data);
  expect(answer(said)).toMatchObject({ kind: 'data', folder: expect.stringContaining('fresh') });
  await opened(fresh, async ({ house }) => {
    expect(JSON.stringify(await ownerQuery(house, 'select id, names from network.hub order by id'))).toBe(ticketsBefore);
    await act(house, consoleActor(network), openHub, { kind: 'citess', country: 'TN', territory: 'TN-31', names: { ar: 'مركز جديد', fr: 'Nouveau centre' } });
    const [numbers] = await ownerQuery<{ low: boolean; ordered: boolean }>(house,
      `select pg_current_xact_id()::text::bigint < max(e.xid::text::bigint) filter (where s.seq is not null) as low,
         max(e.xid::text::bigint) filter (where s.seq is null) > max(e.xid::text::bigint) filter (where s.seq is not null) as ordered
       from core.event e left join core.seal s on s.network_id = e.network_id and s.event_id = e.id`);
    expect(numbers).toEqual({ low: true, ordered: true });
  });
  const walked = answer(await hadina(fresh, '--json', 'verify'));
  expect(walked.verdicts).toEqual([expect.objectContaining({ network, broken: null })]);
  const [sealed] = await opened(fresh, ({ house }) => ownerQuery<{ open: number; many: number }>(house,
    `select count(*) filter (where s.seq is null)::int as open, count(*)::int as many from core.event e left join core.seal s on s.network_id = e.network_id and s.event_id = e.id`));
  expect(sealed).toEqual({ open: 0, many: walked.verdicts[0].events });
}, slow);

test('what is changed in the restored register is found, before the restore and behind it', async () => {
  for (const which of ['order by seq', 'order by seq desc']) {
    const event = await opened(fresh, async ({ house }) => {
      const [row] = await ownerQuery<{ event_id: string }>(house, `select event_id from core.seal ${which} limit 1`);
      await ownerQuery(house, `update core.event set name = name || 's' where id = $1`, [row!.event_id]);
      return row!.event_id;
    });
    const said = await hadina(fresh, '--json', 'verify');
    expect(said.code).toBe(3);
    expect(JSON.parse(said.out).verdicts[0].broken).toMatchObject({ event, fault: 'event-changed' });
    await opened(fresh, ({ house }) => ownerQuery(house, `update core.event set name = left(name, -1) where id = $1`, [event]));
  }
  await opened(fresh, async ({ house }) => {
    await ownerQuery(house, `insert into core.event (network_id, id, at, app, action, name, subject_id, compartment, xid) values ($1, $2, now(), 'web', 'a.b', 'a.c', $2, 'C0', pg_current_xact_id())`, [network, newId()]);
  });
  const slipped = await hadina(fresh, '--json', 'verify');
  expect(JSON.parse(slipped.out).verdicts[0].broken).toMatchObject({ fault: 'event-unsealed' });
  await opened(fresh, ({ house }) => ownerQuery(house, `delete from core.event where name = 'a.c'`));
}, slow);

test('sealed fields open again once the keys are back; what was erased since stays erased', async () => {
  await opened(fresh, async ({ house }) => {
    await expect(house.keys.personKey(network, person, hub)).rejects.toThrow();
    // Somebody new is received before the keys are back, so her hub has got another key.
    await house.keys.personKey(network, newId(), hub);
  });
  const before = await opened(old, ({ house }) => house.keys.personKey(network, person, hub));
  const back = answer(await withKey(fresh, recoveryKey, keys));
  expect(back.keys).toEqual({ hubs: 0, persons: 1, destroyed: 1 });
  await opened(fresh, async ({ house }) => {
    expect((await house.keys.personKey(network, person, hub)).equals(before)).toBe(true);
    await expect(house.keys.personKey(network, erased, hub)).rejects.toThrow('erased');
  });
}, slow);

test('a restore over data is refused, and one that was cut off begins again', async () => {
  expect(refusal(await withKey(fresh, recoveryKey, data))).toMatchObject({ code: 'restore-over-data' });
  const halfway = join(parent, 'halfway');
  await opened(halfway, async () => {}).catch(() => {});
  await copyFile(join(old, 'master.key'), join(halfway, 'master.key'));
  expect((await withKey(halfway, recoveryKey, data)).code, 'another database of another key').toBe(3);
  await writeFile(join(fresh, 'restoring'), `${data}\n`);
  expect(refusal(await hadina(fresh, '--json', 'verify'))).toMatchObject({ code: 'restore-unfinished' });
  answer(await withKey(fresh, recoveryKey, data));
  expect(existsSync(join(fresh, 'restoring'))).toBe(false);
  const hubs = await opened(fresh, ({ house }) => ownerQuery(house, 'select from network.hub'));
  expect(hubs).toHaveLength(2);
}, slow);

test('a folder with another master key is told so', async () => {
  const other = join(parent, 'other');
  await opened(other, async () => {});
  await rm(join(other, 'postgres'), { recursive: true });
  expect(refusal(await withKey(other, recoveryKey, data))).toMatchObject({ code: 'master-differs' });
}, slow);
