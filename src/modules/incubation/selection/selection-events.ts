import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { appealGrounds, saidLinks, whys } from './selection-codes.ts';

const receipt = z.string().regex(/^[A-Z0-9]{8}$/);
const why = z.strictObject({ why: z.enum(whys) });

/** What happens from the closing of a call to its last appeal: counts, codes and receipts. */
export const selectionEvents = defineEvents('incubation', {
  'juror-named': z.strictObject({ account: z.uuid() }),
  'juror-left': z.strictObject({ account: z.uuid() }),
  'links-looked-for': z.strictObject({ jurors: z.int(), links: z.int() }),
  'conflict-declared': z.strictObject({ kind: z.enum(saidLinks) }),
  'application-scored': z.strictObject({ criteria: z.int() }),
  'scoring-closed': z.strictObject({ applications: z.int() }),
  'ranking-asked': z.strictObject({ version: z.int(), applications: z.int() }),
  'applications-ranked': z.strictObject({ version: z.int(), applications: z.int(), selected: z.int(), waitlisted: z.int(), quotas_short: z.int() }),
  'selection-proposed': z.strictObject({ version: z.int(), sat: z.int(), quorum: z.int() }),
  'selection-approved': z.strictObject({}),
  'selection-returned': z.strictObject({}),
  'results-published': z.strictObject({ selected: z.int(), waitlisted: z.int(), rejected: z.int(), appeals_until: z.iso.datetime() }),
  'application-selected': why,
  'application-waitlisted': why,
  'application-rejected': why,
  'application-promoted': z.strictObject({ receipt, in_place_of: receipt }),
  'place-left-free': z.strictObject({}),
  'appeal-filed': z.strictObject({ ground: z.enum(appealGrounds) }),
  'appeal-answered': z.strictObject({ outcome: z.enum(['upheld', 'declined']) }),
  'appeals-ended': z.strictObject({ unanswered: z.int() }),
});
