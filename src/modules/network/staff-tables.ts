import type { Generated, GeneratedAlways } from 'kysely';
import type { RoleCode, ScopeKind } from '#core/actor.ts';
import type { CompetenceTable } from './competence/competence-table.ts';

/** Accounts, the roles they hold, and how they come in. */
export interface StaffTables {
  'network.competence': CompetenceTable;
  'network.account': {
    network_id: string;
    id: string;
    kind: Generated<'staff' | 'program'>;
    login: string | null;
    name: string;
    language: Generated<string>;
    home_hub_id: string | null;
    password_hash: string | null;
    password_set_at: Date | null;
    password_one_time: Generated<boolean>;
    /** Since when she has a second step at sign-in. */
    second_step_at: Generated<Date | null>;
    login_mark: GeneratedAlways<Buffer | null>;
    created_at: Date;
    closed_at: Date | null;
  };
  'network.held_role': {
    network_id: string;
    id: string;
    account_id: string;
    role: RoleCode;
    scope: Exclude<ScopeKind, 'self'>;
    hub_id: string | null;
    territory_code: string | null;
    organization_id: string | null;
    org_unit_id: string | null;
    trained_on: string | null;
    from_at: Date;
    until_at: Date;
    granted_by: string | null;
    revoked_at: Date | null;
    revoked_by: string | null;
    /** Waits for another officer; opens nothing meanwhile. */
    waits: Generated<boolean>;
    confirmed_by: Generated<string | null>;
    confirmed_at: Generated<Date | null>;
  };
  'network.session': {
    network_id: string;
    id: string;
    account_id: string;
    token_hash: Buffer;
    hub_id: string | null;
    opened_at: Date;
    seen_at: Date;
    proved_at: Date;
    ends_at: Date;
    closed_at: Date | null;
    opened_by: Generated<'password' | 'passkey' | 'outside'>;
    second_at: Generated<Date | null>;
    second_by: Generated<'passkey' | 'code' | null>;
    /** Browser and system: `firefox-android`. */
    device: Generated<string | null>;
    roles_mark: Generated<Buffer | null>;
    before_hash: Generated<Buffer | null>;
    before_until: Generated<Date | null>;
  };
  'network.token': {
    network_id: string;
    id: string;
    account_id: string;
    token_hash: Buffer;
    created_by: string | null;
    created_at: Date;
    until_at: Date;
    revoked_at: Date | null;
    /** Actions and queries it may use; null: all that its role may. */
    scopes: Generated<string[] | null>;
    used_at: Generated<Date | null>;
  };
}
