import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { figurePrinted } from '#modules/evidence/public.ts';
import { rhythms, sayings, templates } from './codes.ts';

const count = z.int().min(0);
const month = z.string();
const amount = z.string().nullable();
const leftOut = z.array(z.strictObject({ reason: z.string(), many: count }));
const composed = { template: z.enum(templates), from_month: month, to_month: month, programme: z.uuid().nullable(), schedule: z.uuid().nullable() };

/** What happens to reports: codes, numbers and fingerprints, never what they tell. */
export const reportsEvents = defineEvents('reports', {
  'report-opened': z.strictObject(composed),
  'report-changed': z.strictObject({ from_month: month, to_month: month, indicators: count }),
  'figure-printed': figurePrinted,
  // All that the report says, so that it lies under the seal too: its words as fingerprints, its numbers as they were printed and told.
  'report-frozen': z.strictObject({
    ...composed, titles: z.string(), sections: z.string(), indicator_ids: z.array(z.uuid()),
    numbers: z.array(z.strictObject({
      id: z.uuid(), place: count, indicator: z.uuid(), version: count.nullable(), figure: z.uuid().nullable(), value: amount, events: count, left_out: leftOut, stated: z.array(z.uuid()),
      target_first: amount, target_now: amount, said: z.enum(sayings), said_value: amount, said_left_out: leftOut, head_seq: count.nullable(), head_hash: z.string().nullable(),
    })),
  }),
  'report-delivered': z.strictObject({ report: z.uuid(), reader: z.uuid(), until: z.iso.datetime() }),
  'delivery-withdrawn': z.strictObject({ report: z.uuid() }),
  'schedule-set': z.strictObject({ report: z.uuid(), reader: z.uuid(), every: z.enum(rhythms), next_month: month }),
  'schedule-ended': z.strictObject({ why: z.enum(['by_hand', 'reader_gone']) }),
  'due-reports-made': z.strictObject({ made: count }),
});
