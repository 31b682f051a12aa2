import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { refusalText } from '#apps/explain.ts';
import { NotFound, Refusal } from '#core/refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { openAccounts, postHold, proveLedger, reverseTransfer, voidHold } from '#modules/ledger/public.ts';
import { addHouseholdMember } from '#modules/people/form-household/add-household-member.ts';
import { formHousehold } from '#modules/people/form-household/form-household.ts';
import '#modules/messages/routes.tsx';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { messageJobs } from '#tests/fixtures/message-jobs.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { aidDraft } from './aid/aid-draft.query.ts';
import { aidSheet } from './aid/aid-sheet.query.ts';
import { amountFor } from './aid/amount-for.ts';
import { batchSheet } from './aid/batch-sheet.query.ts';
import { dropAid } from './aid/drop-aid.ts';
import { endAid } from './aid/end-aid.ts';
import { grantAid } from './aid/grant-aid.ts';
import { proposeAid } from './aid/propose-aid.ts';
import { freezeAid, revokeAid, thawAid } from './aid/stop-aid.ts';
import type { Category, NeverBought } from './codes.ts';
import { nameLegalBasis } from './instrument/name-legal-basis.ts';
import { openInstrument } from './instrument/open-instrument.ts';
import { publishRulebook } from './instrument/publish-rulebook.ts';
import { rulebook } from './instrument/rulebook.query.ts';
import { budget } from './programme/budget.query.ts';
import { closeAidProgramme } from './programme/close-aid-programme.ts';
import { approveLoad, loadFund } from './programme/load-fund.ts';
import { publishBudget } from './programme/publish-budget.ts';
import { sumsOf } from './programme/sums-of.ts';
import { payFromAid, pursesOf, reserveFromAid, spendRefusals } from './public.ts';
import { giveWalletLink } from './wallet/give-wallet-link.ts';
import { ownWallet } from './wallet/own-wallet.query.ts';
import { walletHash } from './wallet/wallet-link.ts';

let hub: AidHub;
beforeAll(async () => { hub = await openAidHub(); }, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });
const later = (days: number) => ({ at: new Date(Date.now() + days * 86_400_000).toISOString() });
const job = (): Actor => ({ ...visitor(hub.world.network), app: 'job' });
/** Something done on the ledger as a job of this network does it. */
const inside = <R>(work: (asking: { tx: never; network: string; actor: Actor; now: Date }) => Promise<R>): Promise<R> =>
  inTransaction(hub.world.house.app, beginFor(job(), { jobHubs: [hub.world.hub] }), (tx, now) => work({ tx: tx as never, network: hub.world.network, actor: job(), now }));
const sums = (programme: string) => inside(({ tx, network }) => sumsOf(tx, network, { book: hub.instrument, programme }));
/** The statement of rule 10: what was granted is spent, free, held, expired or revoked, and the book adds up. */
async function holds(programme: string) {
  const told = await sums(programme);
  expect(told.spent + told.balance + told.held + told.expired + told.revoked).toBe(told.granted);
  expect((await inside(({ tx, network }) => proveLedger(tx, network, hub.instrument))).faults).toEqual([]);
  return told;
}
const walletOf = async (programme: string, person: string) => (await ownerQuery<{ id: string }>(hub.world.house, `select id from currency.aid where programme_id = $1 and person_id = $2 and granted_at is not null order by id desc`, [programme, person]))[0]!.id;
async function shop() {
  const account = newId();
  await inside((asking) => openAccounts(asking, hub.instrument, [{ id: account, kind: 'merchant' }]));
  return account;
}
const pay = (aid: string, to: string, amount: number, category: Category | NeverBought = 'food') => inside((asking) => payFromAid(asking, { aid, category, shop: to, amount, key: newId() }));

