import { sql } from 'kysely';
import { z } from 'zod';
import { id, isoDate, text, wholeNumber } from '#core/input.ts';
import { dayHere } from '../hub/day-here.ts';
import { action } from '../network.ts';
import { ownAgreement } from './own-agreement.ts';

/**
 * Enters one party's signature of one version. Nothing opens until the last party has signed (rule 11). Refused when the wording
 * was changed, or ran out, after the signer had it in front of her.
 */
export const signAgreement = action({
  name: 'sign-agreement',
  says: 'Enters a party’s signature.',
  input: z.strictObject({ agreement: id(), version: wholeNumber(1, 999), organization: id(), signed_on: isoDate(), signed_name: text(120) }),
  refuses: ['version-changed', 'wrong-step', 'party-already-signed', 'not-a-party', 'agreement-expired', 'signed-in-future', 'agreement-ended'],
  run: async (doing, { agreement, version, organization, signed_on, signed_name }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const { hub_id: hub, newest, standing } = await ownAgreement(doing, agreement);
    if (standing === 'terminated') refuse('agreement-ended');
    if (newest.version !== version) refuse('version-changed');
    if (newest.state !== 'approved' && newest.state !== 'partially-signed') refuse(newest.state === 'signed' ? 'party-already-signed' : 'wrong-step');
    if (!newest.organization_ids.includes(organization)) refuse('not-a-party');
    const today = await dayHere(doing);
    if (newest.valid_until < today) refuse('agreement-expired');
    if (signed_on > today) refuse('signed-in-future', {}, 'signed_on');
    const signed = await tx
      .updateTable('network.agreement_party').set({ signed_on, signed_name, signed_recorded_at: now, recorded_by: actor.account })
      .where('network_id', '=', network).where('agreement_id', '=', agreement).where('version', '=', version)
      .where('organization_id', '=', organization).where('signed_on', 'is', null)
      .executeTakeFirst();
    if (signed.numUpdatedRows === 0n) refuse('party-already-signed');
    const waiting = await tx
      .selectFrom('network.agreement_party').select('organization_id')
      .where('network_id', '=', network).where('agreement_id', '=', agreement).where('version', '=', version).where('signed_on', 'is', null)
      .executeTakeFirst();
    await tx
      .updateTable('network.agreement_version').set(waiting ? { state: 'partially-signed' } : { state: 'signed', signed_at: now })
      .where('network_id', '=', network).where('agreement_id', '=', agreement).where('version', '=', version).execute();
    if (!waiting) {
      await tx
        .updateTable('network.agreement').set({ warned_days: null, organization_ids: sql`${newest.organization_ids}::uuid[]` })
        .where('network_id', '=', network).where('id', '=', agreement).execute();
    }
    await record({ name: 'agreement-signed', subject: agreement, organization, hub, body: { version, organization, by_all: !waiting } });
    return { agreement };
  },
});
