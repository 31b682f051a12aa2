/**
 * The ledger told again in the plainest way: a list of entries, and every balance added up from it each time it is asked. Written from domain.md (rules 9
 * and 10) and the decision record beside the SQL, never from it; where the two differ, one of them is wrong. At most 150 lines, so that it can be read.
 */
export interface Wish {
  readonly kind: 'move' | 'reverse' | 'reserve' | 'post' | 'void';
  readonly caller: string;
  readonly key: string;
  readonly from?: string;
  readonly to?: string;
  readonly amount?: number;
  readonly of?: number;
  readonly until?: Date;
  readonly reason?: string;
}
export interface ModelAccount { least: number; most: number; gives: boolean; takes: boolean; closed: boolean }
export interface ModelEntry { number: number; kind: Wish['kind'] | 'expire'; from: string; to: string; amount: number; of: number | null; until: number | null; at: number; caller: string; key: string; reason: string | null }
export type ModelAnswer = { number: number; before: boolean } | { refused: string };

const moving = new Set(['move', 'reverse', 'post']);
const LARGEST = 1e15;

export class LedgerModel {
  readonly accounts = new Map<string, ModelAccount>();
  journal: ModelEntry[] = [];
  closed = false;
  private last = 0;
  private known = 0;

  /** What stands on an account after every entry up to a moment. */
  balance(id: string, until = Number.POSITIVE_INFINITY): number {
    return this.journal.filter(({ kind, at }) => moving.has(kind) && at <= until).reduce((sum, { from, to, amount }) => sum + (to === id ? amount : 0) - (from === id ? amount : 0), 0);
  }

  /** What is reserved of an account and not ended. */
  held(id: string): number {
    return this.journal.filter((entry) => entry.kind === 'reserve' && entry.from === id && !this.endOf(entry)).reduce((sum, { amount }) => sum + amount, 0);
  }

  /** Does wishes in their order; all or none when they are one whole. */
  batch(wishes: readonly Wish[], at: number, whole = false): ModelAnswer[] {
    const [kept, last] = [this.journal, this.last];
    // Nobody can speak of an entry whose number she was not told yet.
    this.known = kept.length;
    this.journal = [...kept];
    this.last = Math.max(this.last, at);
    const over = this.journal.filter((entry) => entry.kind === 'reserve' && !this.endOf(entry) && entry.until! <= this.last);
    for (const { number, from, to, amount } of over.sort((a, b) => a.until! - b.until! || a.number - b.number)) {
      this.write({ kind: 'expire', from, to, amount, of: number, until: null, caller: '', key: `${number}`, reason: null });
    }
    const answers = wishes.map((wish) => this.one(wish));
    if (whole && answers.some((answer) => 'refused' in answer)) {
      [this.journal, this.last] = [kept, last];
      return answers.map((answer) => ('refused' in answer || (answer.number > kept.length) ? answer : { ...answer, before: true }));
    }
    if (this.journal.length === kept.length) this.last = last;
    return answers;
  }

  /** Changes an account between two batches, or says why not. */
  change(id: string, { least, most, gives, takes, closed }: Partial<ModelAccount>): string | null {
    const was = this.accounts.get(id);
    if (!was) return 'no-account';
    if (was.closed) return 'account-closed';
    if (this.balance(id) - this.held(id) < (least ?? was.least)) return 'credit-in-use';
    if (this.balance(id) > (most ?? was.most)) return 'ceiling-passed';
    if (closed && (this.balance(id) !== 0 || this.held(id) !== 0)) return 'not-empty';
    this.accounts.set(id, { least: least ?? was.least, most: most ?? was.most, gives: gives ?? was.gives, takes: takes ?? was.takes, closed: closed ?? false });
    return null;
  }

  /** Closes the book, unless something is still held. */
  close(): string | null {
    if (this.closed) return 'same';
    if (this.journal.some((entry) => entry.kind === 'reserve' && !this.endOf(entry))) return 'holds-outstanding';
    this.closed = true;
    return null;
  }