it('the Ossetana list: no second accounts, no money without law, rules and budget, and each no is explained in three languages', async () => {
  const { world: { house }, manager, admin, supervisor, treasurer } = hub;
  const second = { kind: 'aid', names: { fr: 'Encore' }, code: `again-${newId().slice(-8)}`, currency: 'TND' };
  await expect(act(house, manager, openInstrument, second as never)).rejects.toMatchObject(no('second-accounts'));
  const far = await openAidHub();
  await expect(act(far.world.house, far.manager, openInstrument, { ...second, currency: 'EUR', code: (await ownerQuery<{ code: string }>(house, 'select code from currency.instrument where id = $1', [far.instrument]))[0]!.code } as never)).rejects.toMatchObject(no('code-taken'));
  // Euros have their own book, and everything is missing there.
  const { instrument } = await act(house, manager, openInstrument, { ...second, currency: 'EUR' } as never);
  const programme = await hub.programme({ instrument, base: '120', lead: '1000' });
  const approve = (amount = '500') => act(house, supervisor, approveLoad, { programme, amount, proof: 'Relevé 1' } as never);
  const person = await hub.person();
  await expect(approve()).rejects.toMatchObject(no('basis-pending'));
  await expect(act(house, admin, nameLegalBasis, { instrument, country: 'TN', basis: 'x' } as never)).rejects.toMatchObject(no('basis-too-short'));
  await act(house, admin, nameLegalBasis, { instrument, country: 'ES', basis: 'Ley de Cerro-Amate' } as never);
  await expect(approve()).rejects.toMatchObject(no('basis-pending'));
  await act(house, admin, nameLegalBasis, { instrument, country: 'TN', basis: 'Loi 2016-48' } as never);
  await expect(approve()).rejects.toMatchObject(no('no-rulebook'));
  await act(house, manager, publishRulebook, { instrument, rules: { ar: 'أ', fr: 'b', en: 'c' }, in_force_on: dayAtHub(3) } as never);
  await expect(approve()).rejects.toMatchObject(no('no-rulebook'));
  await expect(act(house, manager, publishRulebook, { instrument, rules: { ar: 'أ', fr: 'b', en: 'c' }, in_force_on: dayAtHub() } as never)).rejects.toMatchObject(no('too-early'));
  const other = await hub.programme();
  await expect(act(house, supervisor, approveLoad, { programme: other, amount: '5', proof: 'Relevé 1' } as never)).rejects.toMatchObject(no('no-budget'));
  await expect(act(house, hub.worker, proposeAid, { programme: other, persons: [person] } as never)).rejects.toMatchObject(no('no-budget'));
  // What waits again stops what was already approved.
  await act(house, manager, publishBudget, { programme: other, aid: '600', lines: [] } as never);
  const { load } = await act(house, supervisor, approveLoad, { programme: other, amount: '500', proof: 'Relevé 1' } as never);
  await act(house, admin, nameLegalBasis, { instrument: hub.instrument, country: 'TN' } as never);
  await expect(act(house, treasurer, loadFund, { load })).rejects.toMatchObject(no('basis-pending'));
  await act(house, admin, nameLegalBasis, { instrument: hub.instrument, country: 'TN', basis: 'Loi 2016-48, bons d’aide' } as never);
  await expect(act(house, supervisor, approveLoad, { programme: other, amount: '101', proof: 'Relevé 1' } as never)).rejects.toMatchObject(no('over-budget'));
  await act(house, treasurer, loadFund, { load });
  await expect(act(house, treasurer, loadFund, { load })).rejects.toMatchObject(no('loaded-already'));
  for (const code of ['second-accounts', 'basis-pending', 'no-rulebook', 'no-budget', 'not-resident', ...spendRefusals]) {
    const said = (['ar', 'fr', 'en'] as const).map((lang) => refusalText(new Refusal(`currency.${code}`, { code: 'K7Q4-M2XP' }), { locale: localeOf(lang, 'TN'), terms: {} }));
    expect([new Set(said).size, /[\u0621-\u064a]{3}/u.test(said[0]!)]).toEqual([3, true]);
  }
});

