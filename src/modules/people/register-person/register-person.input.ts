import { z } from 'zod';
import { choice, id, listOf, maybe, yes } from '#core/input.ts';
import { consentFields } from '../consent/consent.input.ts';
import { contactFields, personFields } from '../person/person.input.ts';

/** Who typed: herself at the screen, the officer for her, or somebody who came with her (domain.md rule 14). */
export const typists = ['officer', 'companion', 'self'] as const;

/** A new person: who she is, how to reach her, whether she carries the home, and what she answered about her data. */
export const registerPersonInput = z.strictObject({
  ...personFields,
  ...contactFields,
  head_of_household: yes(),
  typed_by: choice(typists).default('officer'),
  seen_duplicates: listOf(id()),
  consent_answer: maybe(consentFields.answer),
  consent_channel: maybe(consentFields.channel),
  consent_witness: consentFields.witness,
  consent_companion: yes(),
  consent_guardian: consentFields.guardian,
  consent_language: maybe(consentFields.language),
});
