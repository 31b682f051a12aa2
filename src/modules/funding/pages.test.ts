import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { type MoneyHub, openMoney } from '#tests/fixtures/money.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { prepareFinancing } from './financing/financing.ts';
import { grantSheet } from './grant/grant-sheet.query.ts';
import { proposeSubGrant } from './sub-grant/propose-sub-grant.ts';

let hub: MoneyHub;
let web: Web;
beforeAll(async () => { hub = await openMoney(); web = await openWeb(hub.world); }, 60_000);

const today = dayAtHub();
const shown = async (address: string, actor: Actor, lang = 'fr') => {
  const answer = await web.get(`${address}?lang=${lang}`, actor);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.text();
};
const sent = async (address: string, fields: Record<string, string>, actor: Actor, from = address) => {
  const answer = await web.send(address, fields, actor, from);
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: answer.status === 422 ? await answer.text() : '' };
};

it('a grant goes from the form to the bank by hand of five people, each seeing only the next step of hers', async () => {
  const { world: { house }, proposer, manager, supervisor, treasurer, fund } = hub;
  expect(await shown('/funds', manager, 'ar')).toContain('موعود به');
  const { receipt } = await hub.plan(supervisor);
  const typed = { fund, kind: 'grant', purpose: 'Un four à pain', receipt: receipt.toLowerCase(), 'tranche.0': '150,5', 'milestone.0': 'start', 'tranche.1': '١٠٠', 'milestone.1': 'sales', 'tranche.2': '', 'milestone.2': '' };
  const wrong = await sent('/grants/new', { ...typed, 'tranche.0': 'beaucoup' }, proposer);
  expect([wrong.status, wrong.text.includes('href="#f-tranche-0"'), wrong.text.includes('value="١٠٠"')]).toEqual([422, true, true]);
  const { to: page } = await sent('/grants/new', typed, proposer);
  expect(page).toMatch(/^\/grants\/[0-9a-f-]{36}$/);
  expect(await shown(page, proposer)).not.toContain(`action="${page}/approve"`);
  expect(await shown(page, treasurer)).not.toContain(`action="${page}/`);
  const refused = await sent(`${page}/approve`, {}, supervisor, '/grants');
  expect([refused.status, refused.text.includes('une autre personne décide') || refused.text.includes('يقرر شخص آخر')]).toEqual([422, true]);
  expect((await sent(`${page}/approve`, {}, manager, page)).to).toBe(page);
  await sent(`${page}/sign`, { on: today, paper: 'Classeur 3' }, proposer, page);
  await sent(`${page}/certify`, {}, manager, page);
  expect(await shown(`${page}/certificate`, manager)).toContain('نادية');
  expect(await shown(page, manager)).not.toContain('نادية');
  await sent(`${page}/payee`, { way: 'bank', holder: 'Nadia', number: 'TN59 1000 6035 1835 9847 8831' }, supervisor, page);
  expect((await sent(`${page}/payee`, { way: 'bank', holder: 'Nadia', number: 'TN59 1000 6035 1835 9847 8832' }, manager, page)).status).toBe(422);
  const { tranches: [first] } = await ask(house, manager, grantSheet, { grant: page.slice(8) });
  await sent(`${page}/tranches/${first!.id}/proof`, { paper: 'Certificat remis' }, proposer, page);
  expect(await shown(page, supervisor)).toContain('preuve');
  await sent(`${page}/tranches/${first!.id}/release`, {}, supervisor, page);
  const { to: file } = await sent('/payment-files', { tranche: first!.id }, proposer);
  expect(file).toMatch(/^\/payment-files\//);
  await sent(`${file}/approve`, {}, manager, file);
  await sent(`${file}/take-out`, {}, treasurer, file);
  expect(await shown(file, treasurer)).toContain('content.csv');
  const bytes = await web.get(`${file}/content.csv`, treasurer);
  expect([bytes.status, bytes.headers.get('content-disposition')?.includes('hadina-payments-'), (await bytes.text()).includes('TN5910006035183598478831')]).toEqual([200, true, true]);
  expect((await web.get(`${file}/content.csv`, manager)).status).toBe(404);
  for (const lang of ['ar', 'en']) for (const address of ['/funds', `/funds/${fund}`, '/grants', page, file, '/payment-files', '/sub-grants']) await shown(address, manager, lang);
  for (const by of ['funder', 'region', 'partner']) expect((await web.get(`/funds?by=${by}`, await hub.world.as('regional_coordinator', { territory: 'TN-43' }))).status).toBe(200);
}, 60_000);

it('a fund is amended and its receipts are issued on its own page; a receipt goes out as a file', async () => {
  const { manager, supervisor, treasurer } = hub;
  const fund = await hub.another('1000');
  const page = `/funds/${fund}`;
  const low = await sent(`${page}/amendments`, { promised: '1000', reason: 'Deuxième convention' }, manager, page);
  expect([low.status, low.text.includes('href="#f-promised"')]).toEqual([422, true]);
  await sent(`${page}/amendments`, { promised: '1500', reason: 'Deuxième convention' }, manager, page);
  expect(await shown(page, manager)).toContain('Vous avez demandé cet avenant');
  const [, decide] = /action="(\/funds\/[0-9a-f-]+\/amendments\/[0-9a-f-]+)"/.exec(await shown(page, supervisor, 'ar'))!;
  expect((await sent(decide!, { decision: 'agree' }, supervisor, page)).to).toBe(page);
  expect(await shown(page, treasurer)).toMatch(/1[\s\u202f]500,000/u);
  expect((await sent(`${page}/receipts`, { received: '1500,5', received_on: today, proof: 'Relevé 4' }, treasurer, page)).text).toContain('href="#f-received"');
  await sent(`${page}/receipts`, { received: '600', received_on: today, proof: 'Relevé 4' }, treasurer, page);
  const [, receipt] = /href="(\/funds\/[0-9a-f-]+\/receipts\/[0-9a-f-]+\/paper)"/.exec(await shown(page, manager, 'en'))!;
  for (const lang of ['ar', 'fr', 'en']) expect(await shown(receipt!, manager, lang)).toMatch(/600/);
  const file = await web.get(`${receipt}.pdf`, manager);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  await sent(`${page}/taken-back`, { receipt: receipt!.split('/').at(-2)!, why: 'Écrit deux fois' }, supervisor, page);
  expect(await shown(receipt!, manager)).toContain('Ce reçu est annulé');
  expect((await web.get(receipt!, await hub.world.as('desk_officer'))).status).not.toBe(200);
}, 60_000);

it('sub-grants, limits and files at lenders have their pages', async () => {
  const { world: { house }, proposer, manager, fund } = hub;
  const { sub_grant } = await act(house, proposer, proposeSubGrant, { fund, organization: await hub.body(), names: { fr: 'La Casa de Todos' }, sector: 'family_social_care', asked: '400', own: '10' } as never);
  await sent(`/sub-grants/${sub_grant}/check`, {}, proposer, `/sub-grants/${sub_grant}`);
  await sent('/sub-grants/new', { fund, organization: await hub.body('public'), 'names.fr': 'Zitouna', sector: 'health', asked: '10', own: '10' }, proposer);
  expect(await shown(`/sub-grants/${sub_grant}`, manager, 'ar')).toContain('رسالة الهيكل العمومي غائبة');
  expect(await shown('/funds/limits', await hub.world.as('network_admin'))).toContain('name="alone"');
  expect(await shown('/funds/limits', manager)).not.toContain('name="alone"');
  expect(await shown('/funds/new', manager)).toContain('name="least_own_permille"');
  const officer = await hub.world.as('desk_officer');
  const { person, name } = await hub.plan();
  expect((await (await web.get(`/intermediation?person=${person}`, officer)).text())).toContain(`value="${person}"`);
  expect((await (await web.get(`/intermediation?q=${encodeURIComponent(name)}`, officer)).text())).toContain(`person=${person}`);
  const { file } = await act(house, officer, prepareFinancing, { person, lender: await hub.body('public'), purpose: 'Métier à tisser', currency: 'TND', asked: '8000' });
  await sent(`/intermediation/${file}/submit`, { on: today }, officer, `/intermediation/${file}`);
  await sent(`/intermediation/${file}/answer`, { answer: 'granted', on: today, granted: '8000' }, officer, `/intermediation/${file}`);
  for (const lang of ['ar', 'fr', 'en']) expect(await shown(`/intermediation/${file}`, officer, lang)).toMatch(/8[\s\u202f.,]?000/u);
}, 60_000);
