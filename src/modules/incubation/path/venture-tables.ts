import type { Generated } from 'kysely';
import type { Multilingual } from '#core/input.ts';
import type { LegalForm } from '../venture/legal-steps.ts';
import type { CoachingKind, FollowUpMonth, JobAge, JobSex, MilestoneCode, PlanKind, VerifiedWay, VentureSector } from './venture-codes.ts';

interface Row { network_id: string; hub_id: string }
interface Known extends Row { id: string }

/** A cohort and its places, coaching and mentors (migration 0044). */
interface CohortTables {
  'incubation.cohort': Known & {
    call_id: string | null; names: Multilingual; from_on: string; until_on: string; partner_id: string | null; places: number;
    opened_at: Date; opened_by: string | null; closed_at: Date | null;
  };
  'incubation.cohort_place': Known & { cohort_id: string; application_id: string; person_id: string; coach_id: string | null; joined_at: Date; left_at: Date | null };
  'incubation.cohort_session': Row & { cohort_id: string; session_id: string; added_at: Date };
  'incubation.coaching_act': Known & {
    application_id: string; person_id: string; kind: CoachingKind; minutes: number; on_day: string; account_id: string; recorded_at: Date;
  };
  'incubation.coaching_note': Known & { application_id: string; person_id: string; sealed: Buffer | null };
  'incubation.mentor': Known & {
    account_id: string | null; name: string | null; sectors: string[]; languages: string[]; territory_code: string | null; most: number; from_at: Date; left_at: Date | null;
  };
  'incubation.mentoring': Known & {
    mentor_id: string; application_id: string; person_id: string; reasons: string[]; state: 'proposed' | 'accepted' | 'declined' | 'ended';
    proposed_at: Date; proposed_by: string | null; answered_at: Date | null; ended_at: Date | null;
  };
}

interface OfVenture { venture_id: string; person_id: string }

/** The venture with what grows in it, and what became of it. */
interface VentureParts {
  'incubation.venture': Known & {
    application_id: string; person_id: string; name: string; stage: 'idea' | 'existing'; sector: VentureSector; country: string; legal_form: LegalForm | null;
    label: Generated<'none' | 'pending_decree'>; territory_code: string | null; opened_at: Date; opened_by: string | null; created_on: string | null; organization_id: string | null;
  };
  'incubation.legal_step': Row & OfVenture & { form: LegalForm; step: string; done_on: string; done_by: string | null };
  'incubation.plan_version': Known & OfVenture & {
    kind: PlanKind; version: number; sections: Record<string, string>; written_at: Date; written_by: string;
    decision: 'validated' | 'returned' | null; decided_at: Date | null; decided_by: string | null; words: string | null;
  };
  'incubation.prototype': Known & OfVenture & { version: number; changed: string; tried_by: number; heard: string | null; document_id: string | null; made_on: string; written_by: string | null };
  'incubation.product_sheet': Known & OfVenture & {
    name: string; materials: string; price_minor: string | number; currency: string; scale: number; criteria: string[]; written_at: Date; written_by: string | null; left_at: Date | null;
  };
  'incubation.milestone': Known & OfVenture & {
    code: MilestoneCode; words: string | null; due_on: string; document_id: string | null; met_at: Date | null; met_by: string | null; checked_at: Date | null; checked_by: string | null; added_at: Date;
  };
  'incubation.follow_up': Known & OfVenture & {
    application_id: string; month: FollowUpMonth; due_on: string; done_at: Date | null; done_by: string | null; alive: boolean | null; verified: VerifiedWay | null; currency: string | null;
  };
  'incubation.turnover': Known & { application_id: string; person_id: string; sealed: Buffer | null };
  'incubation.job': Known & { follow_up_id: string; person_id: string; sex: JobSex; age: JobAge; persons: number; fte_hundredths: number };
}

/** Photo appointments and public profiles; `spotlight` names nobody. */
interface SpotlightTables {
  'incubation.photo_slot': Known & {
    application_id: string; person_id: string; at: Date; minutes: number; photographer_id: string | null; what: 'photo' | 'film';
    state: 'booked' | 'shot' | 'delivered' | 'called_off'; consent_id: string | null;
  };
  'incubation.spotlight': Known & {
    code: string; name: string; words: Multilingual; sector: VentureSector; territory_code: string | null; picture: Buffer | null;
    consent_id: string; consent_until: Date | null; published_at: Date; taken_away_at: Date | null;
  };
  'incubation.spotlight_owner': Row & { spotlight_id: string; application_id: string; person_id: string };
  'incubation.ended_image': { network_id: string; consent_id: string; ended_at: Date };
}

/** Everything that grows from a selected application. */
export interface VentureTables extends CohortTables, VentureParts, SpotlightTables {}
