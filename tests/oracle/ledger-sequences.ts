import fc from 'fast-check';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { type AnyTx, inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { Refusal } from '#core/refusal.ts';
import { applyBatch, balanceAt, balanceOf, type CalledCommand, changeAccount, closeBook, openAccounts, openBook, proveLedger, statementOf } from '#modules/ledger/public.ts';
import { LedgerModel, type ModelAccount, type ModelAnswer, type Wish } from './ledger-model.ts';

const FAR = 9_000_000_000_000_000;
/** Where value comes from, a fund, two wallets with a ceiling, two merchants. */
const roles: readonly ModelAccount[] = [[-FAR, FAR], [0, FAR], [0, 300], [-40, 500], [0, FAR], [-15, 120]].map(([least, most]) => ({ least: least!, most: most!, gives: true, takes: true, closed: false }));

const step = fc.record({
  kind: fc.constantFrom('move', 'move', 'move', 'reserve', 'reserve', 'post', 'void', 'reverse', 'change', 'close'),
  from: fc.nat(7), to: fc.nat(7), amount: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 90 }) }, { weight: 1, arbitrary: fc.constantFrom(0, -1, 301, 1e15, 1e15 + 1) }),
  spoken: fc.nat(40), whole: fc.boolean(), part: fc.boolean(),
  /** 0 to 6: a key of its own; else that of an earlier command, as it was or with another amount. */
  key: fc.nat(9), again: fc.nat(30), caller: fc.nat(1), later: fc.nat(30), until: fc.integer({ min: -3, max: 60 }),
  /** Every few commands a batch ends. */
  ends: fc.nat(4), change: fc.nat(7), bound: fc.nat(60), rare: fc.nat(5),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A hundred commands with what a day at a till and a bad day bring. */
export const sequence = (commands = 100): fc.Arbitrary<Step[]> => fc.array(step, { minLength: commands, maxLength: commands, size: 'max' });

/** Does one sequence in a new book and in the model beside it; gives what differs and what does not add up. Everything happens in one transaction, in the time of the sequence. */
export async function playSequence({ app }: Pick<House, 'app'>, network: string, steps: readonly Step[]): Promise<string[]> {
  const now = new Date('2026-03-02T08:00:00Z');
  const actor: Actor = { network, account: null, person: null, hub: null, roles: [], app: 'demo', demoAt: now };
  return inTransaction(app, beginFor(actor), async (tx) => {
    const game = await Game.open(tx, network, actor, now);
    for (const each of steps) await game.take(each);
    return game.end();
  });
}

class Game {
  readonly faults: string[] = [];
  private readonly model = new LedgerModel();
  private readonly told: Wish[] = [];
  private wishes: Wish[] = [];
  private clock: number;

  private constructor(private readonly tx: AnyTx, private readonly network: string, private readonly book: string, private readonly ids: readonly string[], private readonly callers: readonly string[], private readonly actor: Actor, begun: Date) {
    this.clock = begun.getTime();
    for (const [n, role] of roles.entries()) this.model.accounts.set(ids[n]!, { ...role });
  }

  static async open(tx: AnyTx, network: string, actor: Actor, now: Date): Promise<Game> {
    const [book, asking] = [newId(), { tx, network, actor, now }];
    await openBook(asking, { id: book, instrument: 'aid', code: `b${book.slice(0, 8)}${book.slice(-12)}`, currency: 'TND' });
    // Two more stand in the book of nobody: one that never was, and none at all.
    const ids = [...roles, {}, {}].map(() => newId());
    await openAccounts(asking, book, roles.map(({ least, most }, n) => ({ id: ids[n]!, kind: 'wallet', creditLimit: -least, ceiling: most })));
    return new Game(tx, network, book, ids, [newId(), newId()], actor, now);
  }

  async take(taken: Step): Promise<void> {
    if (taken.kind === 'change') {
      if (taken.rare === 0) await this.change(taken);
    } else if (taken.kind === 'close') {
      if (taken.rare === 0 && taken.bound === 0) await this.close();
    } else {
      const wish = this.wishOf(taken);
      this.wishes.push(wish);
      this.told.push(wish);
    }
    if (taken.ends === 0) await this.send(taken.later * 1_000, taken.whole && taken.rare < 2);
  }

  async end(): Promise<string[]> {
    await this.send(0, false);
    await this.compareJournal();
    this.faults.push(...(await proveLedger(this.tx, this.network, this.book)).faults);
    return this.faults;
  }

  private wishOf({ kind, from, to, amount, spoken, part, key, again, caller, until }: Step): Wish {
    const earlier = key > 6 && this.told.length ? this.told[again % this.told.length]! : null;
    if (earlier) return key === 9 ? { ...earlier, amount: amount || 1 } : earlier;
    const asked = { caller: this.callers[caller]!, key: newId(), ...(part ? { reason: 'till' } : {}) };
    if (kind === 'move') return { ...asked, kind, from: this.ids[from]!, to: this.ids[to]!, amount };
    if (kind === 'reserve') return { ...asked, kind, from: this.ids[from]!, to: this.ids[to]!, amount, until: new Date(this.clock + until * 1_000) };
    // Mostly of one that could be meant, now and then of one that was never there.
    const meant = this.model.journal.filter((entry) => (kind === 'reverse' ? entry.kind === 'move' || entry.kind === 'post' : entry.kind === 'reserve'));
    const of = spoken % 6 === 0 || !meant.length ? spoken + 1 : meant[spoken % meant.length]!.number;
    return kind === 'void' ? { ...asked, kind, of } : { ...asked, kind: kind === 'post' ? 'post' : 'reverse', of, ...(part ? { amount } : {}) };
  }

