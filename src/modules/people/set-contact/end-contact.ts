import { z } from 'zod';
import { id } from '#core/input.ts';
import { dropMark } from '../contact/keep-contact.ts';
import { action } from '../people.ts';

/** Notes that a phone, an address or a number no longer holds; only a desk where something is open for her may. */
export const endContact = action({
  name: 'end-contact',
  says: 'Notes that a phone or another contact no longer holds.',
  input: z.strictObject({ contact: id() }),
  run: async (doing, { contact }) => {
    const { tx, network, hub, now } = doing;
    const ended = (await tx.updateTable('people.person_contact').set({ ended_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', contact).where('ended_at', 'is', null)
      .returning(['person_id', 'kind']).executeTakeFirst()) ?? doing.absent();
    await dropMark(doing, contact);
    await doing.record({ name: 'contact-ended', subject: contact, person: ended.person_id, body: { kind: ended.kind } });
    return { person: ended.person_id };
  },
});
