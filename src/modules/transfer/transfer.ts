import type { Generated } from 'kysely';
import { openModule } from '#core/action.ts';
import type { SharedField } from '#modules/people/public.ts';
import type { moveKinds, refusalReasons } from './codes.ts';

/** The tables of moves between hubs, as their actions and queries see them (migration 0036). */
export interface TransferTables {
  'transfer.parcel': {
    network_id: string; id: string; number: number; hub_id: string; to_hub_id: string; state: 'waiting' | 'accepted' | 'refused' | 'withdrawn' | 'late';
    reason: (typeof refusalReasons)[number] | null; digest: Buffer; prepared_at: Date; until_at: Date; answered_at: Date | null;
  };
  'transfer.waiting': { network_id: string; parcel_id: string; hub_id: string; to_hub_id: string };
  'transfer.piece': { network_id: string; parcel_id: string; n: number; to_hub_id: string; from_at: Date; until_at: Date; sealed: Buffer };
  'transfer.departure': {
    network_id: string; id: string; hub_id: string; person_id: string; kind: (typeof moveKinds)[number]; fields: SharedField[];
    documents: number; prepared_by: string;
  };
  'transfer.opening': {
    network_id: string; id: string; parcel_id: string; hub_id: string; account_id: string; person_id: string; sealed_key: Buffer; opened_at: Date; until_at: Date;
  };
  'core.seal': { network_id: string; seq: Generated<string>; hash: Buffer };
}

export const { action, query } = openModule<TransferTables>('transfer');
