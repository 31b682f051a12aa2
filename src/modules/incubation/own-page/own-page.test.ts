import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { callToAnswer } from '#tests/fixtures/call-to-answer.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { applicationReceipt } from '../application/application-receipt.query.ts';
import { applicationSheet } from '../application/application-sheet.query.ts';
import { applicationStates } from '../codes.ts';
import { applicationStatus } from './application-status.query.ts';
import { giveApplicationWord } from './give-application-word.ts';
import { openApplication } from './open-application.ts';
import { ownPageSheet } from './own-page-sheet.query.ts';
import { ownStep, ownSteps } from './own-step.ts';

const refused = (code: string) => ({ code: `incubation.${code}` });

it('every state has its step, and each step says no more than she was told', () => {
  expect(new Set(applicationStates.map(ownStep))).toEqual(new Set(ownSteps));
  expect([ownStep('pre_evaluated'), ownStep('funding_committee'), ownStep('dropped_out')]).toEqual(['handed_in', 'accompanied', 'over']);
});

it('whoever applied reads where she stands by the code of her slip and her word, without a name; nobody else does', async () => {
  const test = await callToAnswer(await openHub(), { papers: ['identity'] });
  const { world, world: { house, network }, officer, manager } = test;
  await test.publish();
  const woman = await test.woman('درة المثلوثي');
  const { application } = await test.begin(woman);
  const { application: other } = await test.begin(await test.woman('إيناس السليماني'));
  await expect(act(house, manager, giveApplicationWord, { application, word: 'olive' })).rejects.toMatchObject({ code: 'core.role-missing' });
  await act(house, officer, giveApplicationWord, { application, word: 'olive' });
  await act(house, officer, giveApplicationWord, { application: other, word: 'olive' });
  const { door } = await ask(house, officer, ownPageSheet, { application });
  const { receipt } = await ask(house, officer, applicationReceipt, { application });
  expect(door!.code).not.toBe(receipt);

  // The receipt, which is published, opens nothing; a wrong word and a wrong code are one answer.
  const stranger = visitor(network);
  const open = (code: string, word: string) => act(house, stranger, openApplication, { code, word });
  await expect(open(receipt, 'olive')).rejects.toMatchObject(refused('own-page-not-opened'));
  await expect(open(door!.code, 'mer')).rejects.toMatchObject(refused('own-page-not-opened'));
  await expect(open('nonsense', 'olive')).rejects.toMatchObject(refused('own-page-not-opened'));
  const { pass } = await open(`${door!.code.slice(0, 4)}-${door!.code.slice(4)}`.toLowerCase(), 'الزيتونة');
  const status = (by: Actor = stranger, with_ = pass) => ask(house, by, applicationStatus, { pass: with_ });
  expect(await status()).toMatchObject({ receipt, step: 'begun', call: { open: true, results: false }, papers: [], appeal: { until: null, open: false, filed: null } });
  await test.save(application);
  await test.submit(application);
  expect(await status()).toMatchObject({ step: 'handed_in', waitsAt: null });
  expect(JSON.stringify(await status())).not.toMatch(new RegExp(`درة|${woman}|خبز|TN-43|female`));
  expect(await status(stranger, 'not-a-pass')).toBeNull();

  // With her pass PostgreSQL gives her one application; without, none; with the other's, hers not.
  const { code: otherCode } = (await ask(house, officer, ownPageSheet, { application: other })).door!;
  const { pass: otherPass } = await open(otherCode, 'olive');
  expect((await status(stranger, otherPass))!.receipt).toBe((await ask(house, officer, applicationSheet, { application: other })).application.receipt);
  const seen = (link?: Buffer) => inTransaction(house.app, beginFor(stranger, { link }), async (tx) => [
    (await sql<{ id: string }>`select id from incubation.application`.execute(tx)).rows.length, (await sql`select 1 from incubation.answer`.execute(tx)).rows.length,
    (await sql`select 1 from incubation.applicant`.execute(tx)).rows.length, (await sql`select 1 from incubation.application_door`.execute(tx)).rows.length,
  ], false);
  const { passHash } = await import('#modules/desk/public.ts');
  expect([await seen(), await seen(passHash(pass))]).toEqual([[0, 0, 0, 0], [1, 0, 0, 0]]);

  // The page: no script, light, kept by no browser; a wrong word brings the form back with its reason.
  const web = await openWeb(world);
  const page = await web.get(`/a/${door!.code}?pass=${pass}&lang=fr`);
  const html = await page.text();
  expect([page.status, page.headers.get('cache-control'), html.includes('<script'), html.length < 50_000]).toEqual([200, 'no-store', false, true]);
  expect(html).toContain('Déposée');
  const back = await web.send(`/a/${door!.code}`, { code: door!.code, word: 'pain' }, null);
  expect([back.status, (await back.text()).includes('error-summary')]).toEqual([422, true]);

  // Given anew, the code before opens nothing; the sixth wrong word waits.
  await act(house, officer, giveApplicationWord, { application, word: 'sea' });
  await expect(open(door!.code, 'olive')).rejects.toMatchObject(refused('own-page-not-opened'));
  const again = (await ask(house, officer, ownPageSheet, { application })).door!;
  for (let n = 0; n < 5; n++) await expect(open(again.code, 'honey')).rejects.toMatchObject(refused('own-page-not-opened'));
  await expect(open(again.code, 'sea')).rejects.toMatchObject(refused('own-page-wait'));
  // A pass is over after its minutes.
  await ownerQuery(house, `update incubation.application_opening set until_at = now() - interval '1 second' where application_id = $1`, [application]);
  expect(await status()).toBeNull();
  // Neither word nor its spelling is anywhere.
  const [kept] = await ownerQuery<{ door: Buffer }>(house, 'select door from incubation.application_door where application_id = $1', [application]);
  expect(kept!.door).toHaveLength(32);
});
