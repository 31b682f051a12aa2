import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { withdrawals } from './document/document-tables.ts';

const of = z.enum(['person', 'identity', 'consent', 'case', 'application', 'enterprise']);

/** What happens to documents: never a title, nor which paper it was. */
export const documentsEvents = defineEvents('documents', {
  'document-added': z.strictObject({ of, media_type: z.string(), bytes: z.int() }),
  'document-renamed': z.strictObject({}),
  'document-withdrawn': z.strictObject({ of, why: z.enum(withdrawals) }),
});
