import type { Asking } from '#core/action.ts';
import type { RoleCode } from '#core/actor.ts';
import { managedHub, managesNetwork } from '../managed-hub.ts';
import type { NetworkTables } from '../network.ts';
import { rolesOfHub, scopesOfRole } from './role-kinds.ts';

/** What a grant says of its place; exactly one of them, or none for the whole network. */
export interface GrantPlace {
  readonly hub?: string | undefined;
  readonly territory?: string | undefined;
  readonly organization?: string | undefined;
  readonly org_unit?: string | undefined;
}

/** The codes `checkGrant` may refuse with. */
export const grantRefusals = ['role-not-yours-to-give', 'role-needs-place', 'needs-training-date'] as const;

/**
 * Checks that she may give this role at this place, and gives the columns that say where.
 * Hub managers give hub roles at their own hub; administrators give the others. A protection officer needs her certificate's date.
 */
export async function checkGrant(
  asking: Asking<NetworkTables>, role: RoleCode, place: GrantPlace, trainedOn: string | undefined,
): Promise<{ scope: 'network' | 'region' | 'hub' | 'org'; hub_id: string | null; territory_code: string | null; organization_id: string | null; org_unit_id: string | null }> {
  const { actor, refuse } = asking;
  const isAdmin = managesNetwork(actor);
  if (!isAdmin && !rolesOfHub.includes(role as never)) refuse('role-not-yours-to-give', {}, 'role');
  if (role === 'protection_officer' && !trainedOn) refuse('needs-training-date', {}, 'trained_on');
  const where = isAdmin ? place : { hub: managedHub(asking, place.hub) };
  const scope = where.organization || where.org_unit ? 'org' : where.territory ? 'region' : where.hub ? 'hub' : 'network';
  if (!scopesOfRole[role]?.includes(scope)) refuse('role-needs-place', {}, 'role');
  const organization = where.org_unit ? await bodyOfUnit(asking, where.org_unit) : (where.organization ?? null);
  return {
    scope,
    hub_id: scope === 'hub' ? where.hub! : null,
    territory_code: scope === 'region' ? where.territory! : null,
    organization_id: organization, org_unit_id: where.org_unit ?? null,
  };
}

async function bodyOfUnit({ tx, network, absent }: Asking<NetworkTables>, unit: string): Promise<string> {
  const row = await tx
    .selectFrom('network.org_unit').select('organization_id')
    .where('network_id', '=', network).where('id', '=', unit).where('closed_on', 'is', null).executeTakeFirst();
  return row?.organization_id ?? absent();
}
