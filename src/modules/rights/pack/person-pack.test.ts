import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { askedToSee } from '#tests/fixtures/asked-to-see.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { writeListeningNote } from '#modules/desk/listening/write-listening-note.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import '#modules/rights/routes.tsx';
import { keptElsewhere, keptTables } from '../kept/kept-tables.ts';
import { openRequest } from '../open-request/open-request.ts';
import { personPack } from './person-pack.query.ts';

async function lived() {
  const world = await openHub();
  const desk = await openDesk(world);
  const person = await desk.person('زينب الورتاني');
  await act(world.house, desk.officer, recordConsent, { person, purpose: 'service', answer: 'given', channel: 'written', language: 'ar-TN' });
  const ticket = await desk.visit(person);
  await act(world.house, desk.officer, setContact, { person, phone: '+216 22 345 678', phone_owner: 'self' });
  await act(world.house, desk.officer, writeListeningNote, { ticket, note: 'حديث عن مشروع الخياطة' });
  return { world, desk, person, ticket };
}

it('gives her everything the hub keeps of her, opened, with who looked, and nothing of anybody else', async () => {
  const { world, desk, person } = await lived();
  const other = await desk.person('سلمى بن عمر');
  const request = await askedToSee(world, desk.officer, person);
  const pack = await ask(world.house, desk.officer, personPack, { request });
  const rows = (table: string) => pack.sections.find((section) => section.table === table)?.rows ?? [];
  expect(rows('people.person')).toMatchObject([{ id: person, name: 'زينب الورتاني' }]);
  expect(rows('people.person_contact')).toMatchObject([{ kind: 'phone', sealed: '+21622345678' }]);
  expect(rows('desk.listening_note')).toMatchObject([{ note: 'حديث عن مشروع الخياطة' }]);
  expect(rows('people.consent')).toHaveLength(1);
  expect(JSON.stringify(pack)).not.toContain(other);
  expect(JSON.stringify(pack)).not.toContain('network_id');
  const again = await ask(world.house, desk.officer, personPack, { request });
  expect(again.sections.find(({ table }) => table === 'core.look')?.rows.some(({ action }) => action === 'rights.person-pack')).toBe(true);
});

it('is told from every table that names a person: each is declared or stands on the reasoned list', async () => {
  const { world } = await lived();
  const named = await ownerQuery<{ name: string }>(world.house, `select distinct n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^(pg_|information_schema|chain_)'
      and a.attname in ('person_id', 'spoken_to_id', 'acting_person_id', 'key_owner_id', 'survivor_id', 'absorbed_id', 'first_id', 'second_id', 'subject_person_id')`);
  const told = new Set([...keptTables.map(({ table }) => table), ...Object.keys(keptElsewhere)]);
  expect(named.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([]);
  expect(named.length).toBeGreaterThan(25);
});

it('opens for a day, at her hub, to who stands at the counter, once two things told that it is she', async () => {
  const { world, desk, person } = await lived();
  await expect(act(world.house, desk.officer, openRequest, { person, kind: 'access', identified_by: ['paper'] })).rejects.toMatchObject({ code: 'rights.not-identified' });
  await expect(act(world.house, desk.officer, openRequest, { person, kind: 'correct', identified_by: ['paper', 'card'] })).rejects.toMatchObject({ code: 'rights.say-what' });
  const request = await askedToSee(world, desk.officer, person);
  const elsewhere = await (await world.secondHub()).as('desk_officer');
  await expect(ask(world.house, elsewhere, personPack, { request })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(ask(world.house, await world.as('hub_manager'), personPack, { request })).rejects.toMatchObject({ code: expect.stringMatching(/^core\./) });
  await ownerQuery(world.house, `update rights.request set until_at = now() - interval '1 minute' where id = $1`, [request]);
  await expect(ask(world.house, desk.officer, personPack, { request })).rejects.toMatchObject({ name: 'NotFound' });
});

it('the login of rights meets no row of somebody who did not ask', async () => {
  const { world, desk, person } = await lived();
  const request = await askedToSee(world, desk.officer, await desk.person('سلمى بن عمر'));
  const pack = await ask(world.house, desk.officer, personPack, { request });
  expect(JSON.stringify(pack)).not.toContain(person);
  const client = await world.house.rights.connect();
  try {
    await client.query(`begin; set local app.network = '${world.network}'; set local app.hub = '${world.hub}'`);
    const { rows } = await client.query('select id from people.person');
    expect(rows.map(({ id }) => id)).not.toContain(person);
    expect((await client.query('select id from people.person_contact')).rows).toEqual([]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

it('is read on paper in three languages and as a file for machines', async () => {
  const { world, desk, person } = await lived();
  const web = await openWeb(world);
  const page = await web.get(`/people/${person}/rights`, desk.officer);
  expect(page.status).toBe(200);
  const request = await askedToSee(world, desk.officer, person);
  for (const [lang, title] of [['ar', 'ما يحتفظ به هذا المركز عنك'], ['fr', 'Ce que ce lieu garde de vous'], ['en', 'What this hub keeps of you']] as const) {
    const sheet = await (await web.get(`/people/${person}/rights/${request}/pack?in=${lang}`, desk.officer)).text();
    expect(sheet).toContain(title);
    expect(sheet).toContain('+21622345678');
  }
  const pdf = Buffer.from(await (await web.get(`/people/${person}/rights/${request}/pack.pdf?in=ar`, desk.officer)).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const file = await web.get(`/my-data/${request}`, desk.officer);
  expect(file.headers.get('content-type')).toContain('application/json');
  expect(JSON.parse(await file.text()).sections.length).toBeGreaterThan(5);
  expect(await (await web.get(`/people/${person}/rights/${request}/looks?in=fr`, desk.officer)).text()).toContain('Qui a consulté');
});

it('tells the same in the same order, however her rows lie in the table', async () => {
  const { world, desk, person } = await lived();
  const request = await askedToSee(world, desk.officer, person);
  const told = async () => (await ask(world.house, desk.officer, personPack, { request })).sections.find(({ table }) => table === 'people.name_word')?.rows;
  const before = await told();
  await ownerQuery(world.house, `with gone as (delete from people.name_word where person_id = $1 and word = $2 returning *)
    insert into people.name_word select * from gone`, [person, (before![0] as { word: string }).word]);
  expect(before!.length).toBeGreaterThan(3);
  expect(await told()).toEqual(before);
});
