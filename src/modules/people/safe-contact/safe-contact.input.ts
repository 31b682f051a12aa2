import { z } from 'zod';
import { choice, choices, clockTime, id, maybe, text, yes } from '#core/input.ts';
import { phoneOwners } from '../person/person.input.ts';
import { channels } from './may-contact.ts';

/** Days as they are ticked: 1 Monday to 7 Sunday. */
export const dayCodes = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The same hours on several days; all three empty: nothing said. */
const stretch = z.strictObject({ days: choices(dayCodes), opens: maybe(clockTime()), closes: maybe(clockTime()) });

/** How one phone or address may be used, as she said it. */
export const setSafeContactInput = z.strictObject({
  contact: id(),
  owner: choice(phoneOwners),
  shared: yes(),
  never: yes(),
  channels: choices(channels),
  first: stretch.optional(),
  second: stretch.optional(),
  voicemail: yes(),
  words: maybe(text(200)),
  forget_words: yes(),
});
