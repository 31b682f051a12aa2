import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#core/id.ts';
import { openHadina, type OpenHadina } from '#apps/open-hadina.ts';
import { hadina } from '#tests/fixtures/hadina-command.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

// The commands tell one story on one folder: each test goes on where the one before ended.
let home: string;
let running: OpenHadina;
let open = false;
let hub: string;
const command = (...words: string[]) => hadina(home, ...words);
const slow = 300_000;

beforeAll(async () => { home = await mkdtemp(join(tmpdir(), 'hadina-command-')); });
afterAll(async () => {
  if (open) await running.close();
  await rm(home, { recursive: true, force: true });
});

test('migrate makes the database, and the second time has nothing to do', async () => {
  const first = await command('--json', 'migrate');
  expect(first.code, first.err).toBe(0);
  expect(JSON.parse(first.out).done).toContain('0001-core');
  expect(await command('migrate')).toMatchObject({ code: 0, out: 'Nothing to do.\n' });
}, slow);

test('a command on a folder without a network says how to open one', async () => {
  running = await openHadina({ as: 'supervisor', env: { HADINA_HOME: home } });
  open = true;
  const refused = await command('--json', 'token', 'create', '--role', 'desk_officer', '--hub', newId());
  expect(refused.code).toBe(3);
  expect(JSON.parse(refused.err)).toMatchObject({ code: 'no-network', reason: expect.stringContaining('hadina network open-network') });
}, slow);

test('the console opens a network and a hub, whose answers are JSON', async () => {
  const opened = await command('network', 'open-network', 'names.ar=شبكة', 'names.fr=Réseau', 'countries=TN');
  expect(opened.code, opened.err).toBe(0);
  const made = await command('network', 'open-hub', 'kind=citess', 'country=TN', 'territory=TN-43', 'names.ar=مركز', 'names.fr=Centre');
  expect(made.code, made.err).toBe(0);
  hub = JSON.parse(made.out).hub;
  expect(await ownerQuery(running.house, 'select names from network.hub where id = $1', [hub])).toEqual([{ names: { ar: 'مركز', fr: 'Centre' } }]);
}, slow);

test('a dry run keeps nothing', async () => {
  const dry = await command('network', 'open-hub', '--dry-run', 'kind=citess', 'country=TN', 'territory=TN-43', 'names.fr=Essai');
  expect(dry.code, dry.err).toBe(0);
  expect(await ownerQuery(running.house, 'select id from network.hub')).toEqual([{ id: hub }]);
}, slow);

test('bad input ends with 2 and names the field', async () => {
  const [bad, json, loose, nowhere, unknown] = await Promise.all([
    command('network', 'open-hub', 'kind=castle', 'country=TN', 'territory=TN-43', 'names.fr=Essai', 'towers=4'),
    command('--json', 'network', 'open-hub', 'kind=castle'), command('network', 'open-hub', 'kind'),
    command('desk', 'ticket-board', '--hub', 'here'), command('desk', 'eat-lunch'),
  ]);
  expect(bad).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/--kind: .*\n--towers: /) });
  expect([json.code, JSON.parse(json.err).code]).toEqual([2, 'invalid-input']);
  expect(loose).toMatchObject({ code: 2, err: expect.stringMatching(/^--kind: /) });
  expect(nowhere).toMatchObject({ code: 2, err: expect.stringMatching(/^--hub: /) });
  expect(unknown.code).toBe(2);
}, slow);

test('a refusal ends with 3 and its reason', async () => {
  const refused = await command('--json', 'desk', 'open-ticket', '--hub', hub, 'via=walk-in', 'reason=project');
  expect(refused.code).toBe(3);
  expect(JSON.parse(refused.err)).toEqual({ code: 'core.role-missing', reason: expect.stringMatching(/role/) });
  expect((await command('desk', 'listening-notes', '--hub', hub, `ticket=${newId()}`)).code, 'sealed matters are not for the console').toBe(3);
}, slow);

test('a token does what its role may at its hub, in the same words', async () => {
  const made = await command('token', 'create', '--role', 'desk_officer', '--hub', hub, '--name', 'a test');
  expect(made.code, made.err).toBe(0);
  const token = made.out.trim();
  const [opened, stranger] = await Promise.all([
    command('desk', 'open-ticket', '--token', token, '--via', 'walk-in', '--reason', 'project'),
    command('--json', 'desk', 'open-ticket', '--token', 'x'.repeat(64), 'via=walk-in'),
  ]);
  expect(opened.code, opened.err).toBe(0);
  expect(JSON.parse(opened.out)).toMatchObject({ number: 1 });
  expect(stranger).toMatchObject({ code: 3, err: expect.stringContaining('core.sign-in-first') });
}, slow);

test('verify ends with 0 while every link holds, and with 3 and the event once one was changed', async () => {
  const whole = await command('verify');
  expect(whole).toMatchObject({ code: 0, out: expect.stringMatching(/^network [0-9a-f-]{36}: \d+ events, every link holds$/m) });
  expect(whole.out).toMatch(/^network [0-9a-f-]{36}: \d+ files of persons, \d+ people, each counted once$/m);
  const [event] = await ownerQuery<{ id: string }>(running.house, "update core.event set body = '{\"via\":\"phone\"}' where name = 'desk.ticket-opened' returning id");
  const [broken, json] = await Promise.all([command('verify'), command('--json', 'verify')]);
  expect(broken).toMatchObject({ code: 3, out: expect.stringContaining(`event ${event!.id}`) });
  expect(JSON.parse(json.out).verdicts).toContainEqual(expect.objectContaining({ broken: expect.objectContaining({ event: event!.id }) }));
}, slow);

test('a database that a newer Hadina used is refused and left as it was', async () => {
  await ownerQuery(running.house, "insert into migration.done (number, name, checksum) values (9999, '9999-tomorrow', 'x')");
  await running.close();
  open = false;
  const refused = await command('--json', 'migrate');
  expect(refused.code).toBe(3);
  expect(JSON.parse(refused.err)).toMatchObject({ code: 'database-newer', reason: expect.stringContaining('9999-tomorrow') });
}, slow);
