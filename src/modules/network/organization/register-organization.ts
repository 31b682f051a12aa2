import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id, isoDate, maybe, yes } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { dayHere } from '../hub/day-here.ts';
import { hubCard } from '../hub/hub-card.ts';
import { managedHub, managesNetwork } from '../managed-hub.ts';
import { action, type NetworkTables } from '../network.ts';
import { territoryCard } from '../territory/territory-card.ts';
import { startMembership } from './membership.ts';
import { organizationFields } from './organization-fields.ts';

/** A body and, when it joins at once, the hub or cluster it becomes a member of. */
export const registerOrganizationInput = z.strictObject({
  id: id().optional(),
  ...organizationFields,
  listed: yes(),
  support_body: yes(),
  parent: maybe(id()),
  hub: maybe(id()),
  member_since: maybe(isoDate()),
  mandate_until: maybe(isoDate()),
});

/**
 * Registers a body in the one registry: a member, a provider of services, or an organization that comes to the desk as a client.
 * Unlisted, it is seen only in the hub that registered it. Listing and membership are for managers.
 */
export const registerOrganization = action({
  name: 'register-organization',
  says: 'Registers an organization: what it is, its sector, how it is reached.',
  input: registerOrganizationInput,
  refuses: ['unknown-territory', 'unknown-hub', 'listing-needs-manager', 'mandate-before-start', 'already-member'],
  run: async (doing, input) => {
    const { tx, network, now, refuse, record } = doing;
    const organization = input.id ?? newId(now.getTime());
    const hub = registeringHub(doing, input.hub);
    const manages = managesNetwork(doing.actor) || (hub !== null && isManager(doing, hub));
    if (!manages && (input.listed || input.member_since)) refuse('listing-needs-manager', {}, 'listed');
    if (input.territory && !(await territoryCard(tx, input.territory))) refuse('unknown-territory', {}, 'territory');
    if (input.runs_hub && !(await hubCard(tx, input.runs_hub))) refuse('unknown-hub', {}, 'runs_hub');
    await tx
      .insertInto('network.organization')
      .values({
        network_id: network, id: organization, names: input.names, sector: input.sector, kind: input.kind, listed: input.listed,
        support_body: input.support_body, hub_id: hub, descriptions: input.descriptions, legal_status: input.legal_status ?? null,
        founded_year: input.founded_year ?? null, website: input.website ?? null, email: input.email ?? null, phone: input.phone ?? null,
        address: input.address, territory_code: input.territory ?? null, parent_id: input.parent ?? null, left_on: null, registered_at: now,
        activities: input.activities, qualifiers: input.qualifiers, runs_hub_id: input.runs_hub ?? null, agreed_on: agreedOn(input, await dayHere(doing)),
      })
      .execute();
    await record({ name: 'organization-registered', subject: organization, organization, hub, body: { sector: input.sector, kind: input.kind } });
    if (input.member_since) {
      await startMembership(doing, { hub: managedHub(doing, input.hub), organization, since: input.member_since, mandateUntil: input.mandate_until });
    }
    return { organization };
  },
});

/** The day a listed body agreed to be listed: as said, else the day it is listed, since listing says that it agreed. */
export const agreedOn = ({ listed, agreed_on }: { readonly listed: boolean; readonly agreed_on?: string | undefined }, today: string): string | null =>
  listed ? (agreed_on ?? today) : null;

/** A desk registers for its own hub; an administrator for a hub she names or for the network. */
function registeringHub(doing: Doing<NetworkTables>, wanted: string | undefined): string | null {
  if (managesNetwork(doing.actor)) return wanted ?? null;
  if (wanted !== undefined && wanted !== doing.hub) return doing.absent();
  return doing.hub;
}

const isManager = ({ actor }: Doing<NetworkTables>, hub: string): boolean =>
  actor.roles.some(({ role, scopeId }) => role === 'hub_manager' && scopeId === hub);
