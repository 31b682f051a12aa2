import { openModule } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import type { DoorTables } from './her-door/door-tables.ts';
import type { FileTables } from './file-tables.ts';

/** The tables of protected matters; only the protected login reaches them. */
export interface ConfidentialTables extends FileTables, DoorTables {
  'confidential.handover': {
    network_id: string;
    id: string;
    hub_id: string;
    given_by: string;
    given_at: Date;
    key_owner_id: string;
    pointer: Buffer;
    mark: Buffer;
    state: 'waiting' | 'taken';
    taken_by: string | null;
    taken_at: Date | null;
  };
  /** Visits of the hub, read only. */
  'confidential.visit': {
    network_id: string;
    id: string;
    hub_id: string;
    number: number;
    arrived_at: Date;
    person_id: string | null;
  };
  /** Who is enrolled at the hub, read only. */
  'confidential.enrolled': { network_id: string; hub_id: string; person_id: string };
  /** Names of persons enrolled at the protection officer's hub, read only. */
  'confidential.known_person': { network_id: string; id: string; name: string; name_other: string | null; code: string };
  /** Protection officers in function, read only. */
  'confidential.officer': { network_id: string; account_id: string; hub_id: string | null };
  /** Colleagues by hub, read only. */
  'confidential.staff': { network_id: string; account_id: string; hub_id: string | null; name: string; closed_at: Date | null };
  /** Bodies with a delicate service, read only. */
  'confidential.safe_body': { network_id: string; id: string; names: Multilingual };
  /** Names of colleagues, read only. */
  'confidential.colleague': { network_id: string; id: string; name: string };
}

export const { action, query } = openModule<ConfidentialTables>('confidential');
