import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { refusalText } from '#apps/explain.ts';
import { Refusal } from '#core/refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { playSequence, sequence } from '#tests/oracle/ledger-sequences.ts';
import { publishHeads } from './head/publish-heads.ts';
import type { InLedger } from './in-ledger.ts';
import { applyBatch, balanceAt, balanceOf, changeAccount, closeBook, Lane, ledgerRefusals, openAccounts, openBook, postHold, proveLedger, reserve, reverseTransfer, statementOf, transfer, transferAll, voidHold } from './public.ts';
import './routes.tsx';

const later = (seconds: number): Date => new Date(Date.now() + seconds * 1_000);

/** A book of aid in dinars: a source, a wallet with 120.000, a second wallet, a shop. */
async function openAid() {
  const { house, network } = await openHub();
  const actor: Actor = { network, account: null, person: null, hub: null, roles: [], app: 'job' };
  const within = <T>(work: (asking: InLedger) => Promise<T>): Promise<T> => inTransaction(house.app, beginFor(actor), (tx, now) => work({ tx, network, actor, now }));
  const [book, source, wallet, other, shop] = [newId(), newId(), newId(), newId(), newId()];
  await within(async (asking) => {
    await openBook(asking, { id: book, instrument: 'aid', code: 'aid', currency: 'TND' });
    await openAccounts(asking, book, [{ id: source, kind: 'source', creditLimit: 1_000_000_000 }, { id: wallet, kind: 'wallet', ceiling: 200_000 }, { id: other, kind: 'wallet' }, { id: shop, kind: 'merchant' }]);
    await transfer(asking, book, { key: newId(), from: source, to: wallet, amount: 120_000, reason: 'grant' });
  });
  const no = (code: string, work: (asking: InLedger) => Promise<unknown>) => expect(within(work)).rejects.toMatchObject({ code: `ledger.${code}` });
  const prove = () => within(({ tx }) => proveLedger(tx, network, book));
  return { house, network, actor, within, no, prove, book, source, wallet, other, shop };
}

it('does what a book told in the plainest way does, whatever is asked, in any order and under any key', async () => {
  const { house, network } = await openHub();
  const runs = Number(process.env.HADINA_LEDGER_SEQUENCES ?? 5);
  await fc.assert(fc.asyncProperty(sequence(), async (steps) => {
    expect(await playSequence(house, network, steps)).toEqual([]);
  }), { numRuns: runs, endOnFailure: true });
}, 600_000);

it('pays, holds, gives back and lets go, and says no for each reason', async () => {
  const { within, no, prove, book, source, wallet, other, shop } = await openAid();
  const pay = (amount: number, more = {}) => (asking: InLedger) => transfer(asking, book, { key: newId(), from: wallet, to: shop, amount, ...more });
  const sale = await within(pay(40_000));
  const held = await within((a) => reserve(a, book, { key: newId(), from: wallet, to: shop, amount: 50_000, until: later(600) }));
  await no('not-enough', pay(30_001));
  await no('holds-outstanding', (a) => closeBook(a, book));
  await no('more-than-held', (a) => postHold(a, book, { key: newId(), of: held, amount: 50_001 }));
  await within((a) => postHold(a, book, { key: newId(), of: held, amount: 35_000 }));
  await no('hold-settled', (a) => voidHold(a, book, { key: newId(), of: held }));
  expect(await within((a) => balanceOf(a, book, wallet))).toEqual({ balance: 45_000, held: 0 });
  await within((a) => reverseTransfer(a, book, { key: newId(), of: sale, amount: 10_000 }));
  await no('more-than-left', (a) => reverseTransfer(a, book, { key: newId(), of: sale, amount: 30_001 }));
  for (const amount of [0, -1, 1.5, 1e15 + 1]) await no('amount-wrong', pay(amount));
  await no('same-account', pay(1, { to: wallet }));
  await no('no-account', pay(1, { to: newId() }));
  await no('no-hold', (a) => postHold(a, book, { key: newId(), of: sale }));
  await no('no-transfer', (a) => reverseTransfer(a, book, { key: newId(), of: held }));
  await no('until-past', (a) => reserve(a, book, { key: newId(), from: wallet, to: shop, amount: 1, until: later(-1) }));
  await no('over-ceiling', (a) => transfer(a, book, { key: newId(), from: source, to: wallet, amount: 200_000 }));
  await no('credit-in-use', (a) => changeAccount(a, book, source, { creditLimit: 5 }));
  await no('ceiling-passed', (a) => changeAccount(a, book, wallet, { ceiling: 5 }));
  await no('not-empty', (a) => changeAccount(a, book, wallet, { closed: true }));
  await within((a) => changeAccount(a, book, wallet, { gives: false }));
  await no('account-frozen', pay(1));
  await within((a) => changeAccount(a, book, shop, { takes: false }));
  await no('not-receiving', (a) => transfer(a, book, { key: newId(), from: source, to: shop, amount: 1 }));
  await within((a) => changeAccount(a, book, other, { closed: true }));
  await no('account-closed', (a) => transfer(a, book, { key: newId(), from: source, to: other, amount: 1 }));
  await no('code-taken', (a) => openBook(a, { id: newId(), instrument: 'time', code: 'aid' }));
  await no('no-book', (a) => closeBook(a, newId()));
  expect(await prove()).toEqual({ entries: 5, accounts: 4, faults: [] });
  await within((a) => closeBook(a, book));
  await no('book-closed', (a) => transfer(a, book, { key: newId(), from: source, to: wallet, amount: 1 }));
});

