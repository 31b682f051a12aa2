import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';

interface Proof {
  readonly entries: number;
  readonly accounts: number;
  /** What does not hold, named by book and number or account; none is the only answer that will do. */
  readonly faults: readonly string[];
}

/** Each is one question whose rows are faults: `$book` stands for the book's columns. */
const questions = (network: string, book: string) => [
  sql<Fault>`select 'numbers: ' || count(*) || ' entries, newest ' || coalesce(max(number), 0) || ', the book says ' || b.last_number as fault
    from ledger.book b left join ledger.transfer t on t.network_id = b.network_id and t.book_id = b.id where b.network_id = ${network} and b.id = ${book}
    group by b.last_number having count(t.number) <> b.last_number or coalesce(max(t.number), 0) <> b.last_number or coalesce(min(t.number), 1) <> 1`,
  sql<Fault>`select 'account ' || a.id || ': ' || a.balance_minor || ' stands, ' || coalesce(s.sum, 0) || ' moved' as fault from ledger.account a
    left join (select id, sum(change) as sum from (
      select from_id as id, -amount_minor as change from ledger.transfer where network_id = ${network} and book_id = ${book} and kind in ('move', 'reverse', 'post')
      union all select to_id, amount_minor from ledger.transfer where network_id = ${network} and book_id = ${book} and kind in ('move', 'reverse', 'post')) e group by id) s on s.id = a.id
    where a.network_id = ${network} and a.book_id = ${book} and a.balance_minor <> coalesce(s.sum, 0)`,
  sql<Fault>`select 'account ' || a.id || ': ' || a.held_minor || ' held, ' || coalesce(s.sum, 0) || ' reserved and not ended' as fault from ledger.account a
    left join (select r.from_id as id, sum(r.amount_minor) as sum from ledger.transfer r where r.network_id = ${network} and r.book_id = ${book} and r.kind = 'reserve'
      and not exists (select from ledger.transfer e where e.network_id = r.network_id and e.book_id = r.book_id and e.of_number = r.number and e.kind in ('post', 'void', 'expire')) group by r.from_id) s on s.id = a.id
    where a.network_id = ${network} and a.book_id = ${book} and a.held_minor <> coalesce(s.sum, 0)`,
  sql<Fault>`select 'hold ' || r.number || ': ' || coalesce(h.state, 'lost') as fault from ledger.transfer r
    left join ledger.hold h on h.network_id = r.network_id and h.book_id = r.book_id and h.number = r.number
    left join ledger.transfer e on e.network_id = r.network_id and e.book_id = r.book_id and e.of_number = r.number and e.kind in ('post', 'void', 'expire')
    where r.network_id = ${network} and r.book_id = ${book} and r.kind = 'reserve'
      and (h.state is distinct from case e.kind when 'post' then 'posted' when 'void' then 'voided' when 'expire' then 'expired' else 'held' end or h.settled_number is distinct from e.number)`,
  sql<Fault>`select 'entry ' || t.number || ' is between accounts that are not in its book' as fault from ledger.transfer t
    left join ledger.account f on f.network_id = t.network_id and f.book_id = t.book_id and f.id = t.from_id
    left join ledger.account o on o.network_id = t.network_id and o.book_id = t.book_id and o.id = t.to_id
    where t.network_id = ${network} and t.book_id = ${book} and (f.id is null or o.id is null)`,
  sql<Fault>`select 'the book does not add up to zero: ' || sum(balance_minor) as fault from ledger.account where network_id = ${network} and book_id = ${book} having sum(balance_minor) <> 0`,
  sql<Fault>`select 'account ' || id || ' is out of its bounds' as fault from ledger.account
    where network_id = ${network} and book_id = ${book} and (balance_minor - held_minor < least_minor or balance_minor > most_minor or held_minor < 0)`,
  sql<Fault>`select 'transfer ' || t.number || ' gave back ' || sum(r.amount_minor) || ' of ' || t.amount_minor as fault from ledger.transfer r
    join ledger.transfer t on t.network_id = r.network_id and t.book_id = r.book_id and t.number = r.of_number
    where r.network_id = ${network} and r.book_id = ${book} and r.kind = 'reverse' group by t.number, t.amount_minor, t.kind having sum(r.amount_minor) > t.amount_minor or t.kind not in ('move', 'post')`,
  sql<Fault>`select 'head of block ' || h.block || ' is not its hash' as fault from ledger.head h
    left join ledger.block b on b.network_id = h.network_id and b.book_id = h.book_id and b.number = h.block
    where h.network_id = ${network} and h.book_id = ${book} and (b.hash is distinct from h.hash or b.last_number is distinct from h.last_number)`,
];
interface Fault { readonly fault: string }

/**
 * Adds up one book again from its journal alone: numbers without gaps, every balance, what is held, the sum zero, bounds, what was given back, every
 * block's hash and the published heads. It changes nothing and needs no right but reading.
 */
export async function proveLedger(tx: AnyTx, network: string, book: string): Promise<Proof> {
  const faults: string[] = [];
  for (const question of questions(network, book)) faults.push(...(await question.execute(tx)).rows.map(({ fault }) => fault));
  faults.push(...(await brokenBlocks(tx, network, book)));
  const { rows } = await sql<{ entries: bigint; accounts: bigint }>`select (select count(*) from ledger.transfer where network_id = ${network} and book_id = ${book}) as entries,
    (select count(*) from ledger.account where network_id = ${network} and book_id = ${book}) as accounts`.execute(tx);
  return { entries: Number(rows[0]!.entries), accounts: Number(rows[0]!.accounts), faults };
}

interface BlockRow { readonly number: bigint; readonly first_number: bigint; readonly last_number: bigint; readonly micros: bigint; readonly hash: Buffer; readonly lines: Buffer | null; readonly many: bigint }

/** Every block hashed anew, from the book's own name to where the book says it stands. */
async function brokenBlocks(tx: AnyTx, network: string, book: string): Promise<string[]> {
  const { rows: blocks } = await sql<BlockRow>`select b.number, b.first_number, b.last_number, (extract(epoch from b.at) * 1000000)::bigint as micros, b.hash, count(t.number) as many,
      sha256(convert_to(string_agg(ledger.line_of(t), e'\\n' order by t.number), 'UTF8')) as lines
    from ledger.block b left join ledger.transfer t on t.network_id = b.network_id and t.book_id = b.book_id and t.number between b.first_number and b.last_number and t.at = b.at
    where b.network_id = ${network} and b.book_id = ${book} group by b.number, b.first_number, b.last_number, b.at, b.hash order by b.number`.execute(tx);
  const { rows: [stands] } = await sql<{ last_hash: Buffer; last_block: bigint; last_number: bigint }>`select last_hash, last_block, last_number from ledger.book where network_id = ${network} and id = ${book}`.execute(tx);
  const faults: string[] = [];
  let before: Buffer = createHash('sha256').update(`hadina ledger ${network} ${book}`).digest();
  let [number, upTo] = [0n, 0n];
  for (const block of blocks) {
    const whole = block.number === number + 1n && block.first_number === upTo + 1n && block.many === block.last_number - block.first_number + 1n;
    const hash = createHash('sha256').update(before).update(String(block.micros)).update(block.lines ?? '').digest();
    if (!whole || !hash.equals(block.hash)) faults.push(`block ${block.number} is not what was written`);
    [before, number, upTo] = [block.hash, block.number, block.last_number];
  }
  if (!stands?.last_hash.equals(before) || stands.last_block !== number || stands.last_number !== upTo) faults.push(`the book stands elsewhere than its newest block ${number}`);
  return faults;
}