  private one(wish: Wish): ModelAnswer {
    const spoken = wish.of === undefined || wish.of > this.known ? undefined : this.journal[wish.of - 1];
    const full = this.completed(wish, spoken);
    const before = this.journal.find(({ caller, key }) => caller === wish.caller && key === wish.key);
    if (before) return same(before, full) ? { number: before.number, before: true } : { refused: 'key-reused' };
    const refused = this.whyNot(full, spoken);
    return refused ? { refused } : { number: this.write(full as Omit<ModelEntry, 'number' | 'at'>), before: false };
  }

  /** A wish with what it takes from the entry it speaks of: its accounts, and its amount where none was named. */
  private completed({ kind, caller, key, from, to, amount, of, until, reason }: Wish, spoken?: ModelEntry) {
    const rest = { kind, caller, key, of: of ?? null, until: until?.getTime() ?? null, reason: reason ?? null };
    if (kind === 'move' || kind === 'reserve') return { ...rest, from, to, amount };
    const [giver, taker] = kind === 'reverse' ? [spoken?.to, spoken?.from] : [spoken?.from, spoken?.to];
    return { ...rest, from: giver, to: taker, amount: amount ?? spoken?.amount };
  }

  private whyNot({ kind, from, to, amount, until }: ReturnType<LedgerModel['completed']>, spoken?: ModelEntry): string | null {
    if (this.closed) return 'book-closed';
    if ((kind === 'post' || kind === 'void') && spoken?.kind !== 'reserve') return 'no-hold';
    if (kind === 'reverse' && spoken?.kind !== 'move' && spoken?.kind !== 'post') return 'no-transfer';
    if (amount === undefined || !Number.isSafeInteger(amount) || amount < 1 || amount > LARGEST) return 'amount-wrong';
    if (from !== undefined && from === to) return 'same-account';
    const [giver, taker] = [this.accounts.get(from!), this.accounts.get(to!)];
    if (!giver || !taker) return 'no-account';
    if (kind !== 'void' && (giver.closed || taker.closed)) return 'account-closed';
    const end = kind === 'post' || kind === 'void' ? this.endOf(spoken!) : undefined;
    if (end) return end.kind === 'expire' ? 'hold-expired' : 'hold-settled';
    if (kind === 'post' && amount > spoken!.amount) return 'more-than-held';
    if (kind === 'void' && amount !== spoken!.amount) return 'amount-wrong';
    if (kind === 'reverse' && amount > spoken!.amount - this.givenBack(spoken!)) return 'more-than-left';
    if (kind === 'reserve' && !(until! > this.last)) return 'until-past';
    if (kind === 'void') return null;
    if (kind !== 'reverse' && !giver.gives) return 'account-frozen';
    if (kind !== 'reverse' && !taker.takes) return 'not-receiving';
    if (kind !== 'post' && this.balance(from!) - this.held(from!) - amount < giver.least) return 'not-enough';
    if (kind !== 'reserve' && this.balance(to!) + amount > taker.most) return 'over-ceiling';
    return null;
  }

  private endOf({ number }: ModelEntry): ModelEntry | undefined {
    return this.journal.find(({ of, kind }) => of === number && kind !== 'reverse');
  }

  private givenBack({ number }: ModelEntry): number {
    return this.journal.filter(({ of, kind }) => of === number && kind === 'reverse').reduce((sum, { amount }) => sum + amount, 0);
  }

  private write(entry: Omit<ModelEntry, 'number' | 'at'>): number {
    this.journal.push({ ...entry, number: this.journal.length + 1, at: this.last });
    return this.journal.length;
  }
}

const same = (one: ModelEntry, other: object): boolean =>
  (['kind', 'from', 'to', 'amount', 'of', 'until', 'reason'] as const).every((field) => one[field] === (other as ModelEntry)[field]);
