import { sql } from 'kysely';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { documentFile } from '#modules/documents/public.ts';
import '#modules/documents/routes.tsx';
import { callToAnswer } from '#tests/fixtures/call-to-answer.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { applicationReceipt } from '../application/application-receipt.query.ts';
import { applicationSheet } from '../application/application-sheet.query.ts';
import { withdrawApplication } from '../application/withdraw-application.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { applicationCheck } from '../submit/application-check.query.ts';
import { applicationPapers } from './application-papers.query.ts';
import { handInPaper } from './hand-in-paper.ts';
import { takeBackPaper } from './take-back-paper.ts';

const refused = (code: string) => ({ code: `incubation.${code}` });
const hidden = { name: 'NotFound' };
const canary = 'canary-paper-88';

it('papers come in files or are shown at the desk, sealed; without a required one nothing is handed in, and afterwards the lead alone opens them', async () => {
  const test = await callToAnswer(await openHub(), { papers: ['identity', 'quotes', 'disability'], papers_required: ['identity', 'public-letter'] });
  const { world, world: { house }, officer, call } = test;
  await test.publish();
  expect((await ask(house, officer, callSheet, { call })).call.papers.map(({ code, required }) => [code, required === true]))
    .toEqual([['identity', true], ['quotes', false], ['public-letter', true], ['disability', false]]);
  const { application } = await test.begin(await test.woman('نجلاء الورغي'));
  await test.save(application);
  const picture = (await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c84' } }).jpeg().withExif({ IFD0: { ImageDescription: canary } }).toBuffer()).toString('base64');
  const hand = (code: string, more: Record<string, unknown>, by: Actor = officer) => act(house, by, handInPaper, { application, code, ...more });
  await expect(hand('identity', {})).rejects.toMatchObject(refused('paper-nothing'));
  await expect(hand('diploma', { shown: true })).rejects.toMatchObject(refused('paper-not-asked'));
  await expect(hand('identity', { file: Buffer.from('nothing of the kind').toString('base64') })).rejects.toMatchObject(refused('file-kind'));
  await expect(test.submit(application)).rejects.toMatchObject({ ...refused('papers-missing'), values: { count: 2 }, offer: { papers: ['identity', 'public-letter'] } });
  await hand('identity', { file: picture, file_name: 'C:\\scan\\CIN.jpg' });
  await hand('quotes', { file: picture });
  await hand('disability', { shown: true });
  await expect(hand('disability', { shown: true })).rejects.toMatchObject(refused('paper-shown-already'));
  expect((await ask(house, officer, applicationCheck, { application })).missingPapers.map(({ code }) => code)).toEqual(['public-letter']);

  // It opens while it is typed, rewritten without what the camera wrote; on the disk it lies sealed.
  const papers = async (by: Actor = officer) => (await ask(house, by, applicationPapers, { application })).papers;
  const [identity, quotes] = await papers();
  expect((await papers()).map(({ code, opens }) => [code, opens])).toEqual([['identity', true], ['quotes', true], ['disability', false]]);
  const content = Buffer.from((await ask(house, officer, documentFile, { document: identity!.document! })).content, 'base64');
  expect([content.subarray(0, 2).toString('hex'), content.includes(canary)]).toEqual(['ffd8', false]);
  const [row] = await ownerQuery<{ compartment: string; sealed_title: Buffer; sealed: Buffer }>(house, 'select d.compartment, d.sealed_title, p.sealed from documents.document d join documents.piece p on p.document_id = d.id where d.id = $1', [identity!.document]);
  expect([row!.compartment, row!.sealed_title.includes('CIN'), row!.sealed.includes(content.subarray(0, 24))]).toEqual(['C1b', false, false]);

  // Taken back, its content is destroyed; a second press finds nothing.
  await act(house, officer, takeBackPaper, { application, paper: quotes!.id });
  await expect(act(house, officer, takeBackPaper, { application, paper: quotes!.id })).rejects.toMatchObject(hidden);
  expect(await ownerQuery(house, 'select 1 from documents.piece where document_id = $1', [quotes!.document])).toEqual([]);

  // Who judges, decides on money or teaches does not even learn which papers came.
  const rowsFor = (by: Actor) => inTransaction(house.app, beginFor(by), (tx) => sql`select code from incubation.paper where application_id = ${application}`.execute(tx).then(({ rows }) => rows.length), false);
  for (const role of ['funding_officer', 'hub_manager', 'trainer', 'coach'] as const) {
    const other = await world.as(role);
    expect([(await ask(house, other, applicationSheet, { application })).papers, await rowsFor(other)], role).toEqual([[], 0]);
    await expect(hand('identity', { shown: true }, other)).rejects.toMatchObject({ code: 'core.role-missing' });
  }
  expect(await rowsFor(officer)).toBe(3);
  const there = await world.secondHub();
  await expect(papers(await there.as('desk_officer'))).rejects.toMatchObject(hidden);

  // Sixty are enough.
  await ownerQuery(house, `insert into incubation.paper (network_id, id, hub_id, application_id, person_id, code, handed_at)
    select network_id, gen_random_uuid(), hub_id, id, person_id, 'statutes', now() from incubation.application, generate_series(1, 58) where id = $1`, [application]);
  await expect(hand('quotes', { file: picture })).rejects.toMatchObject(refused('papers-too-many'));
  await ownerQuery(house, `delete from incubation.paper where application_id = $1 and code = 'statutes'`, [application]);

  // Handed in: the slip names what came, the files close to the desk, and nothing is added or taken out.
  await hand('public-letter', { shown: true });
  await test.submit(application);
  expect((await ask(house, officer, applicationReceipt, { application })).papers.map(({ code, document }) => [code, document !== null])).toEqual([['identity', true], ['disability', false], ['public-letter', false]]);
  const lead = await world.as('supervisor');
  await expect(ask(house, officer, documentFile, { document: identity!.document! })).rejects.toMatchObject(hidden);
  expect((await ask(house, lead, documentFile, { document: identity!.document! })).mediaType).toBe('image/jpeg');
  expect([(await papers())[0]!.opens, (await papers(lead))[0]!.opens]).toEqual([false, true]);
  await expect(hand('quotes', { shown: true })).rejects.toMatchObject(refused('application-handed-in'));
  await expect(act(house, lead, takeBackPaper, { application, paper: identity!.id })).rejects.toMatchObject(refused('application-handed-in'));
  // No event says which paper it was.
  const told = await ownerQuery<{ body: unknown }>(house, `select body from core.event where subject_id = $1 and name like 'incubation.paper-%'`, [application]);
  expect([told.length, JSON.stringify(told)]).toEqual([5, expect.not.stringMatching(/identity|disability|quotes/)]);

  // By SQL too a paper goes one way, and a door leads to an application of the hub that makes it.
  const by = (actor: Actor, what: ReturnType<typeof sql>) => inTransaction(house.app, beginFor(actor), (tx) => what.execute(tx).then(({ numAffectedRows }) => Number(numAffectedRows)), false);
  const stranger = await there.as('desk_officer');
  await expect(by(officer, sql`update incubation.paper set taken_back_at = null where application_id = ${application}`)).rejects.toMatchObject({ code: '42501' });
  await expect(by(stranger, sql`insert into incubation.application_door (network_id, hub_id, call_id, application_id, person_id, code, door, made_at, made_by)
    values (${world.network}, ${there.hub}, ${call}, ${application}, ${(await ask(house, officer, applicationPapers, { application })).person}, 'ACDEFHJK', decode(repeat('ab', 32), 'hex'), now(), ${stranger.account})`)).rejects.toMatchObject({ code: '42501' });

  // She takes it back: what her papers were for is over, and their files are destroyed though the desk could open them no more.
  await act(house, officer, withdrawApplication, { application, reason: 'her_wish' });
  expect(await ownerQuery(house, 'select d.withdrawn_why, (select count(*)::int from documents.piece p where p.document_id = d.id) as left from documents.document d where d.id = $1', [identity!.document])).toEqual([{ withdrawn_why: 'her_wish', left: 0 }]);
  expect(await ownerQuery(house, 'select code from incubation.paper where application_id = $1 and taken_back_at is null', [application])).toEqual([]);
  await expect(ask(house, lead, documentFile, { document: identity!.document! })).rejects.toMatchObject(hidden);
});