it('a programme is opened whole, its budget published before its money, and four eyes load it', async () => {
  const { world: { house, network }, manager, supervisor, treasurer, instrument } = hub;
  const { instrument: local } = await act(house, manager, openInstrument, { kind: 'currency', names: { fr: 'Monnaie du quartier' }, code: `cur-${newId().slice(-8)}`, currency: 'TND' } as never);
  for (const [code, more] of [['not-aid', { instrument: local }], ['amount-odd', { base: '0' }], ['amount-odd', { child: '1.2345' }], ['above-ceiling', { ceiling: '100' }], ['place-unknown', { territories: ['TN-999'] }], ['day-past', { ends_on: dayAtHub(-1) }]] as const) {
    await expect(hub.programme(more)).rejects.toMatchObject(no(code));
  }
  await expect(hub.programme({ categories: ['alcohol'] })).rejects.toMatchObject({ problems: [{ field: 'categories.0', code: 'choose-one' }] });
  const programme = await hub.programme({ code: 'basket' });
  await expect(hub.programme({ code: 'basket' })).rejects.toMatchObject(no('code-taken'));
  const publish = (aid: string, lines: unknown[] = []) => act(house, manager, publishBudget, { programme, aid, lines } as never);
  await expect(publish('9000', [{ what: 'Cartes', amount: '1001' }])).rejects.toMatchObject(no('over-pledge'));
  await expect(publish('9000', [{ what: 'Cartes' }])).rejects.toMatchObject(no('line-half'));
  await publish('9000', [{ what: 'Cartes', amount: '1000' }, {}]);
  const anybody = visitor(network);
  expect(await ask(house, anybody, budget, { programme })).toMatchObject({ aid: 9_000_000, lines: [{ what: 'Cartes', amount: 1_000_000 }], version: 1, currency: 'TND' });
  expect(await ask(house, anybody, rulebook, { instrument })).toMatchObject({ version: 1, rules: { ar: 'القواعد' }, basis: 'Loi 2016-48, bons d’aide' });
  const approve = (amount: string, by = supervisor, proof = 'Relevé 9') => act(house, by, approveLoad, { programme, amount, proof } as never);
  await expect(approve('0')).rejects.toMatchObject(no('amount-odd'));
  await expect(approve('1', supervisor, 'x')).rejects.toMatchObject(no('proof-too-short'));
  await expect(approve('9001')).rejects.toMatchObject(no('over-budget'));
  const { load } = await approve('8000');
  await expect(approve('1001')).rejects.toMatchObject(no('over-budget'));
  await expect(act(house, { ...treasurer, provedAt: null }, loadFund, { load })).rejects.toMatchObject({ code: 'core.not-fresh' });
  await expect(act(house, { ...treasurer, account: supervisor.account }, loadFund, { load })).rejects.toMatchObject(no('own-approval'));
  await act(house, treasurer, loadFund, { load });
  expect(await holds(programme)).toMatchObject({ loaded: 8_000_000, fund: 8_000_000, granted: 0 });
  await expect(publish('7999')).rejects.toMatchObject(no('below-loaded'));
  // The same by the database alone: one pair of eyes is refused whatever the action would say.
  await expect(ownerQuery(house, 'update currency.load set approved_by = loaded_by where id = $1', [load])).rejects.toMatchObject({ constraint: 'four_eyes' });
  await act(house, manager, closeAidProgramme, { programme });
  expect(await sums(programme)).toMatchObject({ loaded: 8_000_000, fund: 0 });
  await expect(act(house, manager, closeAidProgramme, { programme })).rejects.toMatchObject(no('programme-over'));
});

