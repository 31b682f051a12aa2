import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { newId } from '#core/id.ts';
import { peopleSearch } from '../people-search/people-search.ts';
import { personContact } from '../person-contact/person-contact.ts';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { lifeNotes } from '../write-life-note/life-notes.ts';
import { recordConsent } from '../record-consent/record-consent.ts';
import { setContact } from '../set-contact/set-contact.ts';
import { whoLooked } from '../who-looked/who-looked.ts';
import { alarmList } from './alarm-list.query.ts';
import { alarmsWaiting } from './alarms-waiting.query.ts';
import { answerAlarm } from './answer-alarm.ts';
import { layBaitFile, plantBaitFile } from './plant-bait-file.ts';

/** As if she had opened the files of so many other persons already, an hour ago. */
const lookedAt = ({ house, network, hub }: World, reader: Actor, many: number) =>
  ownerQuery(house, `insert into core.look (network_id, id, at, hub_id, account_id, app, action, person_id, compartment, outcome, fields)
    select $1, gen_random_uuid(), now() - interval '1 hour', $2, $3, 'web', 'people.person-contact', gen_random_uuid(), 'C1a', 'opened', '{}' from generate_series(1, $4::int)`, [network, hub, reader.account, many]);

async function openCounter() {
  const world = await openHub();
  const desk = await openDesk(world);
  const person = await desk.person();
  await act(world.house, desk.officer, recordConsent, { person, purpose: 'service', answer: 'given', channel: 'written', language: 'ar-TN' });
  await desk.visit(person);
  await act(world.house, desk.officer, setContact, { person, address: 'Rue de l’Olivier 7' });
  const look = (reader: Actor = desk.officer) => ask(world.house, reader, personContact, { person });
  return { world, desk, person, look };
}

const longAgo = (reader: Actor): Actor => ({ ...reader, provedAt: new Date(Date.now() - 3_600_000) });

it('a busy day at the counter is stopped by nothing; far beyond it one shows again who one is, then nothing opens and those who must know are told', async () => {
  const { world, desk, look } = await openCounter();
  const { officer } = desk;
  const auditor = await world.as('dpo', { scope: 'network' });
  const supervisor = await world.as('supervisor');
  await lookedAt(world, officer, 44);
  await look(longAgo(officer));
  const other = await world.as('supervisor');
  await lookedAt(world, other, 46);
  await expect(look(longAgo(other))).rejects.toMatchObject({ code: 'core.not-fresh' });
  expect(await ask(world.house, auditor, alarmsWaiting, {})).toBe(0);
  await look({ ...other, provedAt: new Date() });
  await lookedAt(world, other, 20);
  // What she has open already stays open to her.
  await look({ ...other, provedAt: new Date() });
  const third = await world.as('supervisor');
  await lookedAt(world, third, 61);
  for (let again = 0; again < 2; again++) await expect(look({ ...third, provedAt: new Date() })).rejects.toMatchObject({ code: 'core.reads-stopped' });
  expect(await ask(world.house, auditor, alarmsWaiting, {})).toBe(1);
  const { alarms } = await ask(world.house, auditor, alarmList, {});
  expect(alarms).toMatchObject([{ kind: 'reads-stopped', files: 62, finding: null }]);
  expect((await ask(world.house, supervisor, alarmList, {})).alarms).toHaveLength(1);
  expect((await ask(world.house, third, alarmList, {})).alarms).toEqual([]);

  await act(world.house, auditor, answerAlarm, { alarm: alarms[0]!.id, finding: 'explained' });
  await look({ ...third, provedAt: new Date() });
  await expect(act(world.house, auditor, answerAlarm, { alarm: alarms[0]!.id, finding: 'misuse' })).rejects.toMatchObject({ code: 'people.alarm-answered' });
  await expect(act(world.house, supervisor, answerAlarm, { alarm: alarms[0]!.id, finding: 'explained' })).rejects.toMatchObject({ code: 'core.role-missing' });
});

