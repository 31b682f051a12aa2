import { z } from 'zod';
import { defineEvents } from '#core/event.ts';

/** Written to confidential.event only: nothing elsewhere tells that they happened. */
export const confidentialEvents = defineEvents('confidential', {
  'handed-over': z.strictObject({}),
  'handover-taken': z.strictObject({}),
});
