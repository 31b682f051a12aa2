import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../currency.ts';

/** Writes down that a message was answered with a no, so that its gateway, bringing it once more, hears the same no. */
export const noteRefused = action({
  name: 'note-refused',
  says: 'Writes down that a text message was answered with a no.',
  input: z.strictObject({ phone: id(), hub: id(), message: z.uuid(), code: z.string().regex(/^[a-z][a-z-]{1,40}$/) }),
  run: async ({ tx, network, now, record }, { phone, hub, message, code }) => {
    await tx.insertInto('currency.message_refused').values({ network_id: network, id: message, hub_id: hub, phone_id: phone, code, at: now }).onConflict((conflict) => conflict.doNothing()).execute();
    await record({ name: 'message-answered', subject: phone, hub, body: { answer: 'refused' } });
    return { code };
  },
});
