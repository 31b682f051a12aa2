import type { GeneratedAlways, Generated } from 'kysely';
import type { Multilingual } from '#core/input.ts';
import type { ApprovingRole, DoubleKind, EndReason, FileState, FinancingReason, FinancingState, GrantKind, GrantState, InadmissibleReason, Milestone, SubGrantSector, SubGrantState, TrancheState } from './codes.ts';

/** Whole numbers of the database's longest kind arrive as text. */
type Minor = string | number;

/** The tables of migration 0045; amounts in the smallest unit. */
export interface FundingTables {
  'funding.fund': {
    network_id: string; id: string; hub_id: string; programme_id: string | null; funder_id: string; partner_id: string | null; region_code: string | null; code: string;
    names: Multilingual; currency: string; scale: number; amount_minor: Minor; committed_minor: Generated<Minor>; paid_minor: Generated<Minor>; free_minor: GeneratedAlways<Minor>;
    least_own_permille: number; starts_on: string; ends_on: string | null; state: Generated<'open' | 'closed'>; opened_at: Date; opened_by: string | null;
  };
  'funding.envelope': {
    network_id: string; id: string; hub_id: string; fund_id: string; currency: string; names: Multilingual; territory_code: string | null; amount_minor: Minor;
    committed_minor: Generated<Minor>; paid_minor: Generated<Minor>; free_minor: GeneratedAlways<Minor>; opened_at: Date; opened_by: string | null;
  };
  'funding.approval_limit': {
    network_id: string; id: string; hub_id: string; role: ApprovingRole; currency: string; alone_minor: Minor; most_minor: Minor; set_at: Date; set_by: string | null; ended_at: Date | null;
  };
  'funding.grant': {
    network_id: string; id: string; hub_id: string; fund_id: string; envelope_id: string | null; currency: string; kind: GrantKind; application_id: string | null; organization_id: string | null;
    purpose: string; amount_minor: Minor; paid_minor: Generated<Minor>; state: Generated<GrantState>; committed_minor: GeneratedAlways<Minor>; state_at: Date; typed_by: Generated<string | null>;
    asked_by: string; asked_at: Date; approved_by: Generated<string | null>; approved_as: Generated<ApprovingRole | null>; approved_at: Generated<Date | null>;
    meeting_id: Generated<string | null>; meeting_quorum: Generated<boolean | null>; specifications_on: Generated<string | null>; specifications_document_id: Generated<string | null>;
    specifications_paper: Generated<string | null>; specifications_by: Generated<string | null>; certificate_number: Generated<string | null>; certified_by: Generated<string | null>;
    certified_at: Generated<Date | null>; ended_by: Generated<string | null>; ended_reason: Generated<EndReason | null>;
  };
  'funding.tranche': {
    network_id: string; id: string; hub_id: string; grant_id: string; position: number; amount_minor: Minor; milestone: Milestone; state: Generated<TrancheState>;
    evidence_document_id: Generated<string | null>; evidence_paper: Generated<string | null>; evidence_by: Generated<string | null>; evidence_at: Generated<Date | null>;
    released_by: Generated<string | null>; released_at: Generated<Date | null>; paid_on: Generated<string | null>;
  };
  'funding.payee': {
    network_id: string; hub_id: string; grant_id: string; person_id: string | null; organization_id: string | null; way: 'bank' | 'mobile'; sealed: Buffer | null;
    plain: { holder: string; number: string } | null; mark: Buffer; print: Buffer; ending: string; set_at: Date; set_by: string;
  };
  'funding.payment_file': {
    network_id: string; id: string; hub_id: string; number: number; currency: string; scale: number; carrier: string; state: Generated<FileState>; lines: number; total_minor: Minor;
    made_by: string; made_at: Date; approved_by: Generated<string | null>; approved_at: Generated<Date | null>; executed_by: Generated<string | null>; executed_at: Generated<Date | null>; sha256: Generated<Buffer | null>;
  };
  'funding.payment': {
    network_id: string; id: string; hub_id: string; file_id: string; grant_id: string; tranche_id: string; amount_minor: Minor; reference: string; mark: Buffer; print: Buffer;
    state: Generated<'ready' | 'paid' | 'rejected' | 'dropped'>;
  };
  'funding.double': {
    network_id: string; id: string; hub_id: string; file_id: string; payment_id: string; other_id: string; why: DoubleKind; found_by: string;
    settled_by: Generated<string | null>; settled_at: Generated<Date | null>; settled_why: Generated<string | null>;
  };
  'funding.bank_answer': { network_id: string; id: string; hub_id: string; file_id: string; sha256: Buffer; brought_at: Date; brought_by: string; paid: number; rejected: number };
  'funding.bank_line': { network_id: string; hub_id: string; payment_id: string; answer_id: string; state: 'paid' | 'rejected'; day: string; reason: string | null };
  'funding.repayment': { network_id: string; hub_id: string; grant_id: string; position: number; due_on: string; amount_minor: Minor; paid_on: Generated<string | null>; recorded_by: Generated<string | null> };
  'funding.sub_grant': {
    network_id: string; id: string; hub_id: string; fund_id: string; currency: string; organization_id: string; names: Multilingual; sector: SubGrantSector; asked_minor: Minor; own_minor: Minor;
    least_own_permille: number; letter_from_id: string | null; letter_on: string | null; state: Generated<SubGrantState>; state_at: Date; reasons: Generated<InadmissibleReason[]>; typed_by: string;
    checked_by: Generated<string | null>; points: Generated<number | null>; evaluated_by: Generated<string | null>; decided_by: Generated<string | null>; grant_id: Generated<string | null>;
    contract_paper: Generated<string | null>; contracted_on: Generated<string | null>; interim_on: Generated<string | null>; final_on: Generated<string | null>;
  };
  'funding.financing_file': {
    network_id: string; id: string; hub_id: string; person_id: string | null; organization_id: string | null; lender_id: string; purpose: string; currency: string; scale: number; asked_minor: Minor;
    state: Generated<FinancingState>; state_at: Date; submitted_on: Generated<string | null>; answered_on: Generated<string | null>; granted_minor: Generated<Minor | null>;
    reason: Generated<FinancingReason | null>; opened_by: string; opened_at: Date;
  };
}
