import type { Generated } from 'kysely';
import type { Multilingual } from '#core/input.ts';
import type { CriterionKind, QuotaRule, TieBreak } from '../codes.ts';
import type { QuotaResult } from './rank/choose.ts';
import type { PointsOf } from './rank/rank.ts';
import type { AppealGround, LinkKind, Outcome, Why } from './selection-codes.ts';

interface OfCall { network_id: string; hub_id: string; call_id: string }

/** The rules of a ranking as they stood when it was made. */
export interface Formula {
  readonly criteria: readonly { readonly code: string; readonly names: Multilingual; readonly kind: CriterionKind; readonly weight: number; readonly most: number }[];
  readonly quotas: readonly { readonly id: string; readonly names: Multilingual; readonly rule: QuotaRule; readonly places: number }[];
  readonly places: number;
  readonly waitlist: number;
  readonly ties: readonly TieBreak[];
}

/** Jurors, rankings, decisions, results, appeals, who moved up (migration 0041). */
export interface SelectionTables {
  'incubation.jury_member': OfCall & { id: string; account_id: string; named_by: string | null; from_at: Date; checked_at: Date | null; left_at: Date | null };
  'incubation.conflict': OfCall & { application_id: string; account_id: string; kind: LinkKind; declared_at: Date };
  'incubation.rubric_score': OfCall & { application_id: string; criterion: string; account_id: string; points: number; reason: string | null; scored_at: Date };
  'incubation.selection': OfCall & {
    id: string; version: number; made_by: string | null; made_at: Date; formula: Formula; quotas: readonly QuotaResult[]; applications: number; progress: number;
  };
  'incubation.standing': OfCall & {
    selection_id: string; application_id: string; receipt: string; raw: number; adjusted: number; rank: number; outcome: Outcome; why: Why; quota_id: string | null;
    points: Readonly<Record<string, PointsOf>>; disagree: boolean; tie: TieBreak | null;
  };
  'incubation.decision': OfCall & {
    id: string; selection_id: string; asked_by: string; asked_at: Date; present: string[]; quorum: number; decided_by: string | null; decided_at: Date | null;
    decision: 'approved' | 'returned' | null; words: string | null; published_at: Date | null; appeals_until: Date | null;
  };
  'incubation.result': OfCall & { receipt: string; outcome: Outcome; why: Why; quota_id: string | null; waits_at: number | null; at: Date };
  'incubation.appeal': OfCall & {
    id: string; application_id: string; person_id: Generated<string | null>; filed_at: Date; filed_by: string | null; until_at: Date; ground: AppealGround; sealed: Buffer | null;
    answered_by: string | null; answered_at: Date | null; outcome: 'upheld' | 'declined' | null; words: string | null;
  };
  'incubation.promotion': OfCall & { id: string; application_id: string; in_place_of_id: string; at: Date };
}
