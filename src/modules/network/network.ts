import type { Generated, GeneratedAlways } from 'kysely';
import { openModule } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import type { AgreementTables } from './agreement-tables.ts';
import type { CentreTables } from './centre-tables.ts';
import type { ControllerTables } from './controller/controller-table.ts';
import type { SignInTables } from './sign-in-tables.ts';
import type { StaffTables } from './staff-tables.ts';

/** Things written as JSON arrive in TypeScript as what they are; they are handed in as text. */
export interface NetworkTables extends StaffTables, SignInTables, CentreTables, AgreementTables, ControllerTables {
  'network.territory': {
    code: string;
    country: string;
    level: string;
    parent_code: string | null;
    names: Multilingual;
    urban_rural: 'urban' | 'rural' | null;
    name_status: string | null;
    iso_mark: string | null;
  };
  'network.network': {
    network_id: string;
    id: GeneratedAlways<string>;
    names: Multilingual;
    countries: string[];
    demo: Generated<boolean>;
    rules: NetworkRules;
    opened_at: Date;
  };
  'network.hub': {
    network_id: string;
    id: string;
    kind: string;
    names: Multilingual;
    welcomes: Multilingual;
    country: string;
    time_zone: string;
    territory_code: string | null;
    region_code: string | null;
    address: Multilingual;
    phone: string | null;
    email: string | null;
    website: string | null;
    state: Generated<'open' | 'closed'>;
    opened_on: string;
    closed_on: string | null;
  };
  'network.hub_hours': {
    network_id: string;
    hub_id: string;
    ordinary: unknown;
    ramadan: unknown;
    announced_ramadans: unknown;
    exceptions: unknown;
    set_at: Date;
  };
  'network.hub_terms': { network_id: string; hub_id: string; terms: unknown; set_at: Date };
  'network.organization': {
    network_id: string;
    id: string;
    names: Multilingual;
    sector: string;
    kind: string;
    listed: boolean;
    support_body: boolean;
    hub_id: string | null;
    descriptions: Multilingual;
    legal_status: string | null;
    founded_year: number | null;
    website: string | null;
    email: string | null;
    phone: string | null;
    address: Multilingual;
    territory_code: string | null;
    parent_id: string | null;
    left_on: string | null;
    registered_at: Date;
    activities: Generated<string[]>;
    qualifiers: Generated<string[]>;
    runs_hub_id: Generated<string | null>;
    agreed_on: Generated<string | null>;
    version: Generated<number>;
    import_id: Generated<string | null>;
    source_id: Generated<string | null>;
    source: Generated<Record<string, unknown> | null>;
  };
  'network.membership': {
    network_id: string;
    id: string;
    hub_id: string;
    organization_id: string;
    since: string;
    mandate_until: string | null;
    ended_on: string | null;
    ended_reason: string | null;
  };
  'network.org_unit': {
    network_id: string;
    id: string;
    organization_id: string;
    names: Multilingual;
    areas: string[];
    opened_on: string;
    closed_on: string | null;
  };
}

/** Rules a network may change without a new version of Hadina. */
export interface NetworkRules {
  /** How many reference incubators one region may have; null: as many as wanted (domain.md 2.13). */
  readonly reference_incubators_per_region?: number | null;
}

export const { action, query } = openModule<NetworkTables>('network');
