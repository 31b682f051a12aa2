import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import type { InLedger } from './in-ledger.ts';
import type { Command } from './move/command.ts';
import { applyBatch, balanceOf, changeAccount, openAccounts, openBook, postHold, proveLedger, reserve, statementOf, transfer } from './public.ts';
import './routes.tsx';

const BEGUN = Date.parse('2026-03-02T08:00:00Z');
const at = (seconds: number): Date => new Date(BEGUN + seconds * 1_000);

/** A book in the time of a demo, so that every moment is known: a wallet with 100 that may not go below zero, another without anything, a shop. */
async function openBook100() {
  const { house, network } = await openHub();
  const actor: Actor = { network, account: null, person: null, hub: null, roles: [], app: 'demo' };
  const within = <T>(work: (asking: InLedger) => Promise<T>, seconds = 0): Promise<T> => inTransaction(house.app, beginFor(actor), (tx) => work({ tx, network, actor, now: at(seconds) }));
  const [book, source, wallet, other, shop] = [newId(), newId(), newId(), newId(), newId()];
  await within(async (a) => {
    await openBook(a, { id: book, instrument: 'aid', code: 'aid', currency: 'TND' });
    await openAccounts(a, book, [{ id: source, kind: 'source', creditLimit: 1_000 }, { id: wallet, kind: 'wallet' }, { id: other, kind: 'wallet' }, { id: shop, kind: 'merchant' }]);
    await transfer(a, book, { key: newId(), from: source, to: wallet, amount: 100 });
  });
  /** Many at once, one after the other in one batch: the number of each that was done, the reason of each that was not. */
  const batch = (commands: readonly Command[], seconds = 1) => within(async ({ tx }) =>
    (await applyBatch(tx, { network, book, at: at(seconds) }, commands.map((command) => ({ caller: network, command })))).map((answer) => ('refused' in answer ? answer.refused : answer.number)), seconds);
  const stands = (account: string) => within((a) => balanceOf(a, book, account));
  const addsUp = async () => expect((await within(({ tx }) => proveLedger(tx, network, book))).faults).toEqual([]);
  const move = (amount: number, key = newId()) => ({ kind: 'move', key, from: wallet, to: shop, amount }) as const;
  const hold = (amount: number, until: number, seconds = 0) => within((a) => reserve(a, book, { key: newId(), from: wallet, to: shop, amount, until: at(until) }), seconds);
  return { within, network, batch, stands, addsUp, move, hold, book, source, wallet, other, shop };
}

it('what was done a moment ago in the same batch counts: a key once, a hold once, never more given back than was paid', async () => {
  const { batch, stands, addsUp, move, hold, wallet, shop } = await openBook100();
  const key = newId();
  expect(await batch([move(10, key), move(10, key), move(11, key), move(1)])).toEqual([2, 2, 'key-reused', 3]);
  expect([await stands(wallet), await stands(shop)]).toEqual([{ balance: 89, held: 0 }, { balance: 11, held: 0 }]);
  const [one, two] = [await hold(20, 60), await hold(5, 60)];
  const post = (of: number, amount?: number) => ({ kind: 'post', key: newId(), of, ...(amount ? { amount } : {}) }) as const;
  const letGo = (of: number) => ({ kind: 'void', key: newId(), of }) as const;
  expect(await batch([post(one, 8), post(one, 8), letGo(one), letGo(two), letGo(two), post(two)])).toEqual([6, 'hold-settled', 'hold-settled', 7, 'hold-settled', 'hold-settled']);
  expect([await stands(wallet), await stands(shop)]).toEqual([{ balance: 81, held: 0 }, { balance: 19, held: 0 }]);
  const back = (of: number, amount: number) => ({ kind: 'reverse', key: newId(), of, amount }) as const;
  // Of ten: six, then never five more, then four; of eight that were posted, all of it once.
  expect(await batch([back(2, 6), back(2, 5), back(2, 4), back(2, 1), back(6, 8), back(6, 1)])).toEqual([8, 'more-than-left', 9, 'more-than-left', 10, 'more-than-left']);
  expect([await stands(wallet), await stands(shop)]).toEqual([{ balance: 99, held: 0 }, { balance: 1, held: 0 }]);
  await addsUp();
});

it('at its end what is reserved is over, to the moment, and whoever asks in that batch is told so; what she reserves beside it keeps its own end', async () => {
  const { within, batch, stands, addsUp, move, hold, book, wallet, shop } = await openBook100();
  const [first, later] = [await hold(60, 30), await hold(40, 90)];
  // One second before its end it still counts.
  expect(await batch([move(1)], 29)).toEqual(['not-enough']);
  const [gone, posted, reserved] = await batch([
    { kind: 'void', key: newId(), of: first }, { kind: 'post', key: newId(), of: first }, { kind: 'reserve', key: newId(), from: wallet, to: shop, amount: 60, until: at(75), reason: 'till' },
  ], 30);
  expect([gone, posted, await stands(wallet)]).toEqual(['hold-expired', 'hold-expired', { balance: 100, held: 100 }]);
  const kept = await within(({ tx }) => tx.selectFrom('ledger.hold').select(['number', 'state', 'until_at']).where('book_id', '=', book).orderBy('number').execute());
  expect(kept.map((one) => [Number(one.number), one.state, one.until_at])).toEqual([[first, 'expired', at(30)], [later, 'held', at(90)], [reserved, 'held', at(75)]]);
  const [line] = await within((a) => statementOf(a, book, wallet, { most: 1 }));
  expect(line).toMatchObject({ number: reserved, kind: 'reserve', reason: 'till', at: at(30) });
  // What the ledger writes by itself has a key too, made of what ended.
  const [end] = await within(({ tx }) => tx.selectFrom('ledger.transfer').select('key').where('book_id', '=', book).where('kind', '=', 'expire').execute());
  expect(end!.key.replaceAll('-', '')).toBe(createHash('md5').update(`expire ${first}`).digest('hex'));
  // It was reserved beside one that ended: at its own end it goes, and not before.
  expect(await batch([move(60)], 74)).toEqual(['not-enough']);
  expect(await batch([move(60)], 75)).toEqual([7]);
  await addsUp();
});

it('a frozen account reserves nothing either, a book that is not there is told for each, and nothing asked is nothing done', async () => {
  const { within, network, batch, stands, addsUp, move, book, wallet, shop } = await openBook100();
  await within((a) => changeAccount(a, book, wallet, { gives: false }));
  expect(await batch([{ kind: 'reserve', key: newId(), from: wallet, to: shop, amount: 1, until: at(60) }, move(1)])).toEqual(['account-frozen', 'account-frozen']);
  expect(await within(({ tx }) => applyBatch(tx, { network, book: newId() }, [move(1), move(2)].map((command) => ({ caller: network, command }))))).toEqual([{ refused: 'no-book' }, { refused: 'no-book' }]);
  await expect(within((a) => transfer(a, newId(), { key: newId(), from: wallet, to: shop, amount: 1 }))).rejects.toMatchObject({ code: 'ledger.no-book' });
  await expect(within((a) => postHold(a, newId(), { key: newId(), of: 1 }))).rejects.toMatchObject({ code: 'ledger.no-book' });
  expect([await batch([]), await stands(wallet)]).toEqual([[], { balance: 100, held: 0 }]);
  await addsUp();
});