  private async send(later: number, whole: boolean): Promise<void> {
    this.clock += later;
    const [wishes, at] = [this.wishes, new Date(this.clock)];
    this.wishes = [];
    const asked = wishes.map(({ caller, ...command }) => ({ caller, command }) as CalledCommand);
    const said = await applyBatch(this.tx, { network: this.network, book: this.book, whole, at }, asked);
    const should = this.model.batch(wishes, this.clock, whole);
    // What a refused whole would have done has no number in either.
    const plain = (answers: readonly ModelAnswer[]) => JSON.stringify(answers.map((answer) => ('refused' in answer ? answer.refused : whole && should.some((one) => 'refused' in one) ? 'fine' : [answer.number, answer.before])));
    if (plain(said) !== plain(should)) this.faults.push(`said ${plain(said)}, should ${plain(should)} to ${JSON.stringify(wishes)}`);
    await this.compareAccounts();
  }

  private async change({ from, change, bound }: Step): Promise<void> {
    await this.send(0, false);
    const id = this.ids[from]!;
    const wish = [{ least: -bound }, { most: bound * 5 }, { gives: false }, { gives: true }, { takes: false }, { takes: true }, { closed: true }, { gives: true, takes: true }][change] as Partial<ModelAccount>;
    const should = this.model.change(id, wish);
    const said = await this.code(() => changeAccount(this.asking, this.book, id, {
      ...(wish.least === undefined ? {} : { creditLimit: -wish.least }), ...(wish.most === undefined ? {} : { ceiling: wish.most }),
      ...(wish.gives === undefined ? {} : { gives: wish.gives }), ...(wish.takes === undefined ? {} : { takes: wish.takes }), ...(wish.closed ? { closed: true } : {}),
    }));
    if (said !== should) this.faults.push(`a change ${JSON.stringify(wish)} said ${said}, should ${should}`);
  }

  private async close(): Promise<void> {
    await this.send(0, false);
    const should = this.model.close();
    const said = await this.code(() => closeBook(this.asking, this.book));
    if (said !== (should === 'same' ? null : should)) this.faults.push(`closing said ${said}, should ${should}`);
  }

  private get asking() { return { tx: this.tx, network: this.network, actor: this.actor, now: new Date(this.clock) }; }

  private code = (work: () => Promise<void>): Promise<string | null> =>
    work().then(() => null, (error: unknown) => { if (error instanceof Refusal) return error.code.replace('ledger.', ''); throw error; });

  private async compareAccounts(): Promise<void> {
    const { rows } = await sqlAccounts(this.tx, this.network, this.book);
    for (const { id, balance_minor, held_minor } of rows) {
      const [is, should] = [[Number(balance_minor), Number(held_minor)], [this.model.balance(id), this.model.held(id)]];
      if (String(is) !== String(should)) this.faults.push(`an account has ${is}, should have ${should}`);
    }
  }

  private async compareJournal(): Promise<void> {
    const [id, entry] = [this.ids[1 + (this.model.journal.length % 5)]!, this.model.journal[this.model.journal.length >> 1]];
    if (!entry) return;
    for (const at of [entry.at, entry.at - 1]) {
      const [is, should] = [await balanceAt(this.asking, this.book, id, new Date(at)), this.model.balance(id, at)];
      if (is !== should) this.faults.push(`at a moment an account had ${is}, should have had ${should}`);
    }
    const lines = await statementOf(this.asking, this.book, id, { most: 1_000 });
    const of = this.model.journal.filter(({ from, to }) => from === id || to === id).reverse();
    const told = (kind: string, number: number, amount: number, at: number) => `${number} ${kind} ${amount} ${at}`;
    const [is, should] = [lines.map((l) => told(l.kind, l.number, l.amount, l.at.getTime())), of.map((e) => told(e.kind, e.number, e.amount, e.at))];
    if (String(is) !== String(should)) this.faults.push(`a statement says ${is}, should say ${should}`);
    const now = await balanceOf(this.asking, this.book, id);
    if (lines.reduce((sum, { change }) => sum + change, 0) !== now?.balance || (lines[0]?.after ?? 0) !== now.balance) this.faults.push('the lines of a statement are not its balance');
  }
}

const sqlAccounts = async (tx: AnyTx, network: string, book: string) => ({
  rows: (await tx.selectFrom('ledger.account').select(['id', 'balance_minor', 'held_minor']).where('network_id', '=', network).where('book_id', '=', book).execute()) as { id: string; balance_minor: bigint; held_minor: bigint }[],
});
