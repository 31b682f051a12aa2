import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { closeWhys, emergencyReasons, entryKinds, grantPurposes, reviews } from './codes.ts';

/** Written to confidential.event only: nothing elsewhere tells that they happened. */
export const confidentialEvents = defineEvents('confidential', {
  'handed-over': z.strictObject({}),
  'handover-taken': z.strictObject({}),
  'file-opened': z.strictObject({ via: z.enum(['handover', 'code', 'name']) }),
  'entry-written': z.strictObject({ kind: z.enum(entryKinds) }),
  'words-given': z.strictObject({}),
  'words-ended': z.strictObject({}),
  'door-opened': z.strictObject({}),
  'file-closed': z.strictObject({ why: z.enum(closeWhys) }),
  'grant-given': z.strictObject({ account: z.uuid(), actions: z.enum(['read', 'write']), purpose: z.enum(grantPurposes), until: z.string() }),
  'grant-ended': z.strictObject({ account: z.uuid() }),
  'use-ended': z.strictObject({ many: z.number() }),
  'kept-out': z.strictObject({ exclusion: z.uuid() }),
  'let-in': z.strictObject({ exclusion: z.uuid() }),
  'emergency-asked': z.strictObject({ reason: z.enum(emergencyReasons) }),
  'renewal-asked': z.strictObject({}),
  'key-turned': z.strictObject({ kind: z.enum(['emergency', 'renewal']) }),
  'key-declined': z.strictObject({ kind: z.enum(['emergency', 'renewal']) }),
  'emergency-ended': z.strictObject({}),
  'emergency-reviewed': z.strictObject({ review: z.enum(reviews) }),
  'on-call-begun': z.strictObject({ days: z.number() }),
  'on-call-ended': z.strictObject({}),
});