it('the same key moves once, all or none is all or none, and what is over is let go by the next who asks', async () => {
  const { within, no, prove, book, source, wallet, other, shop, actor, house, network } = await openAid();
  const key = newId();
  const once = () => within((a) => transfer(a, book, { key, from: wallet, to: shop, amount: 20_000 }));
  expect(await once()).toBe(await once());
  await no('key-reused', (a) => transfer(a, book, { key, from: wallet, to: shop, amount: 20_001 }));
  await no('not-enough', (a) => transferAll(a, book, [wallet, other].map((from) => ({ kind: 'move', key: newId(), from, to: shop, amount: 1_000 }))));
  expect(await within((a) => balanceOf(a, book, wallet))).toEqual({ balance: 100_000, held: 0 });
  const held = await within((a) => reserve(a, book, { key: newId(), from: wallet, to: shop, amount: 100_000, until: later(600) }));
  // Ten minutes pass in the time of a demo.
  const demo: Actor = { ...actor, app: 'demo' };
  await inTransaction(house.app, beginFor(demo), (tx) => transfer({ tx, network, actor: demo, now: later(700) }, book, { key: newId(), from: wallet, to: shop, amount: 60_000 }));
  await no('hold-expired', (a) => postHold(a, book, { key: newId(), of: held }));
  const lane = new Lane(house, network, book);
  const asked = await Promise.all(Array.from({ length: 50 }, () => lane.ask(actor.network, { kind: 'move', key: newId(), from: wallet, to: shop, amount: 1_000 })));
  expect(asked.filter((answer) => 'number' in answer)).toHaveLength(40);
  const lines = await within((a) => statementOf(a, book, wallet, { most: 3 }));
  expect(lines.map(({ change, after }) => [change, after])).toEqual([[-1_000, 0], [-1_000, 1_000], [-1_000, 2_000]]);
  const granted = (await within((a) => statementOf(a, book, wallet, { most: 100 }))).at(-1)!;
  expect(await within((a) => balanceAt(a, book, wallet, granted.at))).toBe(120_000);
  expect(await within((a) => balanceAt(a, book, source, new Date(granted.at.getTime() - 1)))).toBe(0);
  expect((await prove()).faults).toEqual([]);
});

it('what is held for a shop that closed is let go, by whoever asks or by its time, and stops nobody else', async () => {
  const { within, no, prove, book, wallet, shop, other, actor, house, network } = await openAid();
  const hold = (amount: number, to: string) => within((a) => reserve(a, book, { key: newId(), from: wallet, to, amount, until: later(600) }));
  const [first, second] = [await hold(50_000, shop), await hold(60_000, shop)];
  await within((a) => changeAccount(a, book, shop, { closed: true }));
  await no('account-closed', (a) => postHold(a, book, { key: newId(), of: first }));
  await within((a) => voidHold(a, book, { key: newId(), of: first }));
  // Ten minutes pass in the time of a demo; the second is over, and the next payment needs what it held.
  const demo: Actor = { ...actor, app: 'demo' };
  expect(await inTransaction(house.app, beginFor(demo), (tx) => transfer({ tx, network, actor: demo, now: later(700) }, book, { key: newId(), from: wallet, to: other, amount: 120_000 }))).toBe(6);
  await no('hold-expired', (a) => voidHold(a, book, { key: newId(), of: second }));
  expect(await within((a) => balanceOf(a, book, wallet))).toEqual({ balance: 0, held: 0 });
  expect((await prove()).faults).toEqual([]);
});

