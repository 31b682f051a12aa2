import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { localeOf } from '#core/words/locale.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import '../routes.tsx';
import { entryKinds } from '../codes.ts';
import { fileSheet } from '../file-sheet/file-sheet.query.ts';
import { protectedFigures } from '../figures/protected-figures.query.ts';
import { openFile } from '../open-file/open-file.ts';
import { confidentialWords } from '../words.ts';
import { entryFields, fieldCodes } from './entry-fields.ts';
import { entryForm } from './entry-form.query.ts';
import { codeWord, fieldWord } from './entry-words.ts';
import { writeEntry } from './write-entry.ts';

async function openOne(kind?: 'domestic_work') {
  const world = await openHub();
  const officer = await world.as('protection_officer');
  const { file } = await act(world.house, officer, openFile, { called: 'Fleur', ...(kind ? { kind } : {}) });
  const write = (entry: Record<string, unknown>) => act(world.house, officer, writeEntry, { file, ...entry } as never);
  return { world, officer, file, write };
}

it('keeps a safety plan, an incident and a meeting by their fields, sealed, and shows them as they were told', async () => {
  const { world, officer, file, write } = await openOne();
  await write({ kind: 'safety_plan', signs: 'Il boit le vendredi.', go_to: 'Chez Qzsister', signal: 'Le linge rouge', bag: ['papers', 'money'] });
  await write({ kind: 'incident', on: '2026-11-01', what: ['threat', 'money'], where: 'home', whom: 'husband' });
  await write({ kind: 'meeting', on: '2031-05-04', hour: '14:30', place: 'Au hub, porte bleue' });
  const { entries } = await ask(world.house, officer, fileSheet, { file });
  expect(entries.map(({ kind, ...told }) => [kind, told])).toMatchObject([
    ['meeting', { on: '2031-05-04', hour: '14:30', place: 'Au hub, porte bleue' }],
    ['incident', { what: ['threat', 'money'], where: 'home', whom: 'husband' }],
    ['safety_plan', { go_to: 'Chez Qzsister', bag: ['papers', 'money'] }],
  ]);
  const rows = await ownerQuery(world.house, 'select e::text as row from confidential.entry e where file_id = $1', [file]);
  expect(JSON.stringify(rows)).not.toMatch(/Qzsister|husband|money/);
});

it('refuses what a kind does not ask for, what it needs, an empty page and an end before its beginning', async () => {
  const { write } = await openOne();
  await expect(write({ kind: 'incident', employer: 'Mme S.' })).rejects.toMatchObject({ code: 'confidential.not-asked', field: 'employer' });
  await expect(write({ kind: 'meeting', place: 'Ici' })).rejects.toMatchObject({ code: 'confidential.field-missing', field: 'on' });
  await expect(write({ kind: 'safety_plan' })).rejects.toMatchObject({ code: 'confidential.nothing-said' });
  await expect(write({ kind: 'work_contract', begins_on: '2026-12-01', ends_on: '2026-11-01', term: 'fixed', wage: 500, wage_per: 'month', week_hours: 48, rest: 'weekly' }))
    .rejects.toMatchObject({ code: 'confidential.ends-before', field: 'ends_on' });
  await expect(write({ kind: 'work_contract', begins_on: '2026-12-01', term: 'open', wage: 500, wage_per: 'month', rest: 'weekly' })).rejects.toMatchObject({ code: 'confidential.field-missing', field: 'week_hours' });
});

