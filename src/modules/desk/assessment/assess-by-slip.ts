import { z } from 'zod';
import { newId } from '#core/id.ts';
import { text, wholeNumber } from '#core/input.ts';
import { action } from '../desk.ts';
import { passHash } from '../slip/slip-door.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { nobodyYet } from '../ticket/snapshot.ts';

/**
 * She says by one of five faces how the visit was, with her slip open, away from the desk. Once a visit, whether here or there.
 * The event carries the client as figures knew her when the slip was made, and no person.
 */
export const assessBySlip = action({
  name: 'assess-by-slip',
  says: 'Keeps how the user found the visit, said with her slip.',
  input: z.strictObject({ code: text(40), pass: text(60), faces: wholeNumber(1, 5) }),
  refuses: ['already-assessed'],
  link: ({ pass }) => passHash(pass),
  run: async (doing, { code, faces }) => {
    const { tx, network, now } = doing;
    const slip = await tx.selectFrom('desk.slip').select(['ticket_id', 'hub_id', 'about'])
      .where('network_id', '=', network).where('code', '=', readSlipCode(code)).executeTakeFirst();
    if (!slip) return doing.absent();
    const assessment = newId(now.getTime());
    const kept = await tx.insertInto('desk.assessment').values({
      network_id: network, id: assessment, hub_id: slip.hub_id, ticket_id: slip.ticket_id, referral_id: null, service_id: null,
      faces, via: 'slip', said_at: now,
    }).onConflict((row) => row.doNothing()).executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows === 0n) doing.refuse('already-assessed');
    await doing.record({
      name: 'experience-assessed', subject: assessment, hub: slip.hub_id, body: { ...(slip.about ?? nobodyYet), faces, service: null },
    });
    return {};
  },
});
