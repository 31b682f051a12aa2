import { expect, it } from 'vitest';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { act, ask } from '#core/pipeline.ts';
import { layBaitFile, plantBaitFile } from '#modules/people/brakes/plant-bait-file.ts';
import { alarmList } from '#modules/people/brakes/alarm-list.query.ts';
import { askedToSee } from '#tests/fixtures/asked-to-see.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import '#modules/rights/routes.tsx';
import { openRequest } from '../open-request/open-request.ts';
import { personPack } from './person-pack.query.ts';

async function atCounter() {
  const world = await openHub();
  return { world, desk: await openDesk(world), auditor: await world.as('dpo') };
}

it('far more files in a day than one follows: what is kept of her does not open either, and those who must know are told', async () => {
  const { world, desk, auditor } = await atCounter();
  const request = await askedToSee(world, desk.officer, await desk.person());
  await ownerQuery(world.house, `insert into core.look (network_id, id, at, hub_id, account_id, app, action, person_id, compartment, outcome, fields)
    select $1, gen_random_uuid(), now() - interval '1 hour', $2, $3, 'web', 'rights.person-pack', gen_random_uuid(), 'C1b', 'opened', '{}' from generate_series(1, 61)`,
  [world.network, world.hub, desk.officer.account]);
  await expect(ask(world.house, desk.officer, personPack, { request })).rejects.toMatchObject({ code: 'core.reads-stopped' });
  expect((await ask(world.house, auditor, alarmList, {})).alarms).toMatchObject([{ kind: 'reads-stopped', files: 62 }]);
});

it('a sheet counts as a look at her even when nothing sealed is kept of her', async () => {
  const { world, desk } = await atCounter();
  const person = await desk.person();
  const request = await askedToSee(world, desk.officer, person);
  await ask(world.house, desk.officer, personPack, { request });
  expect(await ownerQuery(world.house, 'select account_id, compartment, outcome from core.look where person_id = $1', [person]))
    .toEqual([{ account_id: desk.officer.account, compartment: 'C1b', outcome: 'opened' }]);
});

it('all that is kept of bait raises an alarm', async () => {
  const { world, desk, auditor } = await atCounter();
  await act(world.house, auditor, plantBaitFile, { hub: world.hub, name: 'Yosra Belkadhi', birth_year: 1986, sex: 'female' });
  const [job] = await ownerQuery<{ payload: { input: { person: string } } }>(world.house,
    "select payload from graphile_worker._private_jobs where payload ->> 'action' = 'people.lay-bait-file' and payload ->> 'network' = $1", [world.network]);
  await act(world.house, jobOf(world.network), layBaitFile, job!.payload.input);
  const request = await askedToSee(world, desk.officer, job!.payload.input.person);
  expect((await ask(world.house, auditor, alarmList, {})).alarms).toEqual([]);
  await ask(world.house, desk.officer, personPack, { request });
  expect((await ask(world.house, auditor, alarmList, {})).alarms).toMatchObject([{ kind: 'bait-opened' }]);
});

it('who proved long ago who she is shows it again first, on paper, as a file and as a list of looks', async () => {
  const { world, desk } = await atCounter();
  const person = await desk.person();
  const stale = { ...desk.officer, provedAt: new Date(Date.now() - 16 * 60_000) };
  await expect(act(world.house, stale, openRequest, { person, kind: 'access', identified_by: ['paper', 'card'] })).rejects.toMatchObject({ code: 'core.not-fresh' });
  const request = await askedToSee(world, desk.officer, person);
  await expect(ask(world.house, stale, personPack, { request })).rejects.toMatchObject({ code: 'core.not-fresh' });
  const web = await openWeb(world);
  await web.cookies(stale);
  await ownerQuery(world.house, "update network.account set password_set_at = now() - interval '1 hour' where id = $1", [desk.officer.account]);
  await ownerQuery(world.house, "update network.session set proved_at = now() - interval '16 minutes', second_at = now() - interval '16 minutes' where account_id = $1", [desk.officer.account]);
  const base = `/people/${person}/rights/${request}`;
  for (const address of [`${base}/pack`, `${base}/pack.pdf`, `${base}/looks`, `/my-data/${request}`]) {
    const answer = await web.get(address, stale);
    expect([address, answer.status, answer.headers.get('location')?.startsWith('/prove-again?next=')]).toEqual([address, 303, true]);
  }
});
