import { beforeAll, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { registerOrganization } from '#modules/network/public.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { openShop, type Shop } from '#tests/fixtures/paying.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { APPLICATIONS_OF_A_CONNECTION } from './merchant/application-limit.ts';
import { askToTakePart } from './merchant/ask-to-take-part.ts';
import { declineShop } from './merchant/decline-shop.ts';
import { endShopApplications } from './merchant/end-shop-applications.ts';
import { receiveApplication } from './merchant/receive-application.ts';
import { shopsAsking, shopsWaiting } from './merchant/shops-asking.query.ts';
import { shopsHere } from './merchant/shops-here.query.ts';
import { suspendMerchant } from './merchant/stop-merchant.ts';

let hub: AidHub;
let shop: Shop;
beforeAll(async () => { hub = await openAidHub(); shop = await openShop(hub, ['food', 'hygiene']); }, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });
const typed = { shop: 'Épicerie du Marché', place: 'Rue Hached, Cité Ennour', phone: '71 234 567', categories: ['food'] };
const leave = (more: object = {}, from: string | null = null) => act(hub.world.house, { ...visitor(hub.world.network), from }, askToTakePart, { hub: hub.world.hub, ...typed, ...more } as never);
const waiting = async () => (await ask(hub.world.house, hub.officer, shopsAsking, {})).shops;
const here = async () => (await ask(hub.world.house, visitor(hub.world.network), shopsHere, { hub: hub.world.hub })).shops.map(({ code }) => code);

it('anyone reads where the card pays today: active shops with an agreement in force, each with a number of its own', async () => {
  const { world: { house, network } } = hub;
  expect(await here()).toEqual([101]);
  const second = await openShop(hub, ['school']);
  const lapsed = await openShop(hub, ['food']);
  expect(await here()).toEqual([101, 102, 103]);
  await act(house, hub.supervisor, suspendMerchant, { merchant: second.merchant, why: 'Plainte' } as never);
  await ownerQuery(house, `update network.agreement_version set valid_until = current_date - 3, valid_from = current_date - 9 where $1 = any (organization_ids)`, [lapsed.organization]);
  expect(await here()).toEqual([101]);
  await expect(ask(house, visitor(network), shopsHere, { hub: newId() })).rejects.toThrow(NotFound);
  const web = await openWeb(hub.world);
  for (const lang of ['ar', 'fr', 'en']) {
    const answer = await web.get(`/hubs/${hub.world.hub}/shops?lang=${lang}`);
    const text = await answer.text();
    expect([lang, answer.status, text.includes(lang === 'fr' ? 'Épicerie Hached' : 'دكان حشاد'), text.includes('101'), text.includes('<script'), Buffer.byteLength(text) < 50_000]).toEqual([lang, 200, true, true, false, true]);
  }
});

it('a shop asks without an account, once however often it is sent, and the desk receives it', async () => {
  const { world: { house }, officer } = hub;
  await Promise.all([leave(), leave(), leave({ shop: 'EPICERIE du marché', phone: '+216 71 234 567' })]);
  await leave({ shop: 'Librairie Ibn Khaldoun', categories: ['school', 'children'] });
  expect((await waiting()).map(({ shop: name, phone }) => [name, phone])).toEqual([[expect.stringMatching(/picerie du march/iu), '+21671234567'], ['Librairie Ibn Khaldoun', '+21671234567']]);
  const [one, two] = await waiting();
  const { organization } = await act(house, hub.manager, registerOrganization, { names: { fr: `Épicerie du Marché ${newId().slice(-4)}` }, sector: 'private', kind: 'company', listed: 'true' } as never);
  const { merchant } = await act(house, officer, receiveApplication, { organization, application: one!.id, categories: one!.categories } as never);
  const rows = await ownerQuery<{ phone: string | null; merchant_id: string | null }>(house, 'select phone, merchant_id from currency.shop_application where id = $1', [one!.id]);
  expect(rows).toEqual([{ phone: null, merchant_id: merchant }]);
  const { organization: another } = await act(house, hub.manager, registerOrganization, { names: { fr: `Autre ${newId().slice(-4)}` }, sector: 'private', kind: 'company', listed: 'true' } as never);
  await expect(act(house, officer, receiveApplication, { organization: another, application: one!.id, categories: ['food'] } as never)).rejects.toMatchObject(no('application-over'));
  await act(house, officer, declineShop, { application: two!.id });
  await expect(act(house, officer, declineShop, { application: two!.id })).rejects.toMatchObject(no('application-over'));
  expect(await waiting()).toEqual([]);
  // Once answered, the same shop may ask anew.
  await leave();
  expect(await waiting()).toHaveLength(1);
});

