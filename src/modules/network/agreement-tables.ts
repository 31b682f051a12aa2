import type { Generated } from 'kysely';
import type { Multilingual } from '#core/input.ts';

/** Agreements, their versions and the signatures of each party. */
export interface AgreementTables {
  'network.agreement': {
    network_id: string;
    id: string;
    kind: string;
    hub_id: string | null;
    organization_ids: string[];
    standing: Generated<'standing' | 'suspended' | 'terminated' | 'renewed'>;
    standing_since: Date;
    renewed_by_id: string | null;
    warned_days: number | null;
    drafted_at: Date;
  };
  'network.agreement_version': {
    network_id: string;
    agreement_id: string;
    version: number;
    hub_id: string | null;
    organization_ids: string[];
    titles: Multilingual;
    terms: Multilingual;
    opens: string[];
    valid_from: string;
    valid_until: string;
    state: Generated<'draft' | 'negotiated' | 'approved' | 'partially-signed' | 'signed'>;
    signed_at: Date | null;
    made_at: Date;
    made_by: string | null;
  };
  'network.agreement_party': {
    network_id: string;
    agreement_id: string;
    version: number;
    organization_id: string;
    hub_id: string | null;
    approved_at: Date | null;
    signed_on: string | null;
    signed_recorded_at: Date | null;
    signed_name: string | null;
    recorded_by: string | null;
  };
}
