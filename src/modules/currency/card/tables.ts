import type { Generated } from 'kysely';

type Minor = string | number;

/** Where a card stands: `waiting` for the digits she chooses, `locked` after three wrong ones. */
export type CardState = 'waiting' | 'active' | 'locked' | 'lost' | 'replaced';

/** What people pay with (migration 0075); amounts in the smallest unit. */
export interface CardTables {
  'currency.card': {
    network_id: string; id: string; hub_id: string; person_id: string; number: string; number_hash: Generated<Buffer>; hash: Buffer; pin_hash: Generated<string | null>; duress_hash: Generated<string | null>;
    tries: Generated<number>; day_minor: Minor | null; day_currency: string | null; state: CardState; state_at: Date; state_by: string | null; made_at: Date; made_by: string | null;
  };
  'currency.local_wallet': { network_id: string; id: string; hub_id: string; instrument_id: string; person_id: string; opened_at: Date; opened_by: string | null };
}
