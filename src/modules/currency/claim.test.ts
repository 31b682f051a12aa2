import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { balanceOf, proveLedger, reverseTransfer } from '#modules/ledger/public.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { asJob, openShop, sale, type Shop, walletsOf } from '#tests/fixtures/shops.ts';
import { claimSheet } from './claim/claim-sheet.query.ts';
import { disputeClaim, endDispute, objectToClaim } from './claim/dispute-claim.ts';
import { ownClaim } from './claim/own-claim.query.ts';
import { reconcileClaim } from './claim/reconcile-claim.ts';
import { dropSettlement, makeSettlement, paySettlement } from './claim/settle-claims.ts';
import { submitClaim } from './claim/submit-claim.ts';
import { validateClaim } from './claim/validate-claim.ts';
import { ownShop } from './merchant/own-shop.query.ts';
import { sayTie } from './merchant/say-tie.ts';
import { exitMerchant, suspendMerchant } from './merchant/stop-merchant.ts';

let hub: AidHub;
let officer: Actor;
beforeAll(async () => { hub = await openAidHub(); officer = await hub.world.as('funding_officer'); }, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });
/** A shop that took so much of a new wallet, in millimes. */
async function soldTo(amount: number): Promise<Shop & { sold: number }> {
  const shop = await openShop(hub);
  const programme = await hub.funded();
  await hub.grant(programme, [await hub.person()]);
  const [aid] = await walletsOf(hub, programme) as [string];
  return { ...shop, sold: await sale(hub, shop, aid, amount) };
}
const claimOf = (shop: Shop, by = shop.till) => act(hub.world.house, by, submitClaim, { merchant: shop.merchant, currency: 'TND' } as never).then(({ claim }) => claim);
const account = async (shop: Shop) => (await ownerQuery<{ id: string }>(hub.world.house, 'select id from currency.merchant_account where merchant_id = $1', [shop.merchant]))[0]!.id;
const standing = async (shop: Shop) => { const id = await account(shop); return asJob(hub, (asking) => balanceOf(asking, hub.instrument, id)); };
const validated = async (shop: Shop) => { const claim = await claimOf(shop); await act(hub.world.house, hub.supervisor, validateClaim, { claim }); return claim; };
const settled = async (...claims: string[]) => (await act(hub.world.house, officer, makeSettlement, { claims } as never)).settlement;
const paid = async (shop: Shop) => { const claim = await validated(shop); await act(hub.world.house, hub.treasurer, paySettlement, { settlement: await settled(claim) }); return claim; };

it('what a shop took is claimed once, validated, paid and found at the bank by different hands, and the book adds up', async () => {
  const { world: { house }, supervisor, manager, treasurer } = hub;
  const shop = await soldTo(75_000);
  const claim = await claimOf(shop);
  expect(await standing(shop)).toEqual({ balance: 75_000, held: 75_000 });
  await expect(claimOf(shop)).rejects.toMatchObject(no('nothing-to-claim'));
  // What is claimed cannot be given back as well: the sale is not refunded out of nothing.
  await expect(asJob(hub, (asking) => reverseTransfer(asking, hub.instrument, { key: newId(), of: shop.sold }))).rejects.toMatchObject({ code: 'ledger.not-enough' });
  await expect(act(house, treasurer, validateClaim, { claim })).rejects.toMatchObject({ code: 'core.role-missing' });
  await expect(act(house, officer, makeSettlement, { claims: [claim] } as never)).rejects.toMatchObject(no('not-validated'));
  await expect(act(house, officer, makeSettlement, { claims: [] } as never)).rejects.toMatchObject(no('nothing-chosen'));
  await act(house, supervisor, validateClaim, { claim });
  await expect(act(house, manager, validateClaim, { claim })).rejects.toMatchObject(no('wrong-step'));
  const settlement = await settled(claim);
  await expect(settled(claim)).rejects.toMatchObject(no('not-validated'));
  await expect(act(house, { ...treasurer, provedAt: null }, paySettlement, { settlement })).rejects.toMatchObject({ code: 'core.not-fresh' });
  for (const account of [officer.account, supervisor.account]) await expect(act(house, { ...treasurer, account }, paySettlement, { settlement })).rejects.toMatchObject(no('own-settlement'));
  await act(house, treasurer, paySettlement, { settlement });
  await expect(act(house, treasurer, paySettlement, { settlement })).rejects.toMatchObject(no('wrong-step'));
  expect(await standing(shop)).toEqual({ balance: 0, held: 0 });
  const reconcile = (amount: string, by = officer, line = 'VIR 0412 BOUTIQUE') => act(house, by, reconcileClaim, { claim, line, amount });
  await expect(reconcile('74.999')).rejects.toMatchObject(no('bank-differs'));
  await expect(reconcile('75', officer, 'x')).rejects.toMatchObject(no('line-too-short'));
  await expect(reconcile('75', treasurer)).rejects.toMatchObject(no('own-payment'));
  await reconcile('75');
  await expect(reconcile('75')).rejects.toMatchObject(no('wrong-step'));
  expect(await ask(house, manager, claimSheet, { claim })).toMatchObject({ number: 1, state: 'reconciled', amount: 75_000, bankLine: 'VIR 0412 BOUTIQUE', run: { id: settlement }, steps: ['submitted', 'validated', 'paid', 'reconciled'].map((state) => ({ state })) });
  expect((await asJob(hub, ({ tx, network }) => proveLedger(tx, network, hub.instrument))).faults).toEqual([]);
  await act(house, manager, exitMerchant, { merchant: shop.merchant, why: 'Tout est réglé' });
});