it('a whole with one refusal moves nothing and says what stood before; a ceiling may be reached; another book stays as it was', async () => {
  const { within, no, prove, book, network, source, wallet, other, shop } = await openAid();
  const second = newId();
  await within(async (a) => {
    await openBook(a, { id: second, instrument: 'time', code: 'hours' });
    await openAccounts(a, second, [{ id: source, kind: 'source', creditLimit: 60 }, { id: wallet, kind: 'wallet' }]);
    await transfer(a, second, { key: newId(), from: source, to: wallet, amount: 60 });
  });
  const move = (key: string, amount: number) => ({ kind: 'move', key, from: wallet, to: shop, amount }) as const;
  const [old, last] = [newId(), newId()];
  await within((a) => transferAll(a, book, [move(old, 1_000), move(last, 2_000)]));
  await no('key-reused', (a) => transferAll(a, book, [move(newId(), 10), move(old, 11)]));
  const fresh = newId();
  const whole = (commands: ReturnType<typeof move>[]) => within(({ tx }) => applyBatch(tx, { network, book, whole: true }, commands.map((command) => ({ caller: network, command }))));
  // What was not written has no number; nor has its like beside it.
  const nothing = { number: 0, before: false };
  expect(await whole([move(newId(), 10), move(old, 11)])).toEqual([nothing, { refused: 'key-reused' }]);
  expect(await whole([move(fresh, 10), move(fresh, 11)])).toEqual([nothing, { refused: 'key-reused' }]);
  expect(await whole([move(fresh, 10), move(fresh, 10), move(last, 2_000), move(newId(), 900_000)])).toEqual([nothing, { number: 0, before: true }, { number: 3, before: true }, { refused: 'not-enough' }]);
  expect(await within((a) => balanceOf(a, book, shop))).toEqual({ balance: 3_000, held: 0 });
  await within((a) => transfer(a, book, { key: newId(), from: source, to: wallet, amount: 83_000 }));
  await no('over-ceiling', (a) => transfer(a, book, { key: newId(), from: source, to: wallet, amount: 1 }));
  await within((a) => transfer(a, book, { key: newId(), from: wallet, to: other, amount: 200_000 }));
  expect([(await prove()).faults, (await within(({ tx }) => proveLedger(tx, network, second))).faults]).toEqual([[], []]);
});

