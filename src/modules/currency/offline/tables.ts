import type { Generated } from 'kysely';

type Minor = string | number;

/** Selling without a network (migration 0078): bounds, tills with their keys, sales as they were signed; amounts in the smallest unit. */
export interface OfflineTables {
  'currency.offline_limit': { network_id: string; id: string; hub_id: string; merchant_id: string; currency: string; card_minor: Minor | null; till_minor: Minor | null; set_at: Date; set_by: string | null };
  'currency.offline_till': {
    network_id: string; id: string; hub_id: string; merchant_id: string; organization_id: string; number: number; public_key: Buffer; last_number: Generated<Minor>; last_hash: Buffer; last_at: Date;
    registered_at: Date; registered_by: string | null; stopped_at: Generated<Date | null>; stopped_by: Generated<string | null>;
  };
  'currency.offline_sale': {
    network_id: string; id: string; hub_id: string; merchant_id: string; organization_id: string; till_id: string; number: Minor; hash: Buffer; category: string; amount_minor: Minor; currency: string;
    made_at: Date; arrived_at: Date; clock_odd: boolean; day: string; state: 'paid' | 'refused'; why: string | null; payment_id: string | null;
  };
}