it('sends her safely to a body with a protected service, by her yes, and keeps the answer beside it', async () => {
  const { world, officer, file, write } = await openOne();
  const [body, other] = ['019a0000-0000-7000-8000-00000000000a', '019a0000-0000-7000-8000-00000000000b'];
  for (const [id, names, delicate] of [[body, { fr: 'Association Amal' }, true], [other, { fr: 'Club' }, false]] as const) {
    await ownerQuery(world.house, `insert into network.organization (network_id, id, names, sector, kind, listed, registered_at) values ($1, $2, $3, 'civil', 'association', true, now())`, [world.network, id, names]);
    await ownerQuery(world.house, `insert into directory.service (network_id, id, hub_id, organization_id, names, type_codes, modes, delicate, verified_at, created_at, updated_at)
      values ($1, gen_random_uuid(), $2, $3, '{"fr": "Service"}', '{legal-support}', '{on-site}', $4, now(), now(), now())`, [world.network, world.hub, id, delicate]);
  }
  expect((await ask(world.house, officer, entryForm, { file })).bodies).toEqual([{ id: body, names: { fr: 'Association Amal' } }]);
  const refer = (more: object) => write({ kind: 'safe_referral', words: 'Hébergement', shares: ['first_name', 'need'], ...more });
  await expect(refer({ body })).rejects.toMatchObject({ code: 'confidential.not-agreed' });
  await expect(refer({ body: other, agreed: 'on' })).rejects.toMatchObject({ code: 'confidential.body-unknown' });
  const { entry } = await refer({ body, agreed: 'on' });
  await expect(write({ kind: 'referral_answer', answer: 'accepted', referral: file })).rejects.toMatchObject({ code: 'confidential.referral-unknown' });
  await write({ kind: 'referral_answer', answer: 'accepted', referral: entry });
  expect((await ask(world.house, officer, fileSheet, { file })).entries).toMatchObject([{ kind: 'referral_answer', answer: 'accepted', referral: entry }, { kind: 'safe_referral', bodyNames: { fr: 'Association Amal' } }]);
});

it('leads from informal to declared work, each step with its day', async () => {
  const { world, officer, file, write } = await openOne('domestic_work');
  await write({ kind: 'work_situation', employer: 'Mme Ben S.', via: 'office', office: 'Bureau El Amal', union: 'UGTT Sfax', wage: '350', wage_per: 'month', week_hours: '60', rest: 'none', kept_back: ['papers'] });
  await write({ kind: 'work_outcome', standing: 'informal', on: '2026-09-01' });
  await write({ kind: 'work_registration', registration: 'registered', on: '2026-11-10', number: '12345678' });
  await write({ kind: 'work_outcome', standing: 'declared', on: '2026-11-10' });
  const sheet = await ask(world.house, officer, fileSheet, { file });
  expect(sheet.kind).toBe('domestic_work');
  await write({ kind: 'work_outcome', standing: 'declared', on: '2026-11-20' });
  expect(await ownerQuery(world.house, 'select declared_on::text as on from confidential.counted_file where file_id = $1', [file])).toEqual([{ on: '2026-11-10' }]);
  expect(sheet.entries.map(({ standing, on }) => [standing, on])).toEqual([['declared', '2026-11-10'], [undefined, '2026-11-10'], ['informal', '2026-09-01'], [undefined, undefined]]);
});

it('counts declared work by finished year, from ten on, in steps of five, for whoever audits', async () => {
  const world = await openHub();
  const { house } = world;
  const officer = await world.as('protection_officer');
  for (let n = 0; n < 11; n++) await act(house, officer, openFile, { called: `W${n}`, kind: 'domestic_work' });
  const [last, dpo] = [new Date().getUTCFullYear() - 1, await world.as('dpo', { scope: 'hub' })];
  await ownerQuery(house, `update confidential.counted_file set declared_on = make_date($2, 6, 1) where network_id = $1`, [world.network, last]);
  expect((await ask(house, dpo, protectedFigures, {}))[0]).toEqual({ year: last, opened: null, declared: 10 });
  await ownerQuery(house, `update confidential.counted_file set declared_on = null where file_id in (select file_id from confidential.counted_file where network_id = $1 limit 2)`, [world.network]);
  expect((await ask(house, dpo, protectedFigures, {}))[0]).toMatchObject({ declared: null });
});

it('has a word for every field and every code, in three languages', () => {
  for (const lang of ['ar', 'fr', 'en'] as const) {
    const reader = { locale: localeOf(lang, 'TN'), terms: {} };
    const said = [...entryKinds.flatMap((kind) => [confidentialWords(reader)(`entry.${kind}`), ...entryFields[kind].map(({ name }) => fieldWord(reader, kind, name))]),
      ...Object.entries(fieldCodes).flatMap(([name, codes]) => codes.map((code) => codeWord(reader, name, code)))];
    expect(said.filter((word) => /^(field|code|entry)\./.test(word))).toEqual([]);
  }
});
