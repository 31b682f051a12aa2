import { z } from 'zod';
import { id } from '#core/input.ts';
import { applicationsToFund } from '#modules/incubation/public.ts';
import { hubCard, organizationsByIds } from '#modules/network/public.ts';
import { personCard } from '#modules/people/public.ts';
import { query } from '../funding.ts';
import { knownGrant } from './known-grant.ts';

/** What the certificate of a grant says on paper: who is funded (a name only for who reads her file), how much, from whose money, since when. */
export const grantCertificate = query({
  name: 'grant-certificate',
  says: 'The certificate of a grant, for printing.',
  input: z.strictObject({ grant: id() }),
  run: async (asking, { grant: of }) => {
    const { tx, network, hub, absent } = asking;
    const row = await knownGrant(asking, of, false);
    if (!row.certificate_number || row.state === 'cancelled') return absent();
    const fund = await tx.selectFrom('funding.fund').select(['names', 'funder_id']).where('network_id', '=', network).where('id', '=', row.fund_id).executeTakeFirstOrThrow();
    const bodies = await organizationsByIds(tx, [fund.funder_id, ...(row.organization_id ? [row.organization_id] : [])]);
    const [application] = row.application_id ? await applicationsToFund(tx, network, { ids: [row.application_id] }) : [];
    const card = application && !row.organization_id ? await personCard(tx, application.person) : undefined;
    return {
      number: row.certificate_number, on: row.certified_at!, specificationsOn: row.specifications_on!, amount: row.amount, currency: row.currency, kind: row.kind, purpose: row.purpose,
      fund: fund.names, funder: bodies.find((each) => each.id === fund.funder_id)?.names ?? {}, body: bodies.find((each) => each.id === row.organization_id)?.names ?? null,
      person: card ? { name: card.name, other: card.other } : null, receipt: application?.receipt ?? null, hub: (await hubCard(tx, hub)) ?? absent(),
    };
  },
});
