import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { keptUnits, sources } from './kept/definition.ts';

const count = z.int().min(0);
const unit = z.enum(keptUnits);
const source = z.enum(sources);

/** What happens to indicators and to figures that leave the house: codes and numbers, never a name. */
export const evidenceEvents = defineEvents('evidence', {
  'indicator-opened': z.strictObject({ code: z.string(), set: z.string().nullable(), unit, source }),
  'indicator-changed': z.strictObject({ version: count, unit, source }),
  'indicator-set-loaded': z.strictObject({ set: z.string(), opened: count, changed: count }),
  'value-stated': z.strictObject({ indicator: z.uuid(), version: count, from: z.iso.date(), to: z.iso.date(), value: z.string(), proven: z.boolean() }),
  'value-withdrawn': z.strictObject({ indicator: z.uuid() }),
  // All that a printed figure says of itself, so that it lies under the seal too.
  'figure-printed': z.strictObject({
    indicator: z.uuid(), version: count, definition: z.string(), from_month: z.string(), to_month: z.string(), cut: z.string().nullable(), cut_key: z.string().nullable(), value: z.string(),
    events: count, events_digest: z.string(), head_seq: count, head_hash: z.string(),
  }),
});
