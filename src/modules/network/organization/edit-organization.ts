import { z } from 'zod';
import { id, wholeNumber, yes } from '#core/input.ts';
import { dayHere } from '../hub/day-here.ts';
import { hubCard } from '../hub/hub-card.ts';
import { managesNetwork } from '../managed-hub.ts';
import { action } from '../network.ts';
import { territoryCard } from '../territory/territory-card.ts';
import { organizationFields } from './organization-fields.ts';
import { agreedOn } from './register-organization.ts';

/** The body, the version that was on the screen, and what should be written of it. */
export const editOrganizationInput = z.strictObject({
  organization: id(), version: wholeNumber(1, 1_000_000), ...organizationFields, listed: yes(), support_body: yes(),
});

/**
 * Corrects what is written of a body: by the hub that registered it, or by whoever manages the network. Listing it, which says
 * that it agreed, and taking it off the list are for managers. The second of two colleagues is told that it changed meanwhile.
 */
export const editOrganization = action({
  name: 'edit-organization',
  says: 'Corrects what is written of an organization.',
  input: editOrganizationInput,
  refuses: ['unknown-territory', 'unknown-hub', 'listing-needs-manager', 'organization-changed'],
  run: async (doing, { organization, version, ...said }) => {
    const { tx, network, actor, absent, refuse, record } = doing;
    const row = await tx.selectFrom('network.organization').select(['hub_id', 'listed', 'version', 'agreed_on'])
      .where('network_id', '=', network).where('id', '=', organization).forUpdate().executeTakeFirst();
    if (!row || (!managesNetwork(actor) && row.hub_id !== actor.hub)) return absent();
    const manages = managesNetwork(actor) || actor.roles.some(({ role, scopeId }) => role === 'hub_manager' && scopeId === row.hub_id);
    if (said.listed !== row.listed && !manages) refuse('listing-needs-manager', {}, 'listed');
    if (said.territory && !(await territoryCard(tx, said.territory))) refuse('unknown-territory', {}, 'territory');
    if (said.runs_hub && !(await hubCard(tx, said.runs_hub))) refuse('unknown-hub', {}, 'runs_hub');
    const changed = await tx
      .updateTable('network.organization')
      .set({
        names: said.names, sector: said.sector, kind: said.kind, listed: said.listed, support_body: said.support_body, descriptions: said.descriptions,
        legal_status: said.legal_status ?? null, founded_year: said.founded_year ?? null, website: said.website ?? null, email: said.email ?? null,
        phone: said.phone ?? null, address: said.address, territory_code: said.territory ?? null, activities: said.activities, qualifiers: said.qualifiers,
        runs_hub_id: said.runs_hub ?? null, agreed_on: agreedOn({ ...said, agreed_on: said.agreed_on ?? row.agreed_on ?? undefined }, await dayHere(doing)), version: version + 1,
      })
      .where('network_id', '=', network).where('id', '=', organization).where('version', '=', version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) refuse('organization-changed');
    await record({ name: 'organization-edited', subject: organization, organization, hub: row.hub_id, body: { version: version + 1 } });
    return { organization };
  },
});
