import type { Generated } from 'kysely';
import { openModule } from '#core/action.ts';
import type { EntryListTables } from './tables-of-lists.ts';
import type { Multilingual } from '#core/input.ts';

/** The columns of a service's own row; the migration's comments say what each means. */
export interface ServiceRow {
  network_id: string;
  id: string;
  hub_id: string;
  organization_id: string;
  version: number;
  names: Multilingual;
  descriptions: Multilingual;
  text_status: Record<string, string>;
  type_codes: string[];
  modes: string[];
  stages: string[];
  languages: string[];
  area_codes: string[];
  status: string;
  status_reason: string | null;
  listed: boolean;
  delicate: boolean;
  url: string | null;
  email: string | null;
  phone: string | null;
  childcare: boolean;
  transport_help: boolean;
  capacity_places: number | null;
  free_places: number | null;
  waiting_days: number | null;
  capacity_at: Date | null;
  verified_at: Date;
  verified_by: string | null;
  born_of: Multilingual;
  born_of_reference: string | null;
  created_at: Date;
  updated_at: Date;
}

/** A place where services are given. */
export interface LocationRow {
  network_id: string;
  id: string;
  hub_id: string;
  organization_id: string | null;
  names: Multilingual;
  kind: string;
  address: Multilingual;
  locality: string | null;
  postal_code: string | null;
  territory_code: string | null;
  latitude: string | null;
  longitude: string | null;
  url: string | null;
  accessibility: string[];
  created_at: Date;
}

/** What the coordination committee decided: who does what by when. */
export interface DecisionRow {
  network_id: string;
  id: string;
  hub_id: string;
  version: number;
  what: Multilingual;
  owner_organization_id: string;
  service_type: string | null;
  territory_code: string | null;
  decided_on: string;
  due_on: string;
  state: string;
  outcome: Multilingual;
  opened_by: string | null;
  closed_at: Date | null;
}

/** What an entry that came by a file carries besides: the import, its id where it came from, the record it came as. */
interface FromFile {
  import_id: Generated<string | null>;
  source_id: Generated<string | null>;
  source: Generated<Record<string, unknown> | null>;
}

/** The tables of the directory. */
export interface DirectoryTables extends EntryListTables {
  'directory.service': ServiceRow & FromFile;
  'directory.location': LocationRow & FromFile;
  'directory.committee_decision': DecisionRow;
  'directory.who_does_what_where': {
    network_id: string;
    organization_id: string;
    service_type: string;
    territory_code: string;
    service_id: string;
  };
}

export const { action, query } = openModule<DirectoryTables>('directory');
