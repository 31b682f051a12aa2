import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { holdReasons, incidentKinds, incidentRisks, refusalReasons, requestKinds } from './codes.ts';

const basis = z.enum(['asked', 'retention']);

/** What happens to requests of persons: codes and counts only. */
export const rightsEvents = defineEvents('rights', {
  'request-opened': z.strictObject({ kind: z.enum(requestKinds), basis, identified_by: z.int() }),
  'request-confirmed': z.strictObject({}),
  'request-answered': z.strictObject({ kind: z.enum(requestKinds), answer: z.enum(['done', 'refused', 'withdrawn']), reason: z.enum(refusalReasons).nullable() }),
  'erasure-decided': z.strictObject({ basis, decision: z.enum(['erase', 'refuse']), reason: z.enum(refusalReasons).nullable() }),
  'person-erased': z.strictObject({ basis, files: z.int() }),
  'erasure-left': z.strictObject({}),
  'erasure-handed-on': z.strictObject({}),
  'erasure-settled': z.strictObject({}),
  'hold-set': z.strictObject({ why: z.enum(holdReasons), until: z.string() }),
  'hold-ended': z.strictObject({}),
  'incident-recorded': z.strictObject({ kind: z.enum(incidentKinds), risk: z.enum(incidentRisks), persons: z.int() }),
  'incident-followed': z.strictObject({ step: z.enum(['authority', 'people', 'closed']), late: z.boolean() }),
});