it('waits in the menu of the desk until somebody answers, and ends by itself after thirty days: without its telephone, told to the hub, free to ask anew', async () => {
  const { world: { house, network }, officer, manager } = hub;
  const job = { ...visitor(network), app: 'job' } as const;
  const end = (days: number) => act(house, job, endShopApplications, { at: new Date(Date.now() + days * 86_400_000).toISOString() });
  const before = await ask(house, officer, shopsWaiting, {});
  await leave({ shop: 'Quincaillerie Mansour', phone: '71 555 666', categories: ['home'] });
  expect([await ask(house, officer, shopsWaiting, {}), await ask(house, manager, shopsWaiting, {})]).toEqual([before + 1, before + 1]);
  const web = await openWeb(hub.world);
  const menu = async (actor = officer) => /href="\/aid\/merchants"[^>]*>.*?<\/a>/su.exec(await (await web.get('/aid/merchants?lang=en', actor)).text())![0].replace(/<[^>]+>/gu, ' ');
  expect(await menu()).toMatch(new RegExp(`\\b${before + 1}\\b`, 'u'));
  expect(await menu(await hub.world.as('treasurer'))).not.toMatch(/\d/u);
  expect((await (await web.get('/aid/merchants/asked?lang=fr', officer)).text()).match(/Prend fin sans réponse le/gu)).toHaveLength(before + 1);

  await end(29);
  expect(await ask(house, officer, shopsWaiting, {})).toBe(before + 1);
  await end(31);
  expect([await ask(house, officer, shopsWaiting, {}), await end(31)]).toEqual([0, { ended: 0 }]);
  const { unanswered } = await ask(house, officer, shopsAsking, {});
  expect(unanswered.map(({ shop: name }) => name)).toContain('Quincaillerie Mansour');
  expect(await ownerQuery(house, "select phone, ended_by, merchant_id from currency.shop_application where network_id = $1 and shop = 'Quincaillerie Mansour'", [network])).toEqual([{ phone: null, ended_by: null, merchant_id: null }]);
  expect(await ownerQuery(house, "select count(*)::int as told from core.event where network_id = $1 and name = 'currency.shop-unanswered'", [network])).toEqual([{ told: before + 1 }]);
  const told = await (await web.get('/aid/merchants/asked?lang=fr', officer)).text();
  expect([told.includes('Terminées sans réponse'), told.includes('Quincaillerie Mansour'), told.includes('555')]).toEqual([true, true, false]);
  await leave({ shop: 'Quincaillerie Mansour', phone: '71 555 666', categories: ['home'] });
  expect(await ask(house, officer, shopsWaiting, {})).toBe(1);
  expect(await (await web.get(`/hubs/${hub.world.hub}/shops/apply?kept=yes&lang=fr`)).text()).toMatch(/30[\u2069 \u00a0\u202f]*jours/u);
});

it('is refused without a telephone that rings, for a hub that is not there, and when one connection pours; nobody outside the desk reads it', async () => {
  const { world: { house, network } } = hub;
  await expect(leave({ phone: '12' })).rejects.toMatchObject({ ...no('shop-phone-odd'), field: 'phone' });
  await expect(leave({ hub: newId() })).rejects.toThrow(NotFound);
  await expect(leave({ categories: ['alcohol'] })).rejects.toMatchObject({ problems: [{ field: expect.stringContaining('categories') }] });
  for (let n = 0; n < APPLICATIONS_OF_A_CONNECTION; n++) await leave({}, '2001:db8:7:2:3::9');
  await expect(leave({}, '2001:db8:7:2:ffff::1')).rejects.toMatchObject({ ...no('too-many-applications'), offer: { status: 429 } });
  await expect(leave({}, '2001:db8:8:3::1')).resolves.toEqual({ hub: hub.world.hub });
  const stranger = await (await hub.world.secondHub()).as('desk_officer');
  expect((await ask(house, stranger, shopsAsking, {})).shops).toEqual([]);
  for (const actor of [visitor(network), shop.till, await hub.world.as('coach')]) await expect(ask(house, actor, shopsAsking, {})).rejects.toMatchObject({ code: expect.stringMatching(/^core\./u) });
});

it('without script: the form keeps what was typed, says that it arrived, and the desk takes it up from its list', async () => {
  const { officer } = hub;
  const web = await openWeb(hub.world);
  const at = `/hubs/${hub.world.hub}/shops/apply`;
  for (const lang of ['ar', 'fr', 'en']) {
    const text = await (await web.get(`${at}?lang=${lang}`)).text();
    expect([lang, text.includes('name="shop"'), text.includes('<script'), Buffer.byteLength(text) < 50_000]).toEqual([lang, true, false, true]);
  }
  const fields = { shop: 'Boulangerie El Baraka', place: 'Avenue Bourguiba', phone: '12', categories: 'food' };
  const wrong = await web.send(at, fields);
  const again = await wrong.text();
  expect([wrong.status, again.includes('value="Boulangerie El Baraka"'), again.includes('value="12"'), again.includes('href="#f-phone"')]).toEqual([422, true, true, true]);
  const key = newId();
  const [sent, twice] = [await web.send(at, { ...fields, phone: '71 999 888', _key: key }), await web.send(at, { ...fields, phone: '71 999 888', _key: key })];
  expect([sent.status, twice.status, sent.headers.get('location')]).toEqual([303, 303, `${at}?kept=yes`]);
  const list = await (await web.get('/aid/merchants/asked?lang=fr', officer)).text();
  expect(list.match(/Boulangerie El Baraka/gu)).toHaveLength(1);
  const [, receive] = /href="(\/aid\/merchants\/new\?application=[0-9a-f-]+)"/u.exec(list.slice(list.indexOf('Boulangerie')))!;
  const form = await (await web.get(receive!, officer)).text();
  expect([form.includes('Boulangerie El Baraka'), /value="food"[^>]*checked|checked[^>]*value="food"/u.test(form)]).toEqual([true, true]);
});
