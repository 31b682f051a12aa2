import type { Generated } from 'kysely';
import type { Multilingual } from '#core/input.ts';
import type { AidState, Becoming, Category, InstrumentKind, StopReason } from './codes.ts';
import type { CardTables } from './card/tables.ts';
import type { MerchantTables } from './merchant/tables.ts';
import type { MessageTables } from './message/tables.ts';
import type { OfflineTables } from './offline/tables.ts';
import type { TillTables } from './till/tables.ts';
import type { VoucherTables } from './voucher/tables.ts';

/** Whole numbers of the database's longest kind arrive as text. */
type Minor = string | number;

/** One line of a published budget: what for, and how much in the smallest unit. */
export interface BudgetLine { readonly what: string; readonly amount_minor: number }

/** The tables of migration 0073; amounts in the smallest unit. */
export interface CurrencyTables extends CardTables, MerchantTables, MessageTables, VoucherTables, TillTables, OfflineTables {
  'currency.instrument': {
    network_id: string; id: string; hub_id: string; kind: InstrumentKind; code: string; names: Multilingual; currency: string; scale: number; opened_at: Date; opened_by: string | null;
  };
  'currency.legal_basis': { network_id: string; id: string; instrument_id: string; country: string; state: 'pending' | 'named'; basis: string | null; set_at: Date; set_by: string | null };
  'currency.rulebook': {
    network_id: string; id: string; hub_id: string; instrument_id: string; version: number; rules: { ar: string; fr: string; en: string }; in_force_on: string; published_at: Date; published_by: string | null;
  };
  'currency.programme': {
    network_id: string; id: string; hub_id: string; instrument_id: string; code: string; names: Multilingual; funder_id: string; pledged_minor: Minor; territories: string[]; least_members: number; least_minors: number;
    categories: Category[]; base_minor: Minor; adult_minor: Minor; child_minor: Minor; ceiling_minor: Minor; valid_days: number; ends_on: string; warn_days: number; lead_minor: Minor; becomes: Becoming;
    opened_at: Date; opened_by: string | null; closed_at: Generated<Date | null>;
  };
  'currency.budget': {
    network_id: string; id: string; hub_id: string; programme_id: string; version: number; lines: BudgetLine[]; aid_minor: Minor; published_at: Date; published_by: string | null;
  };
  'currency.load': {
    network_id: string; id: string; hub_id: string; programme_id: string; amount_minor: Minor; proof: string; approved_by: string; approved_at: Date;
    loaded_by: Generated<string | null>; loaded_at: Generated<Date | null>; number: Generated<Minor | null>;
  };
  'currency.batch': {
    network_id: string; id: string; hub_id: string; programme_id: string; households: number; total_minor: Minor; state: 'proposed' | 'granted' | 'dropped'; proposed_by: string; proposed_at: Date;
    decided_by: Generated<string | null>; decided_at: Generated<Date | null>;
  };
  'currency.aid': {
    network_id: string; id: string; hub_id: string; programme_id: string; batch_id: string; person_id: string; unit_id: string; adults: number; minors: number; amount_minor: Minor; state: AidState;
    state_at: Date; state_by: string | null; why: Generated<StopReason | null>; granted_at: Generated<Date | null>; expires_on: Generated<string | null>; warned_at: Generated<Date | null>;
  };
  'currency.wallet_door': { network_id: string; id: string; hub_id: string; person_id: string; hash: Buffer; made_at: Date; made_by: string | null; ended_at: Generated<Date | null> };
}