it('a suspended shop claims what it took before; another shop, the desk and another hub reach none of it', async () => {
  const { world: { house }, supervisor } = hub;
  const shop = await soldTo(30_000);
  const stranger = await openShop(hub);
  await act(house, supervisor, suspendMerchant, { merchant: shop.merchant, why: 'Contrôle' });
  await expect(claimOf(shop, stranger.till)).rejects.toThrow(NotFound);
  await expect(act(house, hub.officer, submitClaim, { merchant: shop.merchant, currency: 'TND' } as never)).rejects.toMatchObject({ code: 'core.role-missing' });
  const claim = await claimOf(shop);
  await expect(ask(house, stranger.till, ownClaim, { claim })).rejects.toThrow(NotFound);
  await expect(act(house, stranger.till, objectToClaim, { claim, why: 'Le mien' })).rejects.toThrow(NotFound);
  await expect(ask(house, hub.officer, claimSheet, { claim })).rejects.toMatchObject({ code: 'core.role-missing' });
  await expect(ask(house, await (await hub.world.secondHub()).as('supervisor'), claimSheet, { claim })).rejects.toThrow(NotFound);
  // A shop reads its sum; of what it is made, who at the hub did what, and that it was aid, it does not.
  const told = JSON.stringify([await ask(house, shop.till, ownShop, {}), await ask(house, shop.till, ownClaim, { claim })]);
  expect([told.includes('30000'), told.includes(hub.instrument), told.includes(await account(shop)), /aid/i.test(told), told.includes(supervisor.account!)]).toEqual([true, false, false, false, false]);
  const seen = await inTransaction(house.app, beginFor(shop.till), async (tx) => (await sql<{ n: number }>`select (select count(*) from currency.claim_part)::int as n`.execute(tx)).rows[0]!.n);
  expect(seen).toBe(0);
});

