import type { Generated } from 'kysely';

/** people.name_word: a word, a sound (`~`) or a fingerprint (`=`) by which a hub finds a person. */
export interface NameWordTable {
  network_id: string;
  hub_id: string;
  word: string;
  person_id: string;
}

/** people.known_name: fingerprint of name and birth year in the whole network. */
export interface KnownNameTable {
  network_id: string;
  blind: Buffer;
  known: Generated<number>;
}

/** people.told_code: opens to a person's id for whoever knows her code and birth year. */
export interface ToldCodeTable {
  network_id: string;
  blind: Buffer;
  sealed_person: Buffer;
}
