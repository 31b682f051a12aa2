import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import type { LedgerRefusal } from '../refuse.ts';
import type { Answer, CalledCommand, Command } from './command.ts';

interface Batch {
  readonly network: string;
  readonly book: string;
  /** All or none. */
  readonly whole?: boolean;
  /** Another time than the database's; only a demo may. */
  readonly at?: Date | null;
}

/** Does commands of one book in their order, in the open transaction, as one block of its journal. Answers each in its place. */
export async function applyBatch(tx: AnyTx, { network, book, whole = false, at = null }: Batch, asked: readonly CalledCommand[]): Promise<readonly Answer[]> {
  const each = <V>(value: (command: Command, caller: string) => V): V[] => asked.map(({ command, caller }) => value(command, caller));
  const { rows } = await sql<{ codes: (string | null)[]; numbers: (bigint | null)[] }>`
    select codes, numbers from ledger.apply_batch(${network}::uuid, ${book}::uuid, ${each(({ kind }) => kind)}::text[], ${each((_, caller) => caller)}::uuid[], ${each(({ key }) => key)}::uuid[],
      ${each((c) => ('from' in c ? c.from : null))}::uuid[], ${each((c) => ('to' in c ? c.to : null))}::uuid[], ${each(amountOf)}::bigint[], ${each((c) => ('of' in c ? c.of : null))}::bigint[],
      ${each((c) => (c.kind === 'reserve' ? c.until.toISOString() : null))}::timestamptz[], ${each(({ reason }) => reason ?? null)}::text[], ${whole}::boolean, ${at?.toISOString() ?? null}::timestamptz)`.execute(tx);
  const { codes, numbers } = rows[0]!;
  return codes.map((code, n) => (code === null || code === 'same' ? { number: Number(numbers[n]), before: code === 'same' } : { refused: code as LedgerRefusal }));
}

/** What is no whole number of minor units is refused as an amount, not cut: zero is refused by the ledger itself. */
const amountOf = (command: Command): number | null => {
  if (!('amount' in command) || command.amount === undefined) return null;
  return Number.isSafeInteger(command.amount) ? command.amount : 0;
};
