import type { Generated } from 'kysely';

type Minor = string | number;

/** Where a paper voucher stands. */
export type VoucherState = 'issued' | 'redeemed' | 'void' | 'expired';

/** Paper vouchers, conversions and what is bought of a local currency (migration 0076); amounts in the smallest unit. */
export interface VoucherTables {
  'currency.purchase': {
    network_id: string; id: string; hub_id: string; instrument_id: string; account_id: string; amount_minor: Minor; proof: string; approved_by: string; approved_at: Date;
    taken_by: Generated<string | null>; taken_at: Generated<Date | null>; number: Generated<Minor | null>;
  };
  'currency.conversion': {
    network_id: string; id: string; hub_id: string; organization_id: string; programme_id: string; from_book: string; from_account: string; from_number: Minor; to_book: string; to_account: string; to_number: Minor;
    amount_minor: Minor; converted_at: Date; converted_by: string;
  };
  'currency.voucher_batch': {
    network_id: string; id: string; hub_id: string; aid_id: string; person_id: string; book_id: string; pieces: number; amount_minor: Minor; expires_on: string; drawn_at: Date; drawn_by: string | null;
  };
  'currency.voucher': {
    network_id: string; id: string; hub_id: string; batch_id: string; book_id: string; wallet_id: string; serial: number; amount_minor: Minor; expires_on: string; hash: Buffer; state: VoucherState; state_at: Date; state_by: string | null;
    organization_id: Generated<string | null>; shop_id: Generated<string | null>; paid_minor: Generated<Minor | null>; number: Generated<Minor | null>;
    payment_id: Generated<string | null>;
  };
}