it('whoever is tied to a shop decides nothing of its claims, and PostgreSQL says so by itself', async () => {
  const { world: { house, network }, supervisor, manager, treasurer } = hub;
  const shop = await soldTo(20_000);
  const claim = await claimOf(shop);
  /** The login of the house as this colleague, past every action. */
  const raw = (actor: Actor, statement: string) => inTransaction(house.app, beginFor(actor), (tx) => sql.raw(statement).execute(tx));
  const validate = (hand: Actor, by = hand) => raw(hand, `update currency.claim set state = 'validated', validated_by = '${by.account}', validated_at = now() where id = '${claim}'`);
  const kin = await hub.world.as('supervisor');
  await act(house, kin, sayTie, { merchant: shop.merchant });
  await expect(act(house, kin, validateClaim, { claim })).rejects.toMatchObject(no('own-claim'));
  await expect(validate(kin)).rejects.toMatchObject({ constraint: 'claim_tie' });
  const insider = await hub.world.as('merchant', { scope: 'org', organization: shop.organization, also: ['supervisor'] });
  const both = { ...insider, hub: hub.world.hub };
  await expect(act(house, both, validateClaim, { claim })).rejects.toMatchObject(no('own-claim'));
  await expect(validate(both)).rejects.toMatchObject({ constraint: 'claim_tie' });
  await expect(validate(supervisor, manager)).rejects.toMatchObject({ constraint: 'claim_by_another' });
  await expect(raw(supervisor, `update currency.claim set state = 'paid' where id = '${claim}'`)).rejects.toMatchObject({ constraint: 'claim_way' });
  await act(house, supervisor, validateClaim, { claim });
  const settlement = await settled(claim);
  const pay = (hand: Actor, more = '') => raw(hand, `update currency.claim set state = 'paid', paid_by = '${hand.account}', paid_at = now()${more} where id = '${claim}'`);
  await expect(pay(supervisor)).rejects.toMatchObject({ constraint: 'validated_and_paid' });
  // Nobody writes another's name over hers, to pay what she validated.
  await expect(pay(supervisor, `, validated_by = '${manager.account}'`)).rejects.toMatchObject({ constraint: 'claim_by_another' });
  await expect(raw(officer, `update currency.settlement set paid_by = '${officer.account}', paid_at = now() where id = '${settlement}'`)).rejects.toMatchObject({ constraint: 'four_eyes' });
  await expect(raw(treasurer, `update currency.claim set amount_minor = 1 where id = '${claim}'`)).rejects.toMatchObject({ code: '42501' });
  await act(house, treasurer, sayTie, { merchant: shop.merchant });
  await expect(act(house, treasurer, paySettlement, { settlement })).rejects.toMatchObject(no('own-settlement'));
  await expect(pay(treasurer)).rejects.toMatchObject({ constraint: 'claim_tie' });
  // Her role at the shop ended long ago: the row remembers it.
  await ownerQuery(house, 'update network.held_role set revoked_at = from_at, revoked_by = null where account_id = $1 and organization_id = $2', [insider.account, shop.organization]);
  const former = { ...both, roles: both.roles.filter(({ scope }) => scope === 'hub') };
  await expect(pay(former)).rejects.toMatchObject({ constraint: 'claim_tie' });
  await expect(inTransaction(house.app, beginFor(shop.till), (tx) => sql`insert into currency.claim (network_id, id, hub_id, merchant_id, organization_id, number, currency, amount_minor, state, submitted_by, submitted_at)
    select network_id, ${newId()}, hub_id, id, organization_id, 99, 'TND', 5, 'validated', ${shop.till.account}, now() from currency.merchant where id = ${shop.merchant} and network_id = ${network}`.execute(tx))).rejects.toThrow();
  await hub.world.as('treasurer').then((other) => act(house, { ...other, provedAt: new Date() }, paySettlement, { settlement }));
  expect(await standing(shop)).toEqual({ balance: 0, held: 0 });
});

