import type { Generated } from 'kysely';

/** Her own way in, and each time she came. */
export interface DoorTables {
  'confidential.door': {
    network_id: string;
    id: string;
    hub_id: string;
    file_id: string;
    door: Buffer;
    made_by: string;
    made_at: Date;
    until_at: Date;
    ended_at: Generated<Date | null>;
    ended_by: Generated<string | null>;
  };
  'confidential.door_opening': { network_id: string; pass: Buffer; door_id: string; opened_at: Date; until_at: Date };
}
