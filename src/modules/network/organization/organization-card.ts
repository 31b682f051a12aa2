import { type AnyTx, type Tx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import type { OrganizationKind, Sector } from './organization-kind.ts';

/** What a colleague sees of a body: its name, what it is, how the public reaches it. */
export interface OrganizationCard {
  readonly id: string;
  readonly names: Multilingual;
  readonly sector: Sector;
  readonly kind: OrganizationKind;
  readonly descriptions: Multilingual;
  readonly listed: boolean;
  readonly supportBody: boolean;
  /** Hub that registered it. */
  readonly hub: string | null;
  readonly legalStatus: string | null;
  readonly foundedYear: number | null;
  readonly website: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: Multilingual;
  readonly territoryCode: string | null;
  readonly parent: string | null;
  /** Day its last membership ended: its services are hidden, its history stays. */
  readonly leftOn: string | null;
}

/** One body, or nothing when it is not here or not open to the reader. */
export const organizationCard = async (tx: AnyTx, id: string): Promise<OrganizationCard | undefined> =>
  (await organizationsByIds(tx, [id]))[0];

/** The bodies of a list of ids that the reader may see, in no particular order. */
export async function organizationsByIds(tx: AnyTx, ids: readonly string[]): Promise<OrganizationCard[]> {
  if (ids.length === 0) return [];
  return (await organizationRows(within<NetworkTables>(tx)).where('organization.id', 'in', [...new Set(ids)]).execute()).map(toOrganization);
}

/** The start of every query on bodies: own network only, the columns of a card. */
export const organizationRows = (tx: Tx<NetworkTables>) =>
  tx
    .selectFrom('network.organization as organization')
    .where('organization.network_id', '=', inNetwork)
    .select([
      'organization.id', 'organization.names', 'organization.sector', 'organization.kind', 'organization.descriptions',
      'organization.listed', 'organization.support_body as supportBody', 'organization.hub_id as hub',
      'organization.legal_status as legalStatus', 'organization.founded_year as foundedYear', 'organization.website',
      'organization.email', 'organization.phone', 'organization.address', 'organization.territory_code as territoryCode',
      'organization.parent_id as parent', 'organization.left_on as leftOn',
    ]);

/** A row of `organizationRows` as a card. */
export const toOrganization = ({ sector, kind, ...row }: Row): OrganizationCard => ({
  ...row, sector: sector as Sector, kind: kind as OrganizationKind,
});

type Row = Awaited<ReturnType<ReturnType<typeof organizationRows>['execute']>>[number];
