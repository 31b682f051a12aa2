import { z } from 'zod';
import { id, wholeNumber } from '#core/input.ts';
import { action } from '../network.ts';
import { ownAgreement } from './own-agreement.ts';

/** Closes the negotiation: from now on the parties approve these words and no others. */
export const concludeNegotiation = action({
  name: 'conclude-negotiation',
  says: 'Closes the negotiation of a draft.',
  input: z.strictObject({ agreement: id(), version: wholeNumber(1, 999) }),
  refuses: ['version-changed', 'wrong-step', 'agreement-ended'],
  run: async (doing, { agreement, version }) => {
    const { tx, network, refuse, record } = doing;
    const { hub_id: hub, newest, standing } = await ownAgreement(doing, agreement);
    if (standing === 'terminated') refuse('agreement-ended');
    if (newest.version !== version) refuse('version-changed');
    if (newest.state !== 'draft') refuse('wrong-step');
    await tx
      .updateTable('network.agreement_version').set({ state: 'negotiated' })
      .where('network_id', '=', network).where('agreement_id', '=', agreement).where('version', '=', version).execute();
    await record({ name: 'agreement-negotiated', subject: agreement, hub, body: { version } });
    return { agreement };
  },
});

/** Notes that one party approved the wording; when the last one does, it may be signed. */
export const approveAgreement = action({
  name: 'approve-agreement',
  says: 'Notes that a party approved the wording.',
  input: z.strictObject({ agreement: id(), version: wholeNumber(1, 999), organization: id() }),
  refuses: ['version-changed', 'wrong-step', 'party-already-approved', 'not-a-party', 'agreement-ended'],
  run: async (doing, { agreement, version, organization }) => {
    const { tx, network, now, refuse, record } = doing;
    const { hub_id: hub, newest, standing } = await ownAgreement(doing, agreement);
    if (standing === 'terminated') refuse('agreement-ended');
    if (newest.version !== version) refuse('version-changed');
    if (newest.state !== 'negotiated') refuse('wrong-step');
    if (!newest.organization_ids.includes(organization)) refuse('not-a-party');
    const approved = await tx
      .updateTable('network.agreement_party').set({ approved_at: now })
      .where('network_id', '=', network).where('agreement_id', '=', agreement).where('version', '=', version)
      .where('organization_id', '=', organization).where('approved_at', 'is', null)
      .executeTakeFirst();
    if (approved.numUpdatedRows === 0n) refuse('party-already-approved');
    const waiting = await tx
      .selectFrom('network.agreement_party').select('organization_id')
      .where('network_id', '=', network).where('agreement_id', '=', agreement).where('version', '=', version).where('approved_at', 'is', null)
      .executeTakeFirst();
    if (!waiting) {
      await tx
        .updateTable('network.agreement_version').set({ state: 'approved' })
        .where('network_id', '=', network).where('agreement_id', '=', agreement).where('version', '=', version).execute();
    }
    await record({ name: 'agreement-approved', subject: agreement, organization, hub, body: { version, organization, by_all: !waiting } });
    return { agreement };
  },
});
