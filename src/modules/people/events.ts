import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { consentChannels, consentPurposes } from './consent/consent-table.ts';
import { mergeReasons } from './identity/identity-tables.ts';
import { mergeWarnings } from './merge-persons/merge-warnings.ts';
import { householdTies } from './household/household-tables.ts';

const contactKind = z.enum(['phone', 'email', 'address', 'birth-date', 'id-number']);
const snapshot = {
  sex: z.string().nullable(), age_band: z.string().nullable(), territory: z.string().nullable(), kind: z.enum(['person', 'organization']),
};

/** What happens to persons: codes and counts only, never a name, a phone or a note. */
export const peopleEvents = defineEvents('people', {
  'person-registered': z.strictObject({ ...snapshot, typed_by: z.enum(['officer', 'companion', 'self']), looked_at: z.int() }),
  'person-linked': z.strictObject(snapshot),
  'person-claimed': z.strictObject(snapshot),
  'person-corrected': z.strictObject({ fields: z.array(z.string()) }),
  'names-indexed': z.strictObject({ hubs: z.int() }),
  'contact-set': z.strictObject({ kind: contactKind, shared: z.boolean() }),
  'merges-marked': z.strictObject({ files: z.number() }),
  'safe-contact-set': z.strictObject({ kind: z.enum(['phone', 'email']) }),
  'paper-seen': z.strictObject({}),
  'contact-ended': z.strictObject({ kind: contactKind }),
  'consent-recorded': z.strictObject({ purpose: z.enum(consentPurposes), answer: z.enum(['given', 'refused']), channel: z.enum(consentChannels) }),
  'consent-asked': z.strictObject({ purpose: z.enum(consentPurposes) }),
  'consent-expired': z.strictObject({ purpose: z.enum(consentPurposes) }),
  'ends-looked-at': z.strictObject({ ended: z.int() }),
  'consent-lengths-set': z.strictObject({ days: z.record(z.enum(consentPurposes), z.int()) }),
  'duty-to-alert-decided': z.strictObject({ country: z.string(), decision: z.enum(['applies', 'does-not-apply', 'undecided']) }),
  'notice-published': z.strictObject({ purpose: z.enum(consentPurposes), version: z.int() }),
  'consent-withdrawn': z.strictObject({ purpose: z.enum(consentPurposes) }),
  'household-formed': z.strictObject({ head: z.boolean() }),
  'household-joined': z.strictObject({ household: z.uuid(), tie: z.enum(householdTies), head: z.boolean() }),
  'household-head-noted': z.strictObject({ ...snapshot, head: z.boolean() }),
  'household-left': z.strictObject({ household: z.uuid() }),
  'merge-proposed': z.strictObject({ other: z.uuid(), reason: z.enum(mergeReasons), warnings: z.array(z.enum(mergeWarnings)) }),
  'persons-merged': z.strictObject({ other: z.uuid(), reason: z.enum(mergeReasons), alone: z.boolean() }),
  'merge-declined': z.strictObject({ other: z.uuid() }),
  'merge-undone': z.strictObject({ other: z.uuid() }),
  'doubles-looked-for': z.strictObject({ compared: z.int(), persons: z.int(), found: z.int() }),
  'persons-kept-apart': z.strictObject({ other: z.uuid() }),
  'alarm-answered': z.strictObject({ finding: z.enum(['explained', 'unclear', 'misuse']) }),
  'bait-planted': z.strictObject({}),
  'life-note-written': z.strictObject({ kind: z.enum(['household', 'situation']) }),
});
