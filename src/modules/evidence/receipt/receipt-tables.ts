import type { Multilingual } from '#core/input.ts';

/** Figures that were made public, and what other networks say (0063). Rows are only ever added. */
export interface ReceiptTables {
  'evidence.released_figure': { network_id: string; figure_id: string; hub_id: string; body: string; signature: Buffer; released_at: Date; released_by: string | null };
  'evidence.other_network': { network_id: string; id: string; other_id: string; names: Multilingual; public_key: Buffer; agreed_on: string; agreed_by: string; added_at: Date; added_by: string | null };
  'evidence.taken_receipt': {
    network_id: string; id: string; other_id: string; indicator: string; month: string; value: string | null; definition: string; body: string; signature: Buffer; taken_at: Date; taken_by: string | null;
  };
}
