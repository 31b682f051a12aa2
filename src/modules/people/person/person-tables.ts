import type { Generated } from 'kysely';

/** people.person: see the comments in migration 0003. */
export interface PersonTable {
  network_id: string;
  id: string;
  code: string;
  name: string;
  name_other: string | null;
  birth_year: number | null;
  birth_year_about: Generated<boolean>;
  sex: 'female' | 'male' | 'unknown' | null;
  territory_code: string | null;
  languages: string[];
  reading: 'well' | 'little' | 'not' | null;
  invented: Generated<boolean>;
  /** The name is no name: what she wishes to be called until she claims her file. */
  alias: Generated<boolean>;
  norm_version: number;
  /** Since then nothing is left that tells who this was. */
  erased_at: Generated<Date | null>;
  since: Date;
}

/** people.enrolment: a person received at a hub. */
export interface EnrolmentTable {
  network_id: string;
  id: string;
  hub_id: string;
  person_id: string;
  via: 'registered' | 'told';
  since: Date;
}
