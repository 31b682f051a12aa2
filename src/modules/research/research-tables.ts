import type { Column } from './extract/columns.ts';

/** Where a request stands. `ended`: its rows are deleted. */
export type ExtractState = 'asked' | 'approved' | 'declined' | 'ready' | 'ended';

/** Requests and their rows (0064). */
export interface ResearchTables {
  'research.extract': {
    network_id: string; id: string; asked_by: string; purpose: string; ethics: string; columns: Column[]; from_on: string; to_on: string; days: number; asked_at: Date; state: ExtractState;
    dpo_by: string | null; dpo_at: Date | null; admin_by: string | null; admin_at: Date | null; declined_by: string | null; declined_at: Date | null; declined_why: string | null;
    ready_at: Date | null; rows_in: number | null; left_out: number | null; until_at: Date | null;
  };
  'research.content': { network_id: string; extract_id: string; asked_by: string; sealed: Buffer; made_at: Date };
}
