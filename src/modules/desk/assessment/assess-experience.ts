import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, maybe, wholeNumber } from '#core/input.ts';
import { verifyServiceByOutcome } from '#modules/directory/public.ts';
import { action } from '../desk.ts';
import { clientSnapshot } from '../ticket/snapshot.ts';

/** She says by one of five faces how the visit was, or how the service was where she was sent. Once for each; the screen is turned to her. */
export const assessExperience = action({
  name: 'assess-experience',
  says: 'Keeps how the user found the visit or the service, by five faces.',
  input: z.strictObject({ ticket: id(), faces: wholeNumber(1, 5), referral: maybe(id()) }),
  refuses: ['already-assessed', 'no-client-yet', 'not-served-yet'],
  run: async (doing, { ticket, faces, referral }) => {
    const { tx, network, hub, now } = doing;
    const visit = await tx.selectFrom('desk.ticket').select(['person_id', 'organization_id', 'received_at'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).executeTakeFirst();
    if (!visit) return doing.absent();
    if (!visit.received_at) doing.refuse('no-client-yet');
    const about = referral
      ? ((await tx.selectFrom('desk.referral').select(['service_id', 'state', 'served_at']).where('network_id', '=', network)
          .where('hub_id', '=', hub).where('ticket_id', '=', ticket).where('id', '=', referral).executeTakeFirst()) ?? doing.absent())
      : null;
    if (about && !about.served_at) doing.refuse('not-served-yet');
    const assessment = newId(now.getTime());
    const kept = await tx.insertInto('desk.assessment').values({
      network_id: network, id: assessment, hub_id: hub, ticket_id: ticket, referral_id: referral ?? null,
      service_id: about?.service_id ?? null, faces, via: 'desk', said_at: now,
    }).onConflict((row) => row.doNothing()).executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows === 0n) doing.refuse('already-assessed');
    if (about) await verifyServiceByOutcome(doing, { service: about.service_id, kind: 'assessed', faces });
    await doing.record({
      name: 'experience-assessed', subject: assessment, person: visit.person_id, organization: visit.organization_id,
      body: { ...(await clientSnapshot(tx, visit, now)), faces, service: about?.service_id ?? null },
    });
    return { assessment };
  },
});
