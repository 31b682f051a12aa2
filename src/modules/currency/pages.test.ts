import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

let hub: AidHub;
let web: Web;
beforeAll(async () => { hub = await openAidHub(); web = await openWeb(hub.world); }, 60_000);

const shown = async (address: string, actor: Actor | null, lang = 'fr') => {
  const answer = await web.get(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`, actor);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.text();
};
const sent = async (address: string, fields: Record<string, string>, actor: Actor, from = address) => {
  const answer = await web.send(address, fields, actor, from);
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: answer.status === 303 ? '' : await answer.text() };
};

it('from an instrument to a wallet on her phone by the pages of five colleagues', async () => {
  const { world: { house }, manager, admin, supervisor, worker, officer, treasurer, funder } = hub;
  const { to: instrument } = await sent('/aid/instruments/new', { kind: 'aid', 'names.fr': 'Aide en euros', 'names.ar': 'مساعدة', code: 'aide-eur', currency: 'EUR' }, manager);
  expect(instrument).toMatch(/^\/aid\/instruments\/[0-9a-f-]{36}$/);
  const again = await sent('/aid/instruments/new', { kind: 'aid', 'names.fr': 'Encore', code: 'encore', currency: 'EUR' }, manager);
  expect([again.status, again.text.includes('href="#f-currency"'), again.text.includes('value="encore"')]).toEqual([422, true, true]);
  expect(await shown(instrument, manager)).toContain('pas encore indiquée');
  expect(await shown('/aid/law', admin, 'ar')).toContain('في الانتظار');
  const id = instrument.slice(17);
  await sent('/aid/law', { instrument: id, country: 'TN', basis: 'Loi 2016-48 (essai)' }, admin);
  const half = await sent(`${instrument}/rules`, { 'rules.ar': 'القواعد هنا', 'rules.fr': 'Les règles ici', in_force_on: dayAtHub() }, manager, instrument);
  expect([half.status, half.text.includes('Les règles ici')]).toEqual([422, true]);
  await sent(`${instrument}/rules`, { 'rules.ar': 'القواعد هنا', 'rules.fr': 'Les règles ici', 'rules.en': 'The rules here', in_force_on: dayAtHub() }, manager, instrument);
  for (const [lang, text] of [['ar', 'القواعد هنا'], ['fr', 'Les règles ici'], ['en', 'The rules here']] as const) {
    expect(await shown(`/aid/rules/${id}`, null, lang)).toContain(text);
    expect(await shown(`/aid/rules/${id}/paper`, null, lang)).toContain(text);
  }
  const typed = {
    instrument: id, 'names.fr': 'Panier', code: 'panier', funder, pledged: '1 000', base: '120', adult: '0', child: '10', ceiling: '200', lead: '100', territories: 'TN-43', least_members: '1', least_minors: '0',
    categories: 'food', valid_days: '30', ends_on: dayAtHub(60), warn_days: '7', becomes: 'settled',
  };
  const odd = await sent('/aid/programmes/new', { ...typed, base: '1,234' }, manager);
  expect([odd.status, odd.text.includes('href="#f-base"'), odd.text.includes('value="1 000"')]).toEqual([422, true, true]);
  const { to: programme } = await sent('/aid/programmes/new', typed, manager);
  expect(await shown(programme, supervisor)).toContain('budget de ce programme n’est pas publié');
  await sent(`${programme}/budget`, { aid: '900', 'lines.0.what': 'Cartes', 'lines.0.amount': '50', 'lines.1.what': '', 'lines.1.amount': '', 'lines.2.what': '', 'lines.2.amount': '' }, manager, programme);
  expect(await shown(`/aid/budgets/${programme.slice(16)}`, null)).toContain('Cartes');
  const much = await sent(`${programme}/loads`, { amount: '901', proof: 'Relevé 4' }, supervisor, programme);
  expect([much.status, much.text.includes('value="901"')]).toEqual([422, true]);
  await sent(`${programme}/loads`, { amount: '500', proof: 'Relevé 4' }, supervisor, programme);
  expect(await shown(programme, supervisor)).not.toContain(`action="${programme}/loads/`);
  const [, take] = /action="(\/aid\/programmes\/[0-9a-f-]+\/loads\/[0-9a-f-]+)"/.exec(await shown(programme, treasurer))!;
  expect((await sent(take!, {}, treasurer, programme)).to).toBe(programme);
  expect(await shown(programme, treasurer)).toMatch(/500,00/u);
  const [one, far] = [await hub.person(), await hub.person({ territory: 'TN-53' })];
  const codes = (await ownerQuery<{ code: string }>(house, 'select code from people.person where id = any($1) order by id', [[one, far]])).map(({ code }) => code);
  const draft = await shown(`${programme}/propose?codes=${codes.join('%0A')}%0Aabc`, worker);
  expect([draft.includes('N’habite pas'), draft.includes('abc'), draft.match(/name="persons"/g)?.length]).toEqual([true, true, 1]);
  const { to: batch } = await sent(`${programme}/propose`, { persons: one }, worker);
  expect(await shown(batch, worker)).not.toContain(`action="${batch}/grant"`);
  expect((await sent(`${batch}/grant`, {}, supervisor, batch)).text).toContain('تقرره إدارة المركز');
  expect((await sent(`${batch}/grant`, {}, manager, batch)).to).toBe(batch);
  const [, wallet] = /href="(\/aid\/wallets\/[0-9a-f-]+)"/.exec(await shown(`${programme}/households`, officer))!;
  const link = await sent(`${wallet}/link`, {}, officer, wallet!);
  const [, token] = /\/w\/([\w-]{43})/.exec(link.text)!;
  for (const lang of ['ar', 'fr', 'en']) {
    const page = await shown(`/w/${token}`, null, lang);
    expect([lang, page.includes('120'), page.includes('<script'), page.includes(one)]).toEqual([lang, true, false, false]);
  }
  expect((await web.get('/w/nobody')).status).toBe(404);
  await sent(`${wallet}/freeze`, { why: 'lost_card' }, officer, wallet!);
  expect(await shown(`/w/${token}`, null)).toContain('Bloquée');
  await sent(`${wallet}/thaw`, {}, manager, wallet!);
  await sent(`${wallet}/revoke`, { why: 'moved_away' }, manager, wallet!);
  expect(await shown(wallet!, officer)).toContain('Départ du territoire');
  for (const lang of ['ar', 'en']) for (const address of ['/aid', instrument, programme, batch, wallet!, `${programme}/households`, `${programme}/propose`]) await shown(address, manager, lang);
  expect((await sent(`${programme}/close`, {}, manager, programme)).to).toBe(programme);
  expect(await shown('/aid', treasurer, 'ar')).toContain('مغلق');
}, 60_000);
