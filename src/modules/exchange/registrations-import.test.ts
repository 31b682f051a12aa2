import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { problemText } from './problem-text.ts';
import { callFunnel } from '#modules/evidence/calls/call-funnel.query.ts';
import { regionCalls } from '#modules/evidence/calls/region-calls.query.ts';
import { deskFigures } from '#modules/evidence/desk-figures/desk-figures.query.ts';
import { announceRegistrations, unannounceRegistrations } from '#modules/incubation/registrations/announce-registrations.ts';
import { doubtsOfCall } from '#modules/incubation/registrations/doubts-of-call.query.ts';
import { settleDoubt } from '#modules/incubation/registrations/settle-doubt.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import { registerPerson } from '#modules/people/public.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { asCsv, generatedRegistrations } from '#tests/fixtures/generated-registrations.ts';
import { openCall, usualCriteria } from '#tests/fixtures/open-call.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { callsForFiles } from './bring-file/calls-for-files.query.ts';
import '#modules/directory/routes.tsx';
import '#modules/evidence/routes.tsx';
import '#modules/people/routes.tsx';
import './routes.tsx';
import { bringFile } from './bring-file/bring-file.ts';
import { checkImport, clearImport, importSheet, loadImport, publishImport, undoImport } from './public.ts';

const base64 = (bytes: string | Buffer): string => Buffer.from(bytes as string).toString('base64');
const moroccan = () => openHub({ country: 'MA', kind: 'reference-incubator', territory: 'MA-LAA' });

async function bring(world: World, actor: Actor, call: string, bytes: string | Buffer, more: Record<string, unknown> = {}) {
  const { import: of } = await act(world.house, actor, bringFile, { kind: 'registrations', call, file: base64(bytes), file_name: 'x', consent: true, ...more });
  const load = async () => { while (!(await act(world.house, actor, loadImport, { import: of })).finished); };
  return { of, load, sheet: () => ask(world.house, actor, importSheet, { import: of }) };
}
const codes = (sheet: { rows: readonly { row_number: number; problems: readonly { field: string; code: string; fatal?: true; values?: Record<string, unknown> }[] | null }[] }) =>
  sheet.rows.flatMap(({ row_number: row, problems }) => (problems ?? []).map(({ field, code, fatal, values }) => `${row} ${field} ${code}${fatal ? '!' : ''}${values?.row ? ` → ${values.row}` : ''}`));
const applications = async (world: World, call: string) => (await ownerQuery(world.house, `select n.state, n.reason, n.territory_code as place, n.import_row as row, count(distinct a.person_id)::int as persons,
    (select sum(points)::int from incubation.points p where p.application_id = n.id) as points, (select count(*)::int from incubation.answer w where w.application_id = n.id) as answers
  from incubation.application n join incubation.applicant a on a.application_id = n.id and a.left_at is null where n.call_id = $1 group by n.network_id, n.id order by n.import_row`, [call]));

const head = 'N°;الاسم الكامل / Nom et prénom;Sexe;CIN;Date de naissance;الهاتف;Province;Projet;Secteur;المرحلة / Stade;Situation;Formation suivie\n';
const list = `${head}1;فاطمة الزهراء بن علي;أنثى;;١٢/٠٣/١٩٩٠;٠٦١٢٣٤٥٦٧٨;العيون;الخياطة;الصناعة التقليدية;فكرة;بدون عمل;لا
2;Fatima Zahra Ben Ali;F;;12-03-1990;+212 612345678;Laâyoune;Couture;Artisanat;Idée;Sans emploi;Non
3;Khadija Rguibi;F;SH123456;1985;0611111111;Boujdour;Lait;Élevage;Idée;Au foyer;Oui
4;Rguibi Khadija;F;;1985;;Boujdour;Lait;Agriculture;Idée;Au foyer;Oui
5;Mariem Toubali;F;;05/05/1989;0622222222;Es-Semara;;Services;Projet existant;Activité indépendante;oui
6;Salma Toubali;F;;05/05/1989;0622222222;Es-Semara;;Services;Idée;Étudiante;
7;محمد الركيبي;ذكر;;01/02/1991;0633333333;طرفاية;;Pêche;Idée;Sans emploi;non
8;;F;;01/02/1991;;Tarfaya;;;;;
9;Zineb Alaoui;F;;04/06/1951;;Rabat;;;;;
`;

