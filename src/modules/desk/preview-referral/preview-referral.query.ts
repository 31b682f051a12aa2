import { z } from 'zod';
import { choices, id, maybe } from '#core/input.ts';
import { organizationCard } from '#modules/network/public.ts';
import { consentInForce } from '#modules/people/public.ts';
import { query } from '../desk.ts';
import { clientToRefer } from '../referral/client-to-refer.ts';
import { fieldCodes } from '../referral/disclosed-field.ts';
import { disclosureToMake, sharingOf } from './disclosure-to-make.ts';

/**
 * The exact fields and values that a referral would disclose, to read out to her before she agrees; with what would stop
 * it: no consent, an agreement that ended, a service that closed. `seen` goes with the sending, which compares.
 */
export const previewReferral = query({
  name: 'preview-referral',
  says: 'Shows exactly what a referral would tell to whom.',
  purpose: 'referral',
  input: z.strictObject({ ticket: id(), service: id(), fields: choices(fieldCodes), after: maybe(id()) }),
  run: async (asking, { ticket, after, ...wanted }) => {
    const client = (await clientToRefer(asking, { ticket, after })) ?? asking.absent();
    const making = (await disclosureToMake(asking, client, wanted)) ?? asking.absent();
    const { service, lines, body, agreement, agreementEnded, seen } = making;
    return {
      service, lines, body, agreement, agreementEnded, seen,
      organization: (await organizationCard(asking.tx, service.organization)) ?? null,
      spokenTo: client.spokenTo,
      forOrganization: client.organization !== null,
      consent: (await consentInForce(asking.tx, client.spokenTo, 'sharing', sharingOf(making, asking.now))) !== undefined,
    };
  },
});
