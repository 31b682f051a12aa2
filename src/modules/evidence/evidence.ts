import type { ColumnType, Generated } from 'kysely';
import { openModule } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import type { Cut } from './reading/cut.ts';
import type { ReceiptTables } from './receipt/receipt-tables.ts';
import type { SampleTables } from './sample/sample-tables.ts';
import type { TargetTables } from './target/target-tables.ts';
import type { Conditions, Counted, KeptUnit, Reached, Source } from './kept/definition.ts';

/** One published head of the chain, as schema core keeps it. */
interface HeadTable {
  network_id: string;
  seq: bigint;
  hash: Buffer;
  at: Date;
}

/** A number with up to four decimals: read as its text, so that nothing is rounded. */
type Exact = ColumnType<string, string, never>;

/** Declared figures own no table: they read the register of events and the heads that seal it (docs/decisions/0007). Indicators kept as rows stand in 0054, targets in 0058. */
export interface EvidenceTables extends ReceiptTables, SampleTables, TargetTables {
  'core.head': HeadTable;
  'evidence.indicator': { network_id: string; id: string; hub_id: string | null; code: string; set_code: string | null; opened_at: Date; opened_by: string | null };
  'evidence.indicator_version': {
    network_id: string; indicator_id: string; hub_id: string | null; version: number; names: Multilingual; about: Multilingual; unit: KeptUnit; counted: Counted;
    reach: Reached; source: Source; events: string[]; conditions: ColumnType<Conditions, string, never>; proofs: string[]; cuts: Cut[]; said_by: string;
    quoted: string | null; since: string; until: string | null; reason: string | null; set_at: Date; set_by: string | null;
  };
  'evidence.stated_value': {
    network_id: string; id: string; hub_id: string | null; indicator_id: string; version: number; from_on: string; to_on: string; value: Exact; said_by: string;
    proof: string | null; withdrawn_at: Generated<Date | null>; withdrawn_why: Generated<string | null>; set_at: Date; set_by: string | null;
  };
  'evidence.printed_figure': {
    network_id: string; id: string; hub_id: string; indicator_id: string; version: number; definition_digest: Buffer; from_month: string; to_month: string;
    cut: string | null; cut_key: string | null; suppression: 'exact'; value: Exact; events: number; events_digest: Buffer;
    head_seq: ColumnType<bigint, number, never>; head_hash: Buffer; printed_at: Date; printed_by: string | null;
  };
  'evidence.frozen_month': { network_id: string; id: string; hub_id: string | null; month: string; head_seq: ColumnType<bigint, number, never>; head_hash: Buffer; frozen_at: Date; frozen_by: string | null };
  'evidence.frozen_figure': {
    network_id: string; frozen_id: string; hub_id: string | null; figure: string; version: number | null; cut: string; key: string; value: ColumnType<string | null, string | null, never>;
    events: ColumnType<bigint | null, number | null, never>; kept: boolean;
  };
}

export const { action, query } = openModule<EvidenceTables>('evidence');
