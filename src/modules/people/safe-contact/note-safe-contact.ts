import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { action } from '../people.ts';

/**
 * Writes that it was noted how a phone or an address may be used. The house does, a moment later and in nobody's name, wherever it was
 * said: what was said at the desk and what was said where it is safe to say leave the same trace.
 */
export const noteSafeContact = action({
  name: 'note-safe-contact',
  says: 'Writes that it was noted how a phone or an address may be used.',
  input: z.strictObject({ rule: id(), hub: id(), person: id(), kind: choice(['phone', 'email'] as const) }),
  run: async ({ record }, { rule, hub, person, kind }) => {
    await record({ name: 'safe-contact-set', subject: rule, hub, person, body: { kind } });
    return {};
  },
});