it('who follows many may open many', async () => {
  const { world, desk, look, person } = await openCounter();
  const { officer } = desk;
  await ownerQuery(world.house, `insert into people.access_grant (network_id, id, hub_id, person_id, basis, basis_id, from_at, until_at, granted_by)
    select $1, gen_random_uuid(), $2, p.id, 'need', gen_random_uuid(), now(), now() + interval '1 day', $3 from people.person p where p.network_id = $1 and p.id = $4`, [world.network, world.hub, officer.account, person]);
  await lookedAt(world, officer, 70);
  await expect(look()).rejects.toMatchObject({ code: 'core.reads-stopped' });
  await ownerQuery(world.house, `insert into desk.ticket (network_id, id, hub_id, day, number, via, reason, arrived_at, opened_at, state, called_at, called_by)
    select $1, gen_random_uuid(), $2, current_date, n, 'walk-in', 'talk', now(), now(), 'called', now(), $3 from generate_series(900, 930) n`, [world.network, world.hub, officer.account]);
  await look();
});

it('bait lies among the others, is counted nowhere, and whoever tries to open it raises an alarm and learns nothing', async () => {
  const { world, desk } = await openCounter();
  const auditor = await world.as('dpo', { scope: 'network' });
  const supervisor = await world.as('supervisor');
  await act(world.house, auditor, plantBaitFile, { hub: world.hub, name: 'Yosra Belkadhi', birth_year: 1986, sex: 'female' });
  const [planted] = await ownerQuery<{ payload: { input: { person: string } } }>(world.house,
    "select payload from graphile_worker._private_jobs where payload ->> 'action' = 'people.lay-bait-file' and payload ->> 'network' = $1", [world.network]);
  const { input } = planted!.payload;
  await act(world.house, jobOf(world.network), layBaitFile, input);
  const bait = input.person;

  expect(JSON.stringify(await ask(world.house, desk.officer, peopleSearch, { q: 'Yosra Belkadhi' }))).toContain(bait);
  // Every way to her file tells, the ordinary sheet too; a second way within the minute is the same alarm.
  const alarms = async () => (await ask(world.house, auditor, alarmList, {})).alarms;
  const ways = [(who: Actor) => ask(world.house, who, personSheet, { person: bait }), (who: Actor) => ask(world.house, who, lifeNotes, { person: bait }), (who: Actor) => ask(world.house, who, personContact, { person: bait })];
  for (const [at, way] of ways.entries()) {
    const reader = await world.as('desk_officer');
    await way(reader);
    expect((await alarms()).map(({ kind }) => kind)).toEqual(Array.from({ length: at + 1 }, () => 'bait-opened'));
  }
  const often = await world.as('case_worker');
  const minute = () => Math.floor(Date.now() / 60_000);
  for (let began = -1; began !== minute();) {
    const before = (await alarms()).length;
    began = minute();
    for (const way of ways) await way(often);
    if (began === minute()) expect((await alarms()).length - before).toBe(1);
  }
  // Her sheet is like that of anybody who was registered and said yes.
  const { person: ordinary } = await act(world.house, desk.officer, registerPerson, { name: 'Yosra Mahjoubi', birth_year: 1986, sex: 'female', consent_answer: 'given', consent_channel: 'written' });
  const bare = (value: unknown) => JSON.stringify(value).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'at').replace(/"code":"[\w-]+"/, '').replace(/Yosra \w+/g, 'her');
  const sheet = await ask(world.house, desk.officer, personSheet, { person: bait });
  expect(sheet.events.map(({ name }) => name)).toContain('people.person-registered');
  expect(bare(sheet)).toBe(bare(await ask(world.house, desk.officer, personSheet, { person: ordinary })));
  expect(await ask(world.house, desk.officer, personContact, { person: bait })).toEqual({ open: false });
  expect((await ask(world.house, supervisor, alarmList, {})).alarms).toEqual([]);
  const page = await (await (await openWeb(world)).get('/alarms', auditor)).text();
  expect(page).not.toContain('Belkadhi');
  await expect(act(world.house, supervisor, plantBaitFile, { hub: world.hub, name: 'Yosra Belkadhi', sex: 'female' })).rejects.toMatchObject({ code: 'core.role-missing' });
  await expect(act(world.house, auditor, plantBaitFile, { hub: newId(), name: 'Yosra Belkadhi', sex: 'female' })).rejects.toMatchObject({ name: 'NotFound' });
});

it('each look says why: for the visit that is open', async () => {
  const { world, look, person } = await openCounter();
  await look();
  expect(await ask(world.house, await world.as('supervisor'), whoLooked, { person })).toMatchObject([{ outcome: 'opened', purpose: 'visit' }]);
});
