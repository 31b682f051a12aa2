import type { ColumnType } from 'kysely';
import type * as codes from './codes.ts';

interface OfHub {
  network_id: string;
  id: string;
  hub_id: string;
}
interface OfCase extends OfHub {
  case_id: string;
}

/** One client accompanied by one hub. */
export interface CaseFileTable extends OfHub {
  kind: codes.CaseKind;
  person_id: string | null;
  organization_id: string | null;
  acting_person_id: string | null;
  key_owner_id: string;
  opened_from: 'orientation' | 'need' | 'visit' | 'file';
  ticket_id: string | null;
  opened_at: Date;
  opened_by: string | null;
  state: codes.CaseState;
  state_at: Date;
  plan_version: ColumnType<number, number | undefined, number>;
  approved_version: number | null;
  next_on: string | null;
}

/** A goal as it was submitted with its steps; kept so that what was approved can be read again. */
export interface SubmittedGoal {
  readonly area: codes.Area;
  readonly words: string;
  readonly state: 'open' | 'reached' | 'left';
  readonly steps: readonly { readonly words: string; readonly who: codes.StepDoer; readonly due_on: string | null; readonly done: boolean }[];
}

/** A plan or an end before somebody else than its author. */
export interface ApprovalTable extends OfCase {
  about: 'plan' | 'closure';
  version: number | null;
  /** Written as JSON text, read as what it says. */
  content: readonly SubmittedGoal[] | null;
  outcome: codes.ClosingOutcome | null;
  reason: string | null;
  asked_by: string;
  asked_at: Date;
  decision: 'approved' | 'returned' | null;
  decided_by: string | null;
  decided_at: Date | null;
  words: string | null;
}

/** The tables of the module, as its actions and queries see them (migration 0030). */
export interface AccompanimentTables {
  'accompaniment.case_file': CaseFileTable;
  'accompaniment.assignment': OfCase & {
    person_id: string | null; account_id: string; part: codes.AssignmentPart; state: 'proposed' | 'accepted' | 'declined' | 'ended';
    proposed_by: string | null; proposed_at: Date; answered_at: Date | null; decline_reason: codes.DeclineReason | null;
    until_at: Date | null; ended_at: Date | null; successor_id: string | null;
  };
  'accompaniment.life_grant': OfCase & {
    account_id: string; purpose: codes.GrantPurpose; granted_by: string; from_at: Date; until_at: Date; revoked_at: Date | null;
  };
  'accompaniment.goal': OfCase & {
    area: codes.Area; words: string; state: 'open' | 'reached' | 'left'; added_by: string | null; added_at: Date; closed_at: Date | null;
  };
  'accompaniment.step': OfCase & {
    goal_id: string; words: string; who: codes.StepDoer; partner_id: string | null; due_on: string | null; done_at: Date | null;
    done_by: string | null; added_by: string | null; added_at: Date;
  };
  'accompaniment.session': OfCase & {
    account_id: string | null; place: codes.SessionPlace; planned_at: Date; state: codes.SessionState; act: codes.ActKind | null;
    minutes: number | null; ended_at: Date | null; added_at: Date;
  };
  'accompaniment.session_note': OfCase & {
    session_id: string; field: codes.NoteField; copy: number; key_owner_id: string; sealed: Buffer; written_by: string; changed_at: Date;
  };
  'accompaniment.special_need': OfCase & { key_owner_id: string; sealed: Buffer; written_by: string; changed_at: Date };
  'accompaniment.act': OfCase & {
    act: codes.ActKind; minutes: number; on_day: string; account_id: string | null; session_id: string | null; recorded_at: Date;
  };
  'accompaniment.follow_up': OfCase & {
    what: codes.FollowUpKind; due_on: string; done_at: Date | null; done_by: string | null; found: codes.FollowUpFinding | null;
    added_by: string | null; added_at: Date;
  };
  'accompaniment.approval': ApprovalTable;
  'accompaniment.outcome': OfCase & { outcome: codes.CaseState | 'reopened'; reason: string; by_account: string | null; at: Date };
  'accompaniment.diagnosis': OfCase & { scores: Partial<Record<codes.Domain, number>>; made_by: string | null; made_at: Date };
}
