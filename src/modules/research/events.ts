import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { columns } from './extract/columns.ts';

const count = z.int().min(0);

/** What happens to requests of research: codes and numbers, never a row of anybody. */
export const researchEvents = defineEvents('research', {
  'extract-asked': z.strictObject({ columns: z.array(z.enum(columns)), from: z.iso.date(), to: z.iso.date(), days: count }),
  'extract-approved': z.strictObject({ as: z.enum(['dpo', 'network_admin']), both: z.boolean() }),
  'extract-declined': z.strictObject({ as: z.enum(['dpo', 'network_admin']) }),
  'extract-prepared': z.strictObject({ rows: count, left_out: count, digest: z.string() }),
  'extract-taken': z.strictObject({ digest: z.string() }),
  'extract-ended': z.strictObject({}),
  'ended-extracts-looked-for': z.strictObject({ ended: count }),
});
