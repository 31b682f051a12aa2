import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Doing } from '#core/action.ts';
import type { Category } from '../codes.ts';
import type { CurrencyTables } from '../currency.ts';
import type { VoucherState } from './tables.ts';
import { voucherCode, voucherLink } from './voucher-code.ts';

/** A voucher as it was brought, with what its programme and its account say; amounts in the smallest unit. */
export interface KnownVoucher {
  readonly id: string;
  readonly hub: string;
  readonly book: string;
  readonly wallet: string;
  readonly currency: string;
  readonly amount: number;
  readonly until: string;
  readonly state: VoucherState;
  /** The sale it paid, once it was taken. */
  readonly payment: string | null;
  readonly programme: string;
  readonly categories: readonly Category[];
  readonly closed: boolean;
  /** False while the aid is frozen. */
  readonly gives: boolean;
}

/** The voucher of a code; nothing when no voucher has it. What stands in the row must be what the code signs (`altered`). */
export async function voucherBrought({ tx, network, blind }: Pick<Doing<CurrencyTables>, 'tx' | 'network' | 'blind'>, brought: string): Promise<(KnownVoucher & { altered: boolean }) | undefined> {
  const hash = voucherLink(brought);
  const { rows } = await sql<KnownVoucher>`
    select v.id, v.hub_id as hub, v.book_id as book, v.wallet_id as wallet, i.currency, v.amount_minor::float8 as amount, v.expires_on as until, v.state, v.payment_id as payment,
      p.id as programme, p.categories, p.closed_at is not null as closed, l.gives
    from currency.voucher v join currency.instrument i on i.network_id = v.network_id and i.id = v.book_id join ledger.account l on l.network_id = v.network_id and l.book_id = v.book_id and l.id = v.id
      join currency.programme p on p.network_id = v.network_id and p.id = l.holder_id
    where v.network_id = ${network} and v.hash = ${hash}`.execute(tx);
  const row = rows[0];
  return row && { ...row, altered: !timingSafeEqual(hash, voucherLink(voucherCode(blind, row))) };
}

/** Holds a voucher for this transaction if it may still be taken; of two tills at once the second finds it gone. */
export async function holdVoucher({ tx, network }: Pick<Doing<CurrencyTables>, 'tx' | 'network'>, voucher: string): Promise<boolean> {
  return (await tx.selectFrom('currency.voucher').select('id').where('network_id', '=', network).where('id', '=', voucher).where('state', '=', 'issued').forUpdate().executeTakeFirst()) !== undefined;
}
