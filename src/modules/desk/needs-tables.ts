import type { Snapshot } from '#modules/people/public.ts';
import type { Multilingual } from '#core/input.ts';
import type { Answer, Condition } from './form/condition.ts';
import type { QuestionChoice, QuestionKind, Scale, ToldFact } from './form/form-content.ts';
import type { Standing } from './orientation/match-service.ts';
import type { OverrideReason } from './orientation/override-reason.ts';
import type { SlipLanguage } from './slip/slip-language.ts';
import type { SlipStep } from './slip/slip-step.ts';

interface OfHub {
  network_id: string;
  id: string;
  hub_id: string;
}

/** A question of a form version, as kept. */
export interface QuestionRow {
  network_id: string;
  id: string;
  form_id: string;
  position: number;
  code: string;
  kind: QuestionKind;
  labels: Multilingual;
  help: Multilingual;
  icon: string | null;
  required: boolean;
  sealed: boolean;
  jury: boolean;
  choices: readonly QuestionChoice[];
  show_if: Condition | null;
  scale: string | null;
  lowest: number | null;
  highest: number | null;
  tells: ToldFact | null;
}

/** The tables of questionnaires, answers, orientations and slips (migration 0006). */
export interface NeedsTables {
  'desk.form': {
    network_id: string; id: string; code: string; version: number; names: Multilingual; scales: readonly Scale[];
    active_from: string; published_by: string | null; published_at: Date;
  };
  'desk.form_question': QuestionRow;
  'desk.needs_assessment': OfHub & {
    ticket_id: string; form_id: string; person_id: string; organization_id: string | null; state: 'draft' | 'done';
    started_at: Date; done_at: Date | null; done_by: string | null;
  };
  'desk.needs_answer': {
    network_id: string; hub_id: string; assessment_id: string; question: string; value: Answer;
    changed_by: string | null; changed_at: Date;
  };
  'desk.needs_sealed_answer': OfHub & {
    ticket_id: string; assessment_id: string; question: string; account_id: string; key_owner_id: string; sealed: Buffer;
    changed_at: Date;
  };
  'desk.orientation': OfHub & {
    ticket_id: string; revision: number; person_id: string; organization_id: string | null; fitting: number; weighed: number;
    losses_told: boolean; at: Date; account_id: string | null;
  };
  'desk.orientation_choice': OfHub & {
    orientation_id: string; service_id: string; service_type: string; position: number; standing: Standing; failed: readonly string[];
    override_reason: OverrideReason | null;
  };
  'desk.slip': OfHub & {
    ticket_id: string; orientation_id: string; code: string; door: Buffer; lang: SlipLanguage; service_id: string | null;
    location_id: string | null; about: Snapshot | null; made_at: Date; made_by: string | null;
  };
  'desk.slip_opening': { network_id: string; pass: Buffer; slip_id: string; until_at: Date };
  'desk.slip_step': { network_id: string; id: string; ticket_id: string; step: SlipStep; at: Date };
}
