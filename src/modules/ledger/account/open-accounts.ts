import { sql } from 'kysely';
import type { InLedger } from '../in-ledger.ts';
import { answered } from '../refuse.ts';

/** The farthest bound of a balance, in minor units: still exact as a number of JavaScript. */
export const FARTHEST = 9_000_000_000_000_000;

interface NewAccount {
  readonly id: string;
  /** What it is for whoever opens it: `source`, `fund`, `wallet`, `merchant`. */
  readonly kind: string;
  /** The row of another module that it stands for. */
  readonly holder?: string | null;
  /** How far it may go below zero, in minor units; no overdraft when absent. */
  readonly creditLimit?: number;
  /** The balance it may reach, in minor units; no ceiling when absent. */
  readonly ceiling?: number;
}

/** Opens accounts of a book, all or none. Opening the same again does nothing. Refuses `no-book`, `book-closed`, `key-reused`. */
export async function openAccounts({ tx, network }: InLedger, book: string, accounts: readonly NewAccount[]): Promise<void> {
  const { rows } = await sql<{ code: string | null }>`
    select ledger.open_accounts(${network}::uuid, ${book}::uuid, ${accounts.map(({ id }) => id)}::uuid[], ${accounts.map(({ kind }) => kind)}::text[], ${accounts.map(({ holder }) => holder ?? null)}::uuid[],
      ${accounts.map(({ creditLimit }) => -(creditLimit ?? 0))}::bigint[], ${accounts.map(({ ceiling }) => ceiling ?? FARTHEST)}::bigint[]) as code`.execute(tx);
  answered(rows[0]!.code);
}