test('a list of registrations: each person once, doubts for a human, who may not take part with the reason; hidden until published', async () => {
  const world = await moroccan();
  const supervisor = await world.as('supervisor');
  const { call, code } = await openCall(world, supervisor, { sexes: ['female'], ages: [18, 64], criteria: [usualCriteria[0], { code: 'training', reads: 'training', weight: 10, most: 5, points: { yes: 5 } }] });
  const { of, load, sheet } = await bring(world, supervisor, code, list);
  const tried = await act(world.house, supervisor, checkImport, { import: of });
  expect(await applications(world, call)).toEqual([]);
  await load();
  expect((await ask(world.house, supervisor, peopleSearch, {})).total).toBe(0);
  await act(world.house, supervisor, publishImport, { import: of });
  const shown = await sheet();
  expect(shown).toMatchObject({ added: 7, refused: 2, mapping: { name: '1', answer_stage: '9', answer_sector: '8', answer_situation: '10', answer_training: '11', answer_project: '7' } });
  expect(tried).toMatchObject({ added: 7, refused: 2 });
  expect(codes(shown)).toEqual([
    '3 name registered-twice! → 2', '4 answer_sector answer-not-offered', '5 name perhaps-registered-twice → 4', '7 name perhaps-registered-twice → 6',
    '8 name ineligible-sex', '9 name name-missing!', '10 name ineligible-place', '10 name ineligible-too-old',
  ]);
  expect((await applications(world, call)).map(({ state, reason, place, persons, points, answers }) => [state, reason, place, persons, points, answers])).toEqual([
    ['applied', null, 'MA-LAA', 1, 10, 5], ['applied', null, 'MA-BOD', 1, 13, 4], ['applied', null, 'MA-BOD', 1, 13, 5], ['applied', null, 'MA-ESM', 1, 7, 4],
    ['applied', null, 'MA-ESM', 1, 5, 3], ['ineligible', 'sex', 'MA-TAF', 1, 10, 4], ['ineligible', 'place', 'MA-RAB', 1, 0, 0],
  ]);
  const twice = shown.rows.find(({ row_number }) => row_number === 3)!.problems![0]!;
  for (const [lang, says] of [['ar', 'السطر 2'], ['fr', 'ligne 2'], ['en', 'row 2']] as const) {
    expect(problemText({ locale: { lang, country: 'MA' } as never, terms: {} }, twice).replace(/[\u2068\u2069]/gu, '')).toContain(says);
  }
});

