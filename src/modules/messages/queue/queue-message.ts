import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { action } from '../messages.ts';
import { isFilled, messageParams, templateNames } from '../template/templates.ts';
import { keepMessage, routeOf } from './keep-message.ts';

/** Puts a message in the outbox for the house: held until the gate lets it go, or refused and written down with the reason. */
export const queueMessage = action({
  name: 'queue-message',
  says: 'Puts a message to a person in the outbox, when the gate of safe contact allows one.',
  input: z.strictObject({
    hub: id(), person: id(), template: choice(templateNames), params: z.strictObject(messageParams),
    at: maybe(z.iso.datetime()), until: maybe(z.iso.datetime()), basis: maybe(z.string().regex(/^[a-z-]{1,40}$/)), basis_id: maybe(id()),
  }).refine(({ template, params }) => isFilled(template, params), { path: ['params'], message: 'not-understood' }),
  run: async (doing, { at, until, basis_id, ...wish }) => {
    const asked = { ...wish, at: at ? new Date(at) : undefined, until: until ? new Date(until) : undefined, basisId: basis_id };
    const kept = await keepMessage(doing, asked, await routeOf(doing, asked));
    if (!kept) await doing.record({ name: 'messages-recalled', subject: wish.person, hub: wish.hub, body: { messages: 0 } });
    return { message: kept?.message ?? null, reason: kept?.reason ?? null };
  },
});