it('a household gets by who lives in it, once, where it lives, proposed by one and granted by another, all or none', async () => {
  const { world: { house }, officer, worker, supervisor, manager } = hub;
  const programme = await hub.funded('400', { least_members: '2', least_minors: '1' });
  const [mother, child, sister, alone, far] = [await hub.person(), await hub.person({ birth_year: 2020 }), await hub.person(), await hub.person(), await hub.person({ territory: 'TN-53' })];
  const { household } = await act(house, officer, formHousehold, { person: mother, head: 'on' } as never);
  await act(house, officer, addHouseholdMember, { household, person: child, tie: 'child' } as never);
  const other = await act(house, officer, formHousehold, { person: far, head: 'on' } as never);
  await act(house, officer, addHouseholdMember, { household: other.household, person: sister, tie: 'sibling' } as never);
  const codes = (await ownerQuery<{ id: string; code: string }>(house, 'select id, code from people.person where id = any($1)', [[mother, child, sister, alone, far]]));
  const codeOf = (person: string) => codes.find(({ id }) => id === person)!.code;
  const draft = await ask(house, worker, aidDraft, { programme, codes: `${[mother, child, sister, alone, far].map(codeOf).join('\n')} ZZZZ-ZZZZ` });
  expect(draft.lines.map(({ against, amount }) => [against, amount])).toEqual([[null, 140_000], ['twice-in-list', 0], ['too-few-children', 0], ['household-too-small', 0], ['twice-in-list', 0]]);
  expect(draft).toMatchObject({ unknown: ['ZZZZ-ZZZZ'], total: 140_000, fund: 400_000 });
  const propose = (persons: string[]) => act(house, worker, proposeAid, { programme, persons } as never);
  for (const [code, persons] of [['nobody', []], ['nobody', [newId()]], ['twice-in-list', [mother, child]], ['not-resident', [far]], ['household-too-small', [alone]], ['too-few-children', [sister]]] as const) await expect(propose([...persons])).rejects.toMatchObject(no(code));
  const { batch, total } = await propose([mother]);
  expect(total).toBe(140_000);
  const twice = await propose([child]);
  await expect(act(house, supervisor, grantAid, { batch: (await propose([mother])).batch })).resolves.toMatchObject({ total: 140_000 });
  // Two proposals for one household: the second finds what the first gave.
  for (const waiting of [batch, twice.batch]) await expect(act(house, manager, grantAid, { batch: waiting })).rejects.toMatchObject(no('already-granted'));
  await expect(propose([child])).rejects.toMatchObject(no('already-granted'));
  await act(house, worker, dropAid, { batch });
  await expect(act(house, worker, dropAid, { batch })).rejects.toMatchObject(no('batch-decided'));
  await expect(act(house, manager, grantAid, { batch })).rejects.toMatchObject(no('batch-decided'));
  expect(await ask(house, manager, batchSheet, { batch: twice.batch })).toMatchObject({ households: 1, total: 140_000, managerOnly: false, mine: false });
  expect(await holds(programme)).toMatchObject({ granted: 140_000, balance: 140_000, fund: 260_000, wallets: 1 });
  expect([amountFor({ base: 5, adult: 3, child: 2, ceiling: 100 }, { adults: 2, minors: 3 }), amountFor({ base: 5, adult: 3, child: 2, ceiling: 10 }, { adults: 2, minors: 3 }), amountFor({ base: 5, adult: 3, child: 2, ceiling: 100 }, { adults: 0, minors: 2 })]).toEqual([14, 10, 7]);
});

it('above a limit the manager decides, nobody grants her own proposal, and a batch too big for the fund moves nothing', async () => {
  const { world: { house }, worker, supervisor, manager } = hub;
  const programme = await hub.funded('300');
  const three = await Promise.all([hub.person(), hub.person(), hub.person()]);
  const { batch } = await act(house, worker, proposeAid, { programme, persons: three } as never);
  await expect(act(house, supervisor, grantAid, { batch })).rejects.toMatchObject(no('above-limit'));
  await expect(act(house, { ...manager, account: worker.account }, grantAid, { batch })).rejects.toMatchObject(no('own-proposal'));
  await expect(act(house, manager, grantAid, { batch })).rejects.toMatchObject(no('fund-too-small'));
  expect(await holds(programme)).toMatchObject({ granted: 0, wallets: 0, fund: 300_000 });
  await expect(ownerQuery(house, `update currency.batch set state = 'granted', decided_by = proposed_by, decided_at = now() where id = $1`, [batch])).rejects.toMatchObject({ constraint: 'four_eyes' });
  const { batch: pair } = await act(house, worker, proposeAid, { programme, persons: three.slice(0, 2) } as never);
  await act(house, hub.officer, addHouseholdMember, { household: (await act(house, hub.officer, formHousehold, { person: three[0]!, head: 'on' } as never)).household, person: three[2]!, tie: 'sibling' } as never);
  await expect(act(house, manager, grantAid, { batch: pair })).rejects.toMatchObject(no('household-changed'));
});