test('whoever stands in the register gets her application there, a second file brings her again and is refused; undone, everything is as before', async () => {
  const world = await moroccan();
  const supervisor = await world.as('supervisor');
  const { person } = await act(world.house, supervisor, registerPerson, { name: 'خديجة الركيبي', birth_date: '1985-02-03', consent_answer: 'given', consent_channel: 'written', consent_language: 'fr' });
  const { call, code } = await openCall(world, supervisor);
  const line = `${head}1;Khadija Rguibi;F;;03/02/1985;;Boujdour;;;;;\n2;Mariem Toubali;F;;05/05/1989;0622222222;Tarfaya;;;;;\n`;
  const first = await bring(world, supervisor, code, line);
  await first.load();
  await act(world.house, supervisor, publishImport, { import: first.of });
  expect(codes(await first.sheet())).toEqual(['2 name registered-as-known']);
  const behind = () => ownerQuery(world.house, 'select person_id from incubation.applicant where call_id = $1 and left_at is null order by person_id = $2 desc', [call, person]);
  expect(await behind()).toEqual([{ person_id: person }, { person_id: expect.any(String) }]);
  const counted = async () => (await ask(world.house, supervisor, deskFigures, {})).totals.find(({ indicator }) => indicator === 'persons-registered')!.total.value;
  await act(world.house, jobOf(world.network), announceRegistrations, { import: first.of });
  // Whoever judges may accompany one of the late ones.
  expect(await ownerQuery(world.house, "select payload -> 'input' as input from graphile_worker._private_jobs where payload ->> 'network' = $1 and payload ->> 'action' = 'incubation.find-links'", [world.network])).toEqual([{ input: { call } }]);
  expect(await counted()).toBe(2);
  const again = await bring(world, supervisor, code, `${line}3;Zineb Alaoui;F;;04/06/1999;;Tarfaya;;;;;\n`);
  await again.load();
  expect(codes(await again.sheet())).toEqual(['2 name registered-before!', '3 name registered-before!']);
  await act(world.house, supervisor, undoImport, { import: again.of });
  while (!(await act(world.house, supervisor, clearImport, { import: again.of })).finished);
  expect(await behind()).toHaveLength(2);
  await act(world.house, supervisor, undoImport, { import: first.of });
  while (!(await act(world.house, supervisor, clearImport, { import: first.of })).finished);
  expect([await applications(world, call), (await ask(world.house, supervisor, peopleSearch, {})).people.map(({ id }) => id)]).toEqual([[], [person]]);
  expect(await world.house.keys.personKey(world.network, person, world.hub)).toHaveLength(32);
  expect(await ownerQuery(world.house, 'select 1 from incubation.reached where call_id = $1', [call])).toEqual([]);
  const waiting = await ownerQuery<{ payload: { input: Record<string, unknown> } }>(world.house,
    "select payload from graphile_worker._private_jobs where payload ->> 'network' = $1 and payload ->> 'action' = 'incubation.unannounce-registrations'", [world.network]);
  for (const { payload } of waiting) await act(world.house, jobOf(world.network), unannounceRegistrations, payload.input);
  expect(await counted()).toBe(0);
});

test('a workbook with merged cells and formulas says so; without a call, or one judged already, nothing is brought', async () => {
  const world = await moroccan();
  const supervisor = await world.as('supervisor');
  const { call, code } = await openCall(world, supervisor);
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('inscrites');
  sheet.addRow(['الاسم الكامل', 'Date de naissance', 'Province', 'Situation']);
  sheet.addRow(['زينب العلوي', new Date('1999-06-04T00:00:00Z'), 'العيون', 'بدون عمل']);
  sheet.addRow([{ formula: 'A2&" "&B2' }, '٠٥/٠٥/١٩٨٩', 'Tarfaya', 'Étudiante']);
  sheet.addRow(['Mariem Toubali', '٠٥/٠٥/١٩٨٩', 'Tarfaya', 'Étudiante']);
  sheet.mergeCells('C4:D4');
  const { load, sheet: shown } = await bring(world, supervisor, code, Buffer.from(await book.xlsx.writeBuffer()));
  await load();
  const said = await shown();
  expect([said.notices.map(({ code: notice }) => notice), codes(said), said.added]).toEqual([['merged-cells'], ['3 name formula-cell!'], 2]);
  const attempt = (named: string | undefined) => act(world.house, supervisor, bringFile, { kind: 'registrations', file: base64(list), ...(named ? { call: named } : {}) });
  await expect(attempt(undefined)).rejects.toMatchObject({ code: 'exchange.call-missing' });
  await expect(attempt('no-such-call')).rejects.toMatchObject({ code: 'exchange.call-missing' });
  const later = await openCall(world, supervisor, { code: 'later', days: [3, 30] });
  await expect(attempt(later.code)).rejects.toMatchObject({ code: 'exchange.call-takes-no-files' });
  // A row brings no papers: a call that cannot be answered without one takes no file, and is not offered for one.
  const withPapers = await openCall(world, supervisor, { code: 'with-papers', papers: ['identity'] });
  await expect(attempt(withPapers.code)).rejects.toMatchObject({ code: 'exchange.call-takes-no-files' });
  expect((await ask(world.house, supervisor, callsForFiles, {})).calls.map((one) => one.code)).toEqual([code]);
  const elsewhere = await (await world.secondHub()).as('supervisor');
  await expect(act(world.house, elsewhere, bringFile, { kind: 'registrations', file: base64(list), call })).rejects.toMatchObject({ code: 'exchange.call-missing' });
});

