import { sql } from 'kysely';
import type { InLedger } from '../in-ledger.ts';
import { answered } from '../refuse.ts';

interface AccountChange {
  /** How far it may go below zero, in minor units. */
  readonly creditLimit?: number;
  /** The balance it may reach, in minor units. */
  readonly ceiling?: number;
  /** False freezes it: nothing leaves. What comes back to it still arrives. */
  readonly gives?: boolean;
  readonly takes?: boolean;
  /** Closes it for good; it must be empty. */
  readonly closed?: true;
}

/**
 * Changes the bounds of an account, freezes it, frees it or closes it; what is not named stays.
 * Refuses `no-account`, `account-closed`, `credit-in-use`, `ceiling-passed`, `not-empty`.
 */
export async function changeAccount({ tx, network }: InLedger, book: string, account: string, { creditLimit, ceiling, gives, takes, closed }: AccountChange): Promise<void> {
  const { rows } = await sql<{ code: string | null }>`
    select ledger.change_account(${network}::uuid, ${book}::uuid, ${account}::uuid, ${creditLimit === undefined ? null : -creditLimit}::bigint, ${ceiling ?? null}::bigint,
      ${gives ?? null}::boolean, ${takes ?? null}::boolean, ${closed ?? false}::boolean) as code`.execute(tx);
  answered(rows[0]!.code);
}