it('a wallet pays for what it is for, holds, is refunded, ends with a warning, and every unit is somewhere at every instant', async () => {
  const { world: { house, network }, officer, manager } = hub;
  const programme = await hub.funded('1000', { valid_days: '30', warn_days: '10' });
  const [one, two, three] = [await hub.person(), await hub.person(), await hub.person()];
  await hub.grant(programme, [one, two, three]);
  const [wallet, second, third] = [await walletOf(programme, one), await walletOf(programme, two), await walletOf(programme, three)];
  const grocer = await shop();
  expect(await inside(({ tx }) => pursesOf(tx, network, one))).toMatchObject([{ aid: wallet, free: 120_000, until: dayAtHub(30), categories: ['food', 'hygiene'], becomes: 'settled' }]);
  const first = await pay(wallet, grocer, 40_000);
  await pay(wallet, grocer, 35_000, 'hygiene');
  await expect(pay(wallet, grocer, 1_000, 'alcohol')).rejects.toMatchObject(no('never-bought'));
  await expect(pay(wallet, grocer, 1_000, 'clothing')).rejects.toMatchObject(no('category-excluded'));
  await expect(pay(newId(), grocer, 1_000)).rejects.toMatchObject(no('no-aid'));
  await expect(pay(wallet, grocer, 45_001)).rejects.toMatchObject({ code: 'ledger.not-enough' });
  expect(await holds(programme)).toMatchObject({ granted: 360_000, spent: 75_000, balance: 285_000 });
  await inside((asking) => reverseTransfer(asking, hub.instrument, { key: newId(), of: first, amount: 5_000 }));
  const held = await inside((asking) => reserveFromAid(asking, { aid: second, category: 'food', shop: grocer, amount: 20_000, key: newId() }, new Date(Date.now() + 600_000)));
  const gone = await inside((asking) => reserveFromAid(asking, { aid: second, category: 'food', shop: grocer, amount: 7_000, key: newId() }, new Date(Date.now() + 600_000)));
  expect(await holds(programme)).toMatchObject({ spent: 70_000, balance: 263_000, held: 27_000 });
  await expect(act(house, manager, closeAidProgramme, { programme })).rejects.toMatchObject(no('wallets-open'));

  // Lost, found, taken back.
  await act(house, officer, freezeAid, { aid: third, why: 'lost_card' } as never);
  await expect(act(house, officer, freezeAid, { aid: third, why: 'lost_card' } as never)).rejects.toMatchObject(no('not-in-use'));
  await expect(pay(third, grocer, 1_000)).rejects.toMatchObject(no('aid-stopped'));
  await act(house, manager, thawAid, { aid: third });
  await expect(act(house, manager, thawAid, { aid: third })).rejects.toMatchObject(no('not-frozen'));
  await act(house, manager, freezeAid, { aid: third, why: 'doubt' } as never);
  await expect(act(house, manager, thawAid, { aid: third })).rejects.toMatchObject(no('own-freeze'));
  await act(house, manager, revokeAid, { aid: third, why: 'moved_away' } as never);
  await expect(act(house, manager, revokeAid, { aid: third, why: 'twice' } as never)).rejects.toMatchObject(no('not-in-use'));
  expect(await holds(programme)).toMatchObject({ revoked: 120_000, balance: 143_000 });

  // Ten days before the end she is told once, and nobody else; the message waits for the gate of safe contact.
  expect(await act(house, job(), endAid, later(19))).toEqual({ warned: 0, expired: 0, returned: 0 });
  expect(await act(house, job(), endAid, later(20))).toEqual({ warned: 2, expired: 0, returned: 0 });
  expect(await act(house, job(), endAid, later(21))).toEqual({ warned: 0, expired: 0, returned: 0 });
  const wished = (await messageJobs(house, network)).filter(({ input }) => input.basis === 'aid' && input.basis_id === wallet);
  expect(wished.map(({ action, input }) => [action, input.template, input.person])).toEqual([['messages.queue-message', 'come-by', one]]);
  // Its last day is a day of it; the next is not. What is held is left for its payment.
  expect(await act(house, job(), endAid, later(30))).toMatchObject({ expired: 0 });
  expect(await act(house, job(), endAid, later(31.1))).toMatchObject({ expired: 2 });
  expect(await holds(programme)).toMatchObject({ expired: 50_000 + 93_000, held: 27_000, balance: 0, spent: 70_000 });
  await expect(pay(wallet, grocer, 1)).rejects.toMatchObject(no('aid-over'));
  await inside((asking) => postHold(asking, hub.instrument, { key: newId(), of: held }));
  await inside((asking) => voidHold(asking, hub.instrument, { key: newId(), of: gone }));
  expect(await holds(programme)).toMatchObject({ spent: 90_000, held: 0, balance: 7_000 });
  expect(await act(house, job(), endAid, later(32))).toMatchObject({ expired: 0, returned: 1 });
  const last = await holds(programme);
  expect(last).toEqual({ loaded: 1_000_000, fund: 1_000_000 - 90_000, granted: 360_000, spent: 90_000, balance: 0, held: 0, expired: 150_000, revoked: 120_000, wallets: 3 });
  expect(await ask(house, manager, aidSheet, { aid: wallet })).toMatchObject({ standing: 'expired', free: 0, history: [{ what: 'expired', change: -50_000 }, { what: 'refunded', change: 5_000 }, { what: 'paid' }, { what: 'paid' }, { what: 'granted', change: 120_000 }] });
  await act(house, manager, closeAidProgramme, { programme });
  expect(await sums(programme)).toMatchObject({ fund: 0 });
});