it('many at once are done one after the other, what is over ends in the order of its ends, and nobody but a demo has another time', async () => {
  const { within, house, network, actor, prove, book, wallet, shop } = await openAid();
  const all = await Promise.all(Array.from({ length: 8 }, () => within((a) => transfer(a, book, { key: newId(), from: wallet, to: shop, amount: 5_000 }))));
  expect([...all].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  const hold = (until: number) => within((a) => reserve(a, book, { key: newId(), from: wallet, to: shop, amount: 100, until: later(until) }));
  const [slow, quick] = [await hold(500), await hold(400)];
  const demo: Actor = { ...actor, app: 'demo' };
  await inTransaction(house.app, beginFor(demo), (tx) => applyBatch(tx, { network, book, at: later(600) }, []));
  const ends = (await within((a) => statementOf(a, book, wallet, { most: 2 }))).map(({ kind, of }) => [kind, of]);
  expect(ends).toEqual([['expire', slow], ['expire', quick]]);
  await expect(within(({ tx }) => applyBatch(tx, { network, book, at: later(700) }, []))).rejects.toThrow('only a demo');
  await expect(within(({ tx }) => applyBatch(tx, { network, book }, [{ caller: network, command: { kind: 'expire', key: newId(), of: slow } as never }]))).rejects.toThrow('no such command');
  expect((await prove()).faults).toEqual([]);
});

it('opening again is nothing new, opening otherwise is refused, and bounds hold to the unit', async () => {
  const { within, no, prove, actor, house, network, book, source, wallet, other, shop } = await openAid();
  const asBook = { id: book, instrument: 'aid', code: 'aid', currency: 'TND' } as const;
  await within((a) => openBook(a, asBook));
  for (const change of [{ code: 'other' }, { currency: 'JOD' }, { instrument: 'currency' }] as const) await no('key-reused', (a) => openBook(a, { ...asBook, ...change }));
  const asWallet = { id: wallet, kind: 'wallet', ceiling: 200_000 };
  await within((a) => openAccounts(a, book, [asWallet]));
  for (const change of [{ kind: 'fund' }, { ceiling: 200_001 }, { creditLimit: 1 }, { holder: newId() }]) await no('key-reused', (a) => openAccounts(a, book, [{ ...asWallet, ...change }]));
  await no('no-book', (a) => openAccounts(a, newId(), [asWallet]));
  await no('no-account', (a) => changeAccount(a, book, newId(), { gives: false }));
  await within((a) => changeAccount(a, book, wallet, { ceiling: 120_000, creditLimit: 7 }));
  await within((a) => transfer(a, book, { key: newId(), from: wallet, to: shop, amount: 120_007 }));
  await within((a) => changeAccount(a, book, source, { creditLimit: 120_000 }));
  await no('credit-in-use', (a) => changeAccount(a, book, source, { creditLimit: 119_999 }));
  await no('not-empty', (a) => changeAccount(a, book, shop, { closed: true }));
  await within((a) => changeAccount(a, book, other, { closed: true }));
  await no('account-closed', (a) => changeAccount(a, book, other, { gives: true }));
  await within((a) => reserve(a, book, { key: newId(), from: shop, to: wallet, amount: 1e5, until: later(60) }));
  await no('holds-outstanding', (a) => closeBook(a, book));
  expect((await prove()).faults).toEqual([]);
  await inTransaction(house.app, beginFor({ ...actor, app: 'demo' }), (tx) => applyBatch(tx, { network, book, at: later(90) }, []));
  const hours = newId();
  await within((a) => openBook(a, { id: hours, instrument: 'time', code: 'hours' }));
  const begun = new Date();
  await within((a) => closeBook(a, book));
  await within((a) => closeBook(a, book));
  const books = await within(({ tx }) => tx.selectFrom('ledger.book').select(['id', 'closed_at']).where('network_id', '=', network).execute());
  expect(books.map(({ id, closed_at }) => [id, closed_at !== null && closed_at >= begun]).sort()).toEqual([[book, true], [hours, false]].sort());
  await no('book-closed', (a) => openAccounts(a, book, [{ id: newId(), kind: 'wallet' }]));
});

it('a hold is posted only from an account that gives to one that takes and has room, and given back only where there is room', async () => {
  const { within, no, prove, network, book, source, wallet, shop } = await openAid();
  const change = (account: string, to: Parameters<typeof changeAccount>[3]) => within((a) => changeAccount(a, book, account, to));
  const held = await within((a) => reserve(a, book, { key: newId(), from: wallet, to: shop, amount: 50_000, until: later(600) }));
  const post = (a: InLedger) => postHold(a, book, { key: newId(), of: held });
  const odd = await within(({ tx }) => applyBatch(tx, { network, book }, [{ caller: network, command: { kind: 'void', key: newId(), of: held, amount: 49_999 } as never }]));
  expect(odd).toEqual([{ refused: 'amount-wrong' }]);
  await change(wallet, { gives: false });
  await no('account-frozen', post);
  await change(wallet, { gives: true });
  await change(shop, { takes: false });
  await no('not-receiving', post);
  await no('not-receiving', (a) => reserve(a, book, { key: newId(), from: wallet, to: shop, amount: 1, until: later(600) }));
  await change(shop, { takes: true, ceiling: 49_999 });
  await no('over-ceiling', post);
  await change(shop, { ceiling: 50_000 });
  const paid = await within(post);
  await change(wallet, { ceiling: 70_000 });
  await no('over-ceiling', (a) => reverseTransfer(a, book, { key: newId(), of: paid, amount: 1 }));
  await no('over-ceiling', (a) => transfer(a, book, { key: newId(), from: source, to: wallet, amount: 1 }));
  // What is held counts against a credit that is taken back.
  await change(wallet, { creditLimit: 100 });
  await within((a) => reserve(a, book, { key: newId(), from: wallet, to: source, amount: 70_100, until: later(600) }));
  await no('credit-in-use', (a) => changeAccount(a, book, wallet, { creditLimit: 99 }));
  expect((await prove()).faults).toEqual([]);
});

it('while a batch is being written, nobody changes or opens an account of its book, or closes it over what is held', async () => {
  const { within, no, book, wallet, other, shop } = await openAid();
  const done: string[] = [];
  const waiting = await within(async (a) => {
    await reserve(a, book, { key: newId(), from: wallet, to: shop, amount: 1, until: later(600) });
    const both = Promise.all([
      within((b) => changeAccount(b, book, other, { gives: false })).then(() => done.push('changed')),
      within((b) => openAccounts(b, book, [{ id: newId(), kind: 'wallet' }])).then(() => done.push('opened')),
      no('holds-outstanding', (b) => closeBook(b, book)).then(() => done.push('left open')),
    ]);
    await new Promise((go) => setTimeout(go, 150));
    expect(done).toEqual([]);
    return { both };
  });
  await waiting.both;
  expect(done).toHaveLength(3);
});

it('nobody writes past its functions, no network sees another’s books, and whatever the owner changes is seen', async () => {
  const { house, network, actor, within, prove, book, wallet } = await openAid();
  for (const text of ['update ledger.account set balance_minor = 1', 'delete from ledger.transfer', `insert into ledger.block select * from ledger.block`]) {
    await expect(inTransaction(house.app, beginFor(actor), async (tx) => tx.executeQuery({ sql: text, parameters: [], query: { kind: 'RawNode' } as never, queryId: { queryId: text } }))).rejects.toMatchObject({ code: '42501' });
  }
  const stranger = { ...actor, network: (await openHub()).network };
  const seen = await inTransaction(house.app, beginFor(stranger), (tx) => tx.selectFrom('ledger.account').selectAll().where('book_id', '=', book).execute());
  expect(seen).toEqual([]);
  await expect(inTransaction(house.app, beginFor(stranger), (tx, now) => transfer({ tx, network, actor, now }, book, { key: newId(), from: wallet, to: wallet, amount: 1 }))).rejects.toThrow('belongs to the network');
  const elsewhere = (work: (asking: InLedger) => Promise<unknown>) => expect(inTransaction(house.app, beginFor(stranger), (tx, now) => work({ tx, network, actor, now }))).rejects.toThrow('belongs to the network');
  await elsewhere((a) => openBook(a, { id: newId(), instrument: 'time', code: 'theirs' }));
  await elsewhere((a) => openAccounts(a, book, [{ id: newId(), kind: 'wallet' }]));
  await elsewhere((a) => changeAccount(a, book, wallet, { gives: false }));
  await elsewhere((a) => closeBook(a, book));
  expect(await act(house, actor, publishHeads, {})).toMatchObject({ books: 1, published: 1, faults: [] });
  expect(await act(house, actor, publishHeads, {})).toMatchObject({ published: 0 });
  for (const [text, back] of [
    ['update ledger.transfer set amount_minor = amount_minor + 1 where book_id = $1', 'update ledger.transfer set amount_minor = amount_minor - 1 where book_id = $1'],
    [`update ledger.transfer set reason = 'other' where book_id = $1`, `update ledger.transfer set reason = 'grant' where book_id = $1`],
    ['update ledger.account set balance_minor = balance_minor - 1 where book_id = $1 and balance_minor > 0', 'update ledger.account set balance_minor = balance_minor + 1 where book_id = $1 and balance_minor > 0'],
    ['update ledger.head set last_number = 2 where book_id = $1', 'update ledger.head set last_number = 1 where book_id = $1'],
  ] as const) {
    await ownerQuery(house, text, [book]);
    expect((await prove()).faults, text).not.toEqual([]);
    expect((await within((a) => act(house, a.actor, publishHeads, {}))).faults).not.toEqual([]);
    await ownerQuery(house, back, [book]);
  }
  expect((await prove()).faults).toEqual([]);
});

it('every refusal has a sentence of its own in three languages', () => {
  for (const lang of ['ar', 'fr', 'en'] as const) {
    const said = ledgerRefusals.map((code) => refusalText(new Refusal(`ledger.${code}`), { locale: localeOf(lang, 'TN'), terms: {} }));
    expect(new Set(said).size).toBe(ledgerRefusals.length);
    for (const text of said) expect(text).toMatch(lang === 'ar' ? /[\u0621-\u064a]{2}.*\s/ : /\w\s\w/);
  }
});
