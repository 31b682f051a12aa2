import type { Generated } from 'kysely';
import type { Instrument } from './book/instrument.ts';
import type { EntryKind } from './move/command.ts';

/** Books, accounts and the journal (0070). They are read here and written by the functions of that migration only. */
export interface LedgerTables {
  'ledger.book': {
    network_id: string; id: string; instrument: Instrument; code: string; currency: string | null; scale: number; opened_at: Date; opened_by: string | null; closed_at: Date | null;
    last_number: Generated<bigint>; last_block: Generated<bigint>; last_hash: Buffer; last_at: Date;
  };
  'ledger.account': {
    network_id: string; book_id: string; id: string; kind: string; holder_id: string | null; least_minor: bigint; most_minor: bigint; balance_minor: bigint; held_minor: bigint;
    gives: boolean; takes: boolean; opened_at: Date; closed_at: Date | null;
  };
  'ledger.transfer': {
    network_id: string; book_id: string; number: bigint; kind: EntryKind; caller_id: string; key: string; from_id: string; to_id: string; amount_minor: bigint; of_number: bigint | null;
    until_at: Date | null; reason: string | null; at: Date; from_after_minor: bigint; to_after_minor: bigint;
  };
  'ledger.hold': {
    network_id: string; book_id: string; number: bigint; from_id: string; to_id: string; amount_minor: bigint; until_at: Date; state: 'held' | 'posted' | 'voided' | 'expired'; settled_number: bigint | null;
  };
  'ledger.block': { network_id: string; book_id: string; number: bigint; first_number: bigint; last_number: bigint; at: Date; hash: Buffer };
  'ledger.head': { network_id: string; book_id: string; block: bigint; last_number: bigint; hash: Buffer; at: Date };
}
