import type { Generated } from 'kysely';
import type { Snapshot } from '#modules/people/public.ts';
import type { ComplaintKind } from './complaint/complaint-kind.ts';
import type { FieldCode } from './referral/disclosed-field.ts';
import type { DeclineReason, ReferralOutcome, ReferralState, ServiceOutcome } from './referral/referral-state.ts';
import type { UnmetCause } from './unmet-need/unmet-cause.ts';

interface OfHub {
  network_id: string;
  id: string;
  hub_id: string;
}

/** One client sent to one service of another body. */
export interface ReferralTable extends OfHub {
  ticket_id: string;
  person_id: string | null;
  client_organization_id: string | null;
  spoken_to_id: string;
  about: Snapshot;
  service_id: string;
  service_type: string;
  organization_id: string;
  agreement_id: string | null;
  agreement_version: number | null;
  after_id: string | null;
  state: ReferralState;
  sent_at: Date;
  sent_by: string | null;
  due_at: Date;
  shut_at: Date | null;
  /** Until when she agreed that the body reads it; null on referrals older than ends. */
  until_at: Date | null;
  shut_why: 'withdrawn' | 'refused' | 'fewer-fields' | 'expired' | null;
  reminded_at: Date | null;
  escalated_at: Date | null;
  answered_at: Date | null;
  answered_via: 'account' | 'link' | 'desk' | null;
  answered_by: string | null;
  decline_reason: DeclineReason | null;
  decline_words: Buffer | null;
  next_service_id: string | null;
  served_at: Date | null;
  service_outcome: ServiceOutcome | null;
  closed_at: Date | null;
  outcome: ReferralOutcome | null;
}

/** The tables of referrals, faces, complaints and unmet needs (migration 0007). */
export interface ReferralTables {
  'desk.referral': ReferralTable;
  'desk.referral_link': OfHub & {
    referral_id: string; kind: 'answer' | 'outcome'; hash: Buffer; issued_at: Date; expires_at: Date;
    used_at: Date | null; revoked_at: Date | null; after_hash: Buffer | null;
  };
  'desk.disclosure': OfHub & {
    referral_id: string; person_id: string; organization_id: string; purpose: 'referral'; fields: (FieldCode | 'need')[];
    consent_id: string; sealed: Buffer; disclosed_at: Date; until_at: Generated<Date | null>;
  };
  'desk.assessment': OfHub & {
    ticket_id: string; referral_id: string | null; service_id: string | null; faces: number; via: 'desk' | 'slip'; said_at: Date;
  };
  'desk.complaint': OfHub & {
    kind: ComplaintKind; person_id: string | null; key_owner_id: string; sealed: Buffer; received_at: Date; due_on: string;
    state: 'open' | 'answered'; answer: Buffer | null; answered_at: Date | null; answered_by: string | null;
  };
  'desk.unmet_need': OfHub & {
    day: string; cause: UnmetCause; service_type: string | null; territory_code: string | null; ticket_id: string;
    referral_id: string | null; service_id: string | null; about: Snapshot;
  };
}
