import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { refusalReasons, requestKinds } from './codes.ts';

/** What happens to requests of persons: codes and counts only. */
export const rightsEvents = defineEvents('rights', {
  'request-opened': z.strictObject({ kind: z.enum(requestKinds), basis: z.enum(['asked', 'retention']), identified_by: z.int() }),
  'request-answered': z.strictObject({ kind: z.enum(requestKinds), answer: z.enum(['done', 'refused', 'withdrawn']), reason: z.enum(refusalReasons).nullable() }),
});
