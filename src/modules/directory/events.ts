import { z } from 'zod';
import { defineEvents } from '#core/event.ts';

/** What happens to entries of the directory and in the committee. The subject is the service, the place, the recording, the decision. */
export const directoryEvents = defineEvents('directory', {
  'service-listed': z.strictObject({ service_type: z.string(), organization: z.uuid() }),
  'service-edited': z.strictObject({ version: z.int() }),
  'service-verified': z.strictObject({ days_since_last: z.int() }),
  'service-withdrawn': z.strictObject({ reason: z.string() }),
  'location-added': z.strictObject({ kind: z.string(), territory: z.string().nullable() }),
  'service-offered-at-location': z.strictObject({ location: z.uuid() }),
  'schedule-set': z.strictObject({ openings: z.int() }),
  'eligibility-set': z.strictObject({ rules: z.int(), priorities: z.int() }),
  'capacity-set': z.strictObject({ places: z.int().nullable(), free: z.int().nullable(), waiting_days: z.int().nullable() }),
  'audio-recorded': z.strictObject({ subject_kind: z.string(), subject: z.uuid(), variety: z.string(), bytes: z.int() }),
  'committee-decision-opened': z.strictObject({ owner: z.uuid(), due_on: z.string(), service_type: z.string().nullable(), territory: z.string().nullable() }),
  'committee-decision-closed': z.strictObject({ state: z.string(), days_late: z.int() }),
});
