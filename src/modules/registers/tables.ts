import type { Generated } from 'kysely';
import type { MediaType } from '#core/files/media-type.ts';
import type { Multilingual } from '#core/input.ts';
import type * as codes from './codes.ts';

interface OfHub { network_id: string; id: string; hub_id: string }

/** The registers, as their actions and queries see them (migration 0053). */
export interface RegisterTables {
  'registers.proof': OfHub & {
    title: string; media_type: MediaType; bytes: number; sha256: Buffer; sealed: Buffer | null; added_by: string | null; added_at: Date;
    withdrawn_at: Generated<Date | null>; withdrawn_by: Generated<string | null>; withdrawn_why: Generated<codes.Withdrawal | null>;
  };
  'registers.entry': OfHub & {
    kind: codes.Kind; names: Multilingual; about: Multilingual; state: codes.EntryState; state_at: Date; state_on: string; programme_id: string | null;
    organization_id: string | null; territory_code: string | null; country: string | null; starts_on: string | null; ends_on: string | null;
    form: codes.EventForm | null; level: codes.Level | null; from_event_id: string | null; authors: string | null; languages: string[];
    doi: string | null; url: string | null; female: Generated<number>; male: Generated<number>; unknown: Generated<number>; opened_by: string | null; opened_at: Date;
  };
  'registers.step': OfHub & {
    entry_id: string; kind: codes.Kind; from_state: codes.EntryState | null; to_state: codes.EntryState; on_day: string; proof_id: string | null; note: string | null;
    by_account: string | null; at: Date;
  };
  'registers.measure': OfHub & {
    event_id: string; kind: Generated<'event'>; number: number; what: Multilingual; organization_id: string | null; owner: string | null; due_on: string;
    progress: Generated<number>; state: Generated<codes.MeasureState>; state_on: string; proof_id: Generated<string | null>; note: Generated<string | null>;
    set_by: string | null; set_at: Date;
  };
  'registers.professional': OfHub & {
    name: string; organization_id: string; occupation: codes.Occupation; sex: codes.Sex; added_by: string | null; added_at: Date;
  };
  'registers.professional_training': OfHub & {
    professional_id: string; topic: Multilingual; on_day: string; hours: number; programme_id: string | null; entry_id: string | null; proof_id: string;
    added_by: string | null; added_at: Date;
  };
  'registers.story': OfHub & {
    kind: codes.ChangeKind; level: codes.Level; organization_id: string; names: Multilingual; words: Multilingual; original: codes.StoryLanguage; on_day: string;
    programme_id: string | null; territory_code: string | null; entry_id: string | null; proof_id: string; written_by: string | null; written_at: Date;
    withdrawn_at: Generated<Date | null>; withdrawn_why: Generated<codes.StoryEnd | null>;
  };
  /** PostgreSQL gives a number with decimals as text. */
  'registers.measurement': OfHub & {
    baseline_id: string | null; what: Multilingual; value: string; unit: codes.Unit; currency: string | null; on_day: string; method: codes.Method; said_by: string;
    programme_id: string | null; territory_code: string | null; proof_id: string | null; set_by: string | null; set_at: Date;
  };
}
