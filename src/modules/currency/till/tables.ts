import type { Generated } from 'kysely';

type Minor = string | number;

/** What a till takes (migration 0075): sales that name nobody, the wallets they came from, who paid; amounts in the smallest unit. */
export interface TillTables {
  'currency.payment': {
    network_id: string; id: string; hub_id: string; merchant_id: string; organization_id: string; till_account: string | null; number: string; category: string; amount_minor: Minor; refunded_minor: Generated<Minor>;
    currency: string; state: 'taken' | 'part_refunded' | 'refunded'; taken_at: Date;
  };
  'currency.payment_leg': { network_id: string; payment_id: string; book_id: string; number: Minor; hub_id: string; place: number; amount_minor: Minor; refunded_minor: Generated<Minor>; door: Buffer };
  'currency.payment_of': {
    network_id: string; payment_id: string; hub_id: string; person_id: string; card_id: string; means: 'card' | 'phone' | 'message'; amount_minor: Minor; currency: string; paid_at: Date;
  };
  'currency.pay_request': {
    network_id: string; id: string; hub_id: string; merchant_id: string; organization_id: string; number: string; number_hash: Generated<Buffer>; category: string; amount_minor: Minor; currency: string; made_at: Date; made_by: string | null; until_at: Date;
    payment_id: Generated<string | null>;
  };
  'currency.refund': { network_id: string; id: string; hub_id: string; payment_id: string; organization_id: string; amount_minor: Minor; made_at: Date; made_by: string | null };
}
