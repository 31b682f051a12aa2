import type { ColumnType, Generated } from 'kysely';
import { openModule } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import type { Rhythm, Saying, Template } from './codes.ts';

/** A piece of what a report tells around its figures. */
export interface Section {
  readonly heads: Multilingual;
  readonly words: Multilingual;
}

/** Something that was looked at and left out. */
export interface LeftOut {
  readonly reason: string;
  readonly many: number;
}

/** A number with up to four decimals: read as its text, so that nothing is rounded. */
type Exact = ColumnType<string | null, string | null, never>;
/** Kept as JSON: written as text. */
type Json<T> = ColumnType<T, string, string>;

/** The tables of reports; the comments of migration 0061 say what each column means. */
export interface ReportsTables {
  'reports.report': {
    network_id: string; id: string; hub_id: string; template: Template; titles: Multilingual; sections: Json<readonly Section[]>; indicator_ids: string[]; from_month: string; to_month: string;
    programme_id: string | null; opened_at: Date; opened_by: string | null; changed_at: Date; frozen_at: Generated<Date | null>; frozen_by: Generated<string | null>; schedule_id: string | null;
  };
  'reports.number': {
    network_id: string; id: string; hub_id: string; report_id: string; place: number; value: Exact; events: number; left_out: Json<readonly LeftOut[]>; stated_ids: string[];
  };
  'reports.said_number': {
    network_id: string; id: string; hub_id: string; report_id: string; place: number; indicator_id: string; version: number | null; figure_id: string | null; target_first: Exact; target_now: Exact;
    said: Saying; value: Exact; left_out: Json<readonly LeftOut[]>; head_seq: ColumnType<bigint | null, number | null, never>; head_hash: Buffer | null;
  };
  'reports.delivery': {
    network_id: string; id: string; hub_id: string; report_id: string; account_id: string; sent_at: Date; sent_by: string | null; until_at: Date; withdrawn_at: Generated<Date | null>;
  };
  'reports.schedule': {
    network_id: string; id: string; hub_id: string; report_id: string; account_id: string; every: Rhythm; next_month: string; set_at: Date; set_by: string | null; ended_at: Generated<Date | null>;
  };
}

export const { action, query } = openModule<ReportsTables>('reports');
