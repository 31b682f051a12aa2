import { z } from 'zod';
import { choice, id, isoDate, maybe, text, wholeNumber } from '#core/input.ts';
import { countries } from '#core/words/locale.ts';
import { action } from '../network.ts';
import { organizationCard } from '../organization/organization-card.ts';
import { answerableHub } from './answerable-hub.ts';
import { declarations, legalBases, regimes } from './controller-table.ts';

/**
 * Says how a member organization answers for personal data at a hub: its regime, basis, how long, where, and its declaration. `version`
 * is the one looked at, 0 for the first time: of two people at once the second looks again.
 */
export const setController = action({
  name: 'set-controller',
  says: 'Says how an organization answers for personal data at the hub.',
  input: z.strictObject({
    organization: id(), hub: maybe(id()), regime: choice(regimes), legal_basis: choice(legalBases), retention_months: wholeNumber(1, 600),
    hosting_country: choice(countries), declaration: choice(declarations), declaration_number: maybe(text(60)), declared_on: maybe(isoDate()),
    contact: maybe(text(200)), version: wholeNumber(0, 100_000).default(0),
  }),
  refuses: ['controller-changed', 'number-needed'],
  run: async (doing, { organization, hub: wanted, version, ...said }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const hub = answerableHub(doing, wanted);
    const body = (await organizationCard(tx, organization)) ?? absent();
    if ((said.declaration === 'received' || said.declaration === 'authorised') && !said.declaration_number) refuse('number-needed', {}, 'declaration_number');
    const row = {
      names: JSON.stringify(body.names) as never, regime: said.regime, legal_basis: said.legal_basis, retention_months: said.retention_months,
      hosting_country: said.hosting_country, declaration: said.declaration, declaration_number: said.declaration_number ?? null,
      declared_on: said.declared_on ?? null, contact: said.contact ?? null, version: version + 1, set_at: now, set_by: actor.account,
    };
    const kept = version === 0
      ? (await tx.insertInto('network.controller').values({ network_id: network, hub_id: hub, organization_id: organization, ...row })
        .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows
      : (await tx.updateTable('network.controller').set(row)
        .where('network_id', '=', network).where('hub_id', '=', hub).where('organization_id', '=', organization).where('version', '=', version).executeTakeFirst()).numUpdatedRows;
    if (kept !== 1n) refuse('controller-changed');
    await record({ name: 'controller-set', subject: organization, organization, hub, body: { regime: said.regime, declaration: said.declaration } });
    return { organization };
  },
});