it('she reads her own wallet by her link, and nobody reads another’s', async () => {
  const { world: { house, network }, officer } = hub;
  const programme = await hub.funded();
  const [one, two] = [await hub.person(), await hub.person()];
  await hub.grant(programme, [one, two]);
  const wallet = await walletOf(programme, one);
  const { token } = await act(house, officer, giveWalletLink, { aid: wallet });
  const nobody = visitor(network);
  const mine = await ask(house, nobody, ownWallet, { token });
  expect(mine.wallets.map(({ id, free, standing }) => [id, free, standing])).toEqual([[wallet, 120_000, 'loaded']]);
  expect(JSON.stringify(mine)).not.toContain(one);
  const { token: newer } = await act(house, officer, giveWalletLink, { aid: wallet });
  await expect(ask(house, nobody, ownWallet, { token })).rejects.toThrow(NotFound);
  expect((await ask(house, nobody, ownWallet, { token: newer })).wallets).toHaveLength(1);
  for (const wrong of ['x', newer.slice(1), `${newer.slice(0, -2)}AA`]) await expect(ask(house, nobody, ownWallet, { token: wrong })).rejects.toThrow(NotFound);
  // Under a link the database itself gives that person's rows and no other's; without one, none.
  const seen = (link?: Buffer) => inTransaction(house.app, beginFor(nobody, { link }), async (tx) => (await sql<{ id: string }>`select id from currency.aid`.execute(tx)).rows.map(({ id }) => id));
  expect([await seen(walletHash(newer)), await seen(), await seen(walletHash(token))]).toEqual([[wallet], [], []]);
  // Another hub of the network sees neither wallets nor batches.
  const stranger = await (await hub.world.secondHub()).as('hub_manager');
  await expect(ask(house, stranger, aidSheet, { aid: wallet })).rejects.toThrow(NotFound);
  for (const role of ['funding_officer', 'coach', 'dpo'] as const) await expect(act(house, await hub.world.as(role), proposeAid, { programme, persons: [two] } as never)).rejects.toMatchObject({ code: 'core.role-missing' });
});

it('whatever is asked in any order, every unit granted is somewhere', async () => {
  const { world: { house }, manager } = hub;
  const programme = await hub.funded('2000', { valid_days: '5' });
  const persons = await Promise.all(Array.from({ length: 6 }, () => hub.person()));
  await hub.grant(programme, persons);
  const [wallets, grocer] = [await Promise.all(persons.map((person) => walletOf(programme, person))), await shop()];
  let drawn = 20_261_123;
  const below = (most: number) => { drawn = (drawn * 48_271) % 2_147_483_647; return drawn % most; };
  const paid: number[] = [];
  const open: number[] = [];
  for (let step = 0; step < 60; step++) {
    const aid = wallets[below(6)]!;
    const amount = 1 + below(60_000);
    const deeds: (() => Promise<unknown>)[] = [
      async () => { paid.push(await pay(aid, grocer, amount)); },
      async () => { open.push(await inside((asking) => reserveFromAid(asking, { aid, category: 'food', shop: grocer, amount, key: newId() }, new Date(Date.now() + 600_000)))); },
      async () => { if (open.length) await inside((asking) => postHold(asking, hub.instrument, { key: newId(), of: open.shift()! })); },
      async () => { if (paid.length) await inside((asking) => reverseTransfer(asking, hub.instrument, { key: newId(), of: paid[below(paid.length)]!, amount: 1 + below(30_000) })); },
      () => act(house, manager, freezeAid, { aid, why: 'her_wish' } as never), () => act(house, manager, thawAid, { aid }),
      async () => { if (step > 40) await act(house, manager, revokeAid, { aid, why: 'moved_away' } as never); },
      async () => { if (step > 50) await act(house, job(), endAid, later(9)); },
    ];
    // An expected no changes nothing; anything else is a mistake.
    await deeds[below(deeds.length)]!().catch((error: unknown) => { if (!(error instanceof Refusal)) throw error; });
    if (step % 6 === 0) await holds(programme);
  }
  await act(house, job(), endAid, later(9));
  const { granted, balance, spent, expired } = await holds(programme);
  expect([granted, balance, spent > 0, expired > 0]).toEqual([720_000, 0, true, true]);
});
