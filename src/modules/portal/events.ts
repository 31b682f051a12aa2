import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { contentKinds, contentLangs, versionStatuses } from './content/content-tables.ts';
import { requestOutcomes } from './portal.ts';

/** What happened at the portal: that a letter came, who opened it and how it ended; what a hub published. */
export const portalEvents = defineEvents('portal', {
  'request-left': z.strictObject({}),
  'request-taken': z.strictObject({ waited_minutes: z.int().min(0), from_colleague: z.boolean() }),
  'request-ended': z.strictObject({ outcome: z.enum(requestOutcomes), days: z.int().min(0) }),
  'letters-forgotten': z.strictObject({ letters: z.int().min(0) }),
  'content-begun': z.strictObject({ kind: z.enum(contentKinds), lang: z.enum(contentLangs) }),
  'version-written': z.strictObject({ lang: z.enum(contentLangs), status: z.enum(versionStatuses), fresh: z.boolean() }),
  'content-published': z.strictObject({ languages: z.int().min(1) }),
  'content-withdrawn': z.strictObject({}),
  'medium-added': z.strictObject({ medium: z.uuid(), kind: z.enum(['image', 'audio', 'video']), bytes: z.int().min(0) }),
  'medium-removed': z.strictObject({ medium: z.uuid() }),
});
