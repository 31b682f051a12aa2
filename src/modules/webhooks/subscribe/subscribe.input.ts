import { z } from 'zod';
import { id, listOf, choice, maybe, text } from '#core/input.ts';
import { offeredEventNames } from '../subscription/offered-events.ts';

/** What is said of a subscription: what it is called, where it is sent, what it hears. */
export const subscriptionFields = {
  label: text(120),
  target: text(500),
  events: listOf(choice(offeredEventNames)).refine((events) => events.length > 0, { message: 'required' }),
};

/** A new subscription; without a secret the house makes one. Without a hub an administrator's hears the whole network. */
export const subscribeInput = z.strictObject({ hub: maybe(id()), ...subscriptionFields, secret: maybe(text(120)) });