test('in 600 generated rows sure doubles are refused, the others are told to a human, and nobody else is struck out', async () => {
  const world = await moroccan();
  const supervisor = await world.as('supervisor');
  const { call, code } = await openCall(world, supervisor);
  const file = generatedRegistrations({ rows: 600 });
  const { load, sheet } = await bring(world, supervisor, code, asCsv(file));
  await load();
  const { rows, added, refused } = await sheet();
  const found = (wanted: string) => rows.flatMap(({ row_number: row, problems }) => (problems ?? []).some(({ code: each }) => each === wanted) ? [row] : []);
  const truth = new Set(file.truth.doubles.map(({ row }) => row));
  expect(found('registered-twice').filter((row) => !truth.has(row))).toEqual([]);
  expect(added + refused).toBe(600);
  expect(added).toBeGreaterThanOrEqual(file.truth.persons);
  // Only a year, no phone and another script: nothing of such a row meets the first one but its sound.
  const missed = file.truth.doubles.filter(({ row }) => ![...found('registered-twice'), ...found('perhaps-registered-twice')].includes(row));
  expect([missed.length <= 1, missed.every(({ kind }) => kind === 'weak-date')]).toEqual([true, true]);
  expect((await applications(world, call)).every(({ persons }) => persons === 1)).toBe(true);
});

test('a doubt is settled once and by whoever types applications here; what was judged already is not struck out', async () => {
  const world = await moroccan();
  const supervisor = await world.as('supervisor');
  const { call, code } = await openCall(world, supervisor);
  const { of, load } = await bring(world, supervisor, code, `${head}1;Khadija Rguibi;F;;1985;;Boujdour;;;;;\n2;Rguibi Khadija;F;;1985;;Boujdour;;;;;\n3;Mariem Toubali;F;;05/05/1989;0622222222;Tarfaya;;;;;\n4;Salma Toubali;F;;05/05/1989;0622222222;Tarfaya;;;;;\n`);
  await load();
  await act(world.house, supervisor, publishImport, { import: of });
  const officer = await world.as('desk_officer');
  const { doubts, total } = await ask(world.house, officer, doubtsOfCall, { call });
  expect([total, doubts.map(({ later, first }) => [first.row, later.row]).sort()]).toEqual([2, [[2, 3], [4, 5]]]);
  const at = (row: number) => doubts.find(({ later }) => later.row === row)!.later.application;
  await act(world.house, officer, settleDoubt, { application: at(3), verdict: 'same' });
  await expect(act(world.house, officer, settleDoubt, { application: at(3), verdict: 'apart' })).rejects.toMatchObject({ code: 'incubation.doubt-settled' });
  await ownerQuery(world.house, "update incubation.application set state = 'selected' where id = $1", [at(5)]);
  await expect(act(world.house, officer, settleDoubt, { application: at(5), verdict: 'same' })).rejects.toMatchObject({ code: 'incubation.judged-already' });
  await expect(act(world.house, await (await world.secondHub()).as('desk_officer'), settleDoubt, { application: at(5), verdict: 'apart' })).rejects.toMatchObject({ name: 'NotFound' });
  await act(world.house, officer, settleDoubt, { application: at(5), verdict: 'apart' });
  expect((await ask(world.house, officer, callFunnel, { call })).steps.find(({ step }) => step === 'registered')).toMatchObject({ persons: 3, women: 3 });
  // Three are few: whoever does not see the persons sees no number of them, on the call's own page and in the list of calls.
  const ministry = await world.as('ministry_viewer');
  const kept = await ask(world.house, ministry, callFunnel, { call });
  const list = await ask(world.house, ministry, regionCalls, {});
  expect(new Set([...kept.steps, ...kept.places].filter(({ step }) => step === 'registered').flatMap(({ persons, women }) => [persons, women]))).toEqual(new Set([null]));
  expect([list.total, list.regions[0]!.row, list.calls.find(({ id }) => id === call)!.row].map(({ registered }) => registered)).toEqual([null, null, null]);
  expect((await applications(world, call)).map(({ row }) => row)).toEqual([2, 4, 5]);
});
