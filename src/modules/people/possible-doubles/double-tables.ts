import type { Generated } from 'kysely';

/** people.possible_double: two files of a hub that may be one person, or were said to be two. */
export interface PossibleDoubleTable {
  network_id: string;
  hub_id: string;
  first_id: string;
  second_id: string;
  score: number;
  reasons: string[];
  found_at: Date;
  state: Generated<'open' | 'apart'>;
  decided_by: string | null;
  decided_at: Date | null;
  decided_why: string | null;
}

/** people.double_search: the last walk through all files of a hub, and how far it came. */
export interface DoubleSearchTable {
  network_id: string;
  hub_id: string;
  begun_at: Date;
  begun_by: string;
  until_id: string | null;
  compared: Generated<number>;
  persons: Generated<number>;
  found: Generated<number>;
  finished_at: Date | null;
}
