import { z } from 'zod';
import { defineEvents } from '#core/event.ts';

const empty = z.strictObject({});
const chosen = z.strictObject({ events: z.int() });

/** What happens to subscriptions; none of it is itself told to a program. */
export const webhooksEvents = defineEvents('webhooks', {
  'subscribed': chosen,
  'subscription-changed': chosen,
  'subscription-paused': empty,
  'subscription-resumed': empty,
  'subscription-ended': empty,
  'subscription-disabled': z.strictObject({ reason: z.enum(['failing', 'gone']) }),
  'secret-replaced': empty,
  'trial-sent': empty,
  'delivery-repeated': empty,
  'delivery-attempted': z.strictObject({ outcome: z.enum(['delivered', 'failed']), status: z.int().nullable(), tries: z.int() }),
});
