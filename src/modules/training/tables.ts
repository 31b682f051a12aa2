import type { ColumnType } from 'kysely';
import type { Multilingual } from '#core/input.ts';
import type * as codes from './codes.ts';

interface OfHub {
  network_id: string;
  hub_id: string;
}
interface OfSession extends OfHub {
  session_id: string;
}
type Counted = ColumnType<number, number | undefined, number>;

/** A course as its row. */
export interface SessionTable extends OfHub {
  id: string; code: string; topic: codes.Topic; names: Multilingual; about: Multilingual; place: Multilingual; territory_code: string | null;
  audience: codes.Audience; stage: codes.Stage | null; languages: string[]; interpretation: string[]; childcare: boolean; seats: number; priority: codes.Priority[];
  ages_on: string; asks_until: Date; starts_at: Date; ends_at: Date; given: Counted; state: codes.SessionState; state_at: Date; seated_at: Date | null; moved: Counted;
  why: codes.MoveReason | null; programme_id: string | null; planned_by: string | null; planned_at: Date;
}

/** A seat as its row: of a person, a colleague or a trainer. */
export interface SeatTable extends OfSession {
  id: string; audience: codes.Audience; person_id: string | null; account_id: string | null; trainer_id: string | null; code: string; part: codes.Part;
  state: codes.SeatState; state_at: Date; rank: number | null; why: ColumnType<codes.Why[], codes.Why[] | undefined, codes.Why[]>; reason: codes.SeatReason | null; asked_at: Date; asked_by: string | null;
  answered_at: Date | null; answered_by: string | null;
}

/** The tables of courses, as their actions and queries see them (migration 0043). */
export interface TrainingTables {
  'training.session': SessionTable;
  'training.half_day': OfSession & { id: string; on_day: string; half: codes.Half; starts_at: Date; ends_at: Date };
  'training.trainer': OfHub & {
    id: string; account_id: string | null; name: string | null; organization_id: string | null; topics: codes.Topic[]; languages: string[]; prepared_on: string | null;
    added_by: string | null; added_at: Date; left_at: Date | null;
  };
  'training.taught': OfSession & { half_day_id: string; trainer_id: string; account_id: string | null; starts_at: Date; ends_at: Date; until_at: Date | null };
  'training.seat': SeatTable;
  /** A view of migration 0048. */
  'training.read_only_session': { network_id: string; session_id: string };
  'training.attendance': OfSession & { seat_id: string; half_day_id: string; state: codes.Mark; via: codes.MarkedVia; marked_by: string | null; marked_at: Date };
  'training.certificate': OfSession & {
    id: string; seat_id: string; number: string; present: number; half_days: number; minutes: number; issued_at: Date; issued_by: string | null;
  };
}
