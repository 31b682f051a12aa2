import type { Multilingual } from '#core/input.ts';

/** A public body and an association do not have the same duties (domain.md rule 6). */
export const regimes = ['public-body', 'association', 'company'] as const;
/** On what a controller relies to keep data. */
export const legalBases = ['consent', 'public-task', 'contract', 'legal-duty'] as const;
/** Where its declaration to the authority stands; not made and pending are states like others. */
export const declarations = ['not-made', 'pending', 'received', 'authorised', 'refused', 'not-needed'] as const;

/** network.controller: how one member organization of a hub answers for personal data. */
export interface ControllerTables {
  'network.controller': {
    network_id: string;
    hub_id: string;
    organization_id: string;
    /** As the public notice shows them; copied when this was set, because not every body is listed in public. */
    names: Multilingual;
    regime: (typeof regimes)[number];
    legal_basis: (typeof legalBases)[number];
    retention_months: number;
    hosting_country: string;
    declaration: (typeof declarations)[number];
    declaration_number: string | null;
    declared_on: string | null;
    contact: string | null;
    version: number;
    set_at: Date;
    set_by: string | null;
  };
}
