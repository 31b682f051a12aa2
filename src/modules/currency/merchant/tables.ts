import type { Generated } from 'kysely';
import type { AlertKind, Category, ClaimState, MerchantState } from '../codes.ts';

/** Whole numbers of the database's longest kind arrive as text. */
type Minor = string | number;

/** The tables of migration 0074: shops that take part and what is owed to them; amounts in the smallest unit. */
export interface MerchantTables {
  'currency.merchant': {
    network_id: string; id: string; hub_id: string; organization_id: string; state: MerchantState; categories: Category[]; opens_at: string | null; closes_at: string | null; code: number; agreement_id: Generated<string | null>;
    applied_at: Date; applied_by: string | null; state_at: Date; state_by: string | null; why: Generated<string | null>;
  };
  'currency.merchant_account': { network_id: string; id: string; hub_id: string; merchant_id: string; instrument_id: string; opened_at: Date };
  'currency.merchant_limit': { network_id: string; id: string; hub_id: string; merchant_id: string; currency: string; sale_minor: Minor; day_minor: Minor; set_at: Date; set_by: string | null };
  'currency.merchant_tie': { network_id: string; id: string; hub_id: string; merchant_id: string; account_id: string; said_at: Date; said_by: string };
  'currency.settlement': {
    network_id: string; id: string; hub_id: string; number: number; currency: string; claims: number; total_minor: Minor; made_by: string; made_at: Date;
    paid_by: Generated<string | null>; paid_at: Generated<Date | null>; dropped_by: Generated<string | null>; dropped_at: Generated<Date | null>;
  };
  'currency.claim': {
    network_id: string; id: string; hub_id: string; merchant_id: string; organization_id: string; number: number; currency: string; amount_minor: Minor; state: ClaimState; submitted_by: string; submitted_at: Date;
    validated_by: Generated<string | null>; validated_at: Generated<Date | null>; settlement_id: Generated<string | null>; paid_by: Generated<string | null>; paid_at: Generated<Date | null>;
    reconciled_by: Generated<string | null>; reconciled_at: Generated<Date | null>; bank_line: Generated<string | null>;
    disputed_by: Generated<string | null>; disputed_at: Generated<Date | null>; why: Generated<string | null>; ended_by: Generated<string | null>; ended_at: Generated<Date | null>;
  };
  'currency.claim_part': {
    network_id: string; claim_id: string; account_id: string; hub_id: string; organization_id: string; instrument_id: string; amount_minor: Minor; held_number: Minor; paid_number: Generated<Minor | null>; back_number: Generated<Minor | null>;
  };
  'currency.claim_step': { network_id: string; id: string; hub_id: string; organization_id: string; claim_id: string; state: ClaimState; at: Date; by_account: string; why: Generated<string | null> };
  'currency.alert': {
    network_id: string; id: string; hub_id: string; merchant_id: string; kind: AlertKind; day: string; times: number; amount_minor: Minor; currency: string; found_at: Date;
    settled_by: Generated<string | null>; settled_at: Generated<Date | null>; outcome: Generated<string | null>;
  };
}
