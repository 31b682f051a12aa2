import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { query } from '../network.ts';
import { organizationRows, toOrganization } from './organization-card.ts';
import { organizationSearch } from './organization-search.ts';
import { sectors } from './organization-kind.ts';

/** The bodies the reader may see, by sector, membership or a word of their name. */
export const organizationList = query({
  name: 'organization-list',
  says: 'The organizations known here.',
  input: z.strictObject({ sector: maybe(choice(sectors)), q: maybe(text(100)), member_of: maybe(id()) }),
  run: async ({ tx, network }, { sector, q, member_of }) => {
    const members = await tx
      .selectFrom('network.membership').select(['organization_id', 'hub_id', 'since', 'mandate_until', 'ended_on'])
      .where('network_id', '=', network).where('ended_on', 'is', null).execute();
    const found = q ? await organizationSearch(tx, q) : (await organizationRows(tx).orderBy('organization.registered_at').orderBy('organization.id').execute()).map(toOrganization);
    return found
      .filter((body) => !sector || body.sector === sector)
      .map((body) => ({ ...body, memberOf: members.filter(({ organization_id }) => organization_id === body.id).map(({ hub_id }) => hub_id) }))
      .filter((body) => !member_of || body.memberOf.includes(member_of));
  },
});

/** One body with its memberships, past and present, and its departments. */
export const organizationSheet = query({
  name: 'organization-sheet',
  says: 'One organization: memberships, departments, how it is reached.',
  input: z.strictObject({ organization: id() }),
  run: async ({ tx, network, absent }, { organization }) => {
    const row = await organizationRows(tx)
      .select(['organization.activities', 'organization.qualifiers', 'organization.runs_hub_id as runsHub', 'organization.agreed_on as agreedOn', 'organization.version'])
      .where('organization.id', '=', organization).executeTakeFirst();
    if (!row) return absent();
    const memberships = await tx
      .selectFrom('network.membership').select(['id', 'hub_id as hub', 'since', 'mandate_until as mandateUntil', 'ended_on as endedOn', 'ended_reason as endedReason'])
      .where('network_id', '=', network).where('organization_id', '=', organization).orderBy('since', 'desc').execute();
    const units = await tx
      .selectFrom('network.org_unit').select(['id', 'names', 'areas', 'opened_on as openedOn', 'closed_on as closedOn'])
      .where('network_id', '=', network).where('organization_id', '=', organization).orderBy('opened_on').execute();
    const { activities, qualifiers, runsHub, agreedOn, version } = row;
    return { ...toOrganization(row), activities, qualifiers, runsHub, agreedOn, version, memberships, units };
  },
});