it('a dispute stops a claim, is ended by another, and what is dropped stands on the account again, paid or not', async () => {
  const { world: { house }, supervisor, manager, treasurer } = hub;
  const shop = await soldTo(40_000);
  const claim = await validated(shop);
  const run = await settled(claim);
  const dispute = (by: Actor = treasurer) => act(house, by, disputeClaim, { claim, why: 'Ticket manquant' });
  await expect(dispute()).rejects.toMatchObject(no('in-settlement'));
  await act(house, officer, dropSettlement, { settlement: run });
  await expect(act(house, treasurer, paySettlement, { settlement: run })).rejects.toMatchObject(no('wrong-step'));
  await expect(act(house, treasurer, disputeClaim, { claim, why: 'x' })).rejects.toMatchObject(no('why-too-short'));
  await dispute(manager);
  await expect(dispute()).rejects.toMatchObject(no('wrong-step'));
  const end = (by: Actor, how: string) => act(house, by, endDispute, { claim, how, why: 'Ticket retrouvé' } as never);
  await expect(end(manager, 'goes_on')).rejects.toMatchObject(no('own-dispute'));
  await end(supervisor, 'goes_on');
  // It is validated anew, also by whoever had not yet.
  expect(await ask(house, manager, claimSheet, { claim })).toMatchObject({ state: 'submitted' });
  await act(house, shop.till, objectToClaim, { claim, why: 'Le montant est faux' });
  expect(await ask(house, shop.till, ownClaim, { claim })).toMatchObject({ state: 'disputed', mayObject: false });
  await end(supervisor, 'dropped');
  await expect(end(manager, 'dropped')).rejects.toMatchObject(no('wrong-step'));
  expect(await standing(shop)).toEqual({ balance: 40_000, held: 0 });
  // Paid, but the bank sent it back: the shop is owed it again.
  const second = await paid(shop);
  expect(await standing(shop)).toEqual({ balance: 0, held: 0 });
  await act(house, shop.till, objectToClaim, { claim: second, why: 'Rien reçu' });
  await act(house, manager, endDispute, { claim: second, how: 'goes_on', why: 'Le virement est parti hier' } as never);
  expect(await ask(house, manager, claimSheet, { claim: second })).toMatchObject({ state: 'paid', number: 2 });
  await act(house, shop.till, objectToClaim, { claim: second, why: 'Toujours rien' });
  await act(house, manager, endDispute, { claim: second, how: 'dropped', why: 'Retour de la banque' } as never);
  expect(await standing(shop)).toEqual({ balance: 40_000, held: 0 });
  expect((await asJob(hub, ({ tx, network }) => proveLedger(tx, network, hub.instrument))).faults).toEqual([]);
});

it('one press at the shop, then the pages of the hub up to the file of the bank', async () => {
  const web = await openWeb(hub.world);
  const { supervisor, treasurer } = hub;
  const shop = await soldTo(12_345);
  const send = async (address: string, fields: Record<string, string>, actor: Actor, from: string) => {
    const answer = await web.send(address, fields, actor, from);
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: answer.status === 303 ? '' : await answer.text() };
  };
  const text = async (address: string, actor: Actor) => { const answer = await web.get(address, actor); expect([address, answer.status]).toEqual([address, 200]); return answer.text(); };
  expect(await text('/shop?lang=fr', shop.till)).toMatch(/12,345/u);
  expect((await send(`/shop/${shop.merchant}/claims`, { currency: 'TND' }, shop.till, '/shop')).to).toBe('/shop');
  expect((await send(`/shop/${shop.merchant}/claims`, { currency: 'TND' }, shop.till, '/shop')).status).toBe(422);
  const [, own] = /href="(\/shop\/claims\/[0-9a-f-]{36})"/.exec(await text('/shop', shop.till))!;
  for (const lang of ['ar', 'en']) await text(`${own}?lang=${lang}`, shop.till);
  const at = own!.replace('/shop', '/aid');
  expect((await send(`${at}/validate`, {}, supervisor, at)).to).toBe(at);
  const claim = at.slice(-36);
  expect(await text('/aid/claims', officer)).toContain(`value="${claim}"`);
  const { to: run } = await send('/aid/settlements', { claims: claim }, officer, '/aid/claims');
  expect(run).toMatch(/^\/aid\/settlements\/[0-9a-f-]{36}$/);
  expect(await text(run, officer)).not.toContain(`action="${run}/pay"`);
  expect((await send(`${run}/pay`, {}, treasurer, run)).to).toBe(run);
  const csv = await text(`${run}/paper.csv`, treasurer);
  expect([csv.includes('12.345'), csv.includes('TND'), csv.trim().split('\r\n').length]).toEqual([true, true, 2]);
  expect((await web.get(`${run}/paper.xlsx`, treasurer)).headers.get('content-type')).toContain('spreadsheetml');
  for (const lang of ['ar', 'en']) for (const address of [at, run, `${run}/paper`, '/aid/claims']) await text(`${address}?lang=${lang}`, treasurer);
  const odd = await send(`${at}/reconcile`, { line: 'VIR 12', amount: '12' }, officer, at);
  expect([odd.status, odd.text.includes('href="#f-amount"'), odd.text.includes('value="VIR 12"')]).toEqual([422, true, true]);
  expect((await send(`${at}/reconcile`, { line: 'VIR 12', amount: '12,345' }, officer, at)).to).toBe(at);
  expect(await text(`${own}?lang=fr`, shop.till)).toContain('VIR 12');
}, 60_000);
