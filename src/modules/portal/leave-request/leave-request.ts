import { newId } from '#core/id.ts';
import { readPhone } from '#modules/people/public.ts';
import { countries } from '#core/words/locale.ts';
import { action } from '../portal.ts';
import { countLetter } from './flood-limits.ts';
import { leaveRequestInput } from './leave-request.input.ts';
import { letterPlace } from './letter.ts';
import { receiptCode, receiptOf } from './receipt.ts';

/**
 * Leaves a request for a time or a call at a hub: sealed to the hub's box at once and added by a login that can read nothing,
 * not even this. Answers with a number and a word. Refuses a call without a number (`phone-needed`), a number nobody can dial
 * (`phone-not-readable`), and a flood (`too-many-letters`, with the minutes to wait).
 */
export const leaveRequest = action({
  name: 'leave-request',
  says: 'Leaves a request for an appointment or a call, without an account.',
  login: 'intake',
  input: leaveRequestInput,
  refuses: ['phone-needed', 'phone-not-readable', 'too-many-letters'],
  run: async (doing, { hub, press, ...letter }) => {
    const { tx, network, actor, vault, blind, refuse, record } = doing;
    if (letter.way === 'phone' && !letter.phone) refuse('phone-needed', {}, 'phone');
    // Read as dialled in any country of the mission: a stranger's phone may come from next door.
    if (letter.phone && !countries.some((country) => readPhone(letter.phone!, country))) refuse('phone-not-readable', {}, 'phone');
    const minutes = await countLetter(network, actor.from);
    if (minutes > 0) refuse('too-many-letters', { minutes }, undefined, { status: 429 });
    const request = asRequestId(blind('request', `${press ?? newId()}|${JSON.stringify({ hub, ...letter })}`));
    const sealed = await vault.sealTo(hub, letterPlace(request), letter);
    if (!sealed) return doing.absent();
    await tx.insertInto('portal.intake').values({ network_id: network, hub_id: hub, request_id: request, letter: sealed }).execute();
    await record({ name: 'request-left', subject: request, hub });
    return { hub, receipt: receiptCode(receiptOf(request)) };
  },
});

/** The identifier of a letter: the same for a second press, another when a word was changed. A UUID of version 8. */
function asRequestId(fingerprint: Buffer): string {
  const bytes = Buffer.from(fingerprint.subarray(0, 16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
