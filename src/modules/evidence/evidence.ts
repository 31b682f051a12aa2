import { openModule } from '#core/action.ts';

/** One published head of the chain, as schema core keeps it. */
interface HeadTable {
  network_id: string;
  seq: bigint;
  hash: Buffer;
  at: Date;
}

/** Figures own no table: they read the register of events and the heads that seal it (docs/decisions/0007). */
export interface EvidenceTables {
  'core.head': HeadTable;
}

export const { query } = openModule<EvidenceTables>('evidence');
