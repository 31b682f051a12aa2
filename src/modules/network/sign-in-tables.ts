import type { Generated } from 'kysely';
import type { Multilingual } from '#core/input.ts';

/** What a second step, its recovery and the accounts of another house are kept in. */
export interface SignInTables {
  'network.passkey': {
    network_id: string;
    id: string;
    account_id: string;
    name: string;
    credential_id: Buffer;
    credential_hash: Buffer;
    public_key: Buffer;
    counter: bigint;
    transports: string[];
    rp_id: string;
    created_at: Date;
    used_at: Generated<Date | null>;
    revoked_at: Generated<Date | null>;
  };
  'network.code_secret': {
    network_id: string;
    id: string;
    account_id: string;
    /** Sealed. */
    secret: Buffer;
    last_step: bigint;
    created_at: Date;
    revoked_at: Generated<Date | null>;
  };
  'network.answered_question': { network_id: string; question_hash: Buffer; at: Date };
  'network.recovery': {
    network_id: string;
    id: string;
    account_id: string;
    hub_id: string | null;
    asked_by: string | null;
    asked_at: Date;
    confirmed_by: Generated<string | null>;
    confirmed_at: Generated<Date | null>;
    code_hash: Generated<Buffer | null>;
    until_at: Date;
    used_at: Generated<Date | null>;
    cancelled_at: Generated<Date | null>;
  };
  'network.identity_provider': {
    network_id: string;
    id: string;
    names: Multilingual;
    issuer: string;
    client_id: string;
    /** Sealed. */
    client_secret: Buffer | null;
    claim: 'email' | 'preferred_username';
    domains: string[];
    endpoints: unknown;
    checked_at: Date;
    opened_at: Date;
    closed_at: Generated<Date | null>;
  };
  'network.outside_identity': { network_id: string; provider_id: string; subject_hash: Buffer; account_id: string; linked_at: Date };
}
