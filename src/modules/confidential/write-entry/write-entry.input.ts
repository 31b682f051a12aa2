import { z } from 'zod';
import { choice, id, isoDate, maybe, text, yes } from '#core/input.ts';
import { entryKinds } from '../codes.ts';

/** Something written into a protected file; which fields are asked for depends on its kind. */
export const writeEntryInput = z.strictObject({
  file: id(),
  kind: choice(entryKinds),
  words: text(10_000),
  /** Incident: the day. */
  on: maybe(isoDate()),
  /** Safe contact: the number or address, and when it may be used. Safe referral: to whom. */
  to: maybe(text(200)),
  hours: maybe(text(200)),
  /** Safe referral: she agreed, now, to this one. */
  agreed: yes(),
});
