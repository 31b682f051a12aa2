import type { Generated } from 'kysely';

/** What she may be asked to agree to; each is asked apart (domain.md rule 5). */
export const consentPurposes = ['service', 'known-elsewhere', 'sharing', 'contact', 'image', 'story', 'research'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** How an answer was given: signed, said before a witness, or by thumbprint. */
export const consentChannels = ['written', 'oral-witness', 'thumbprint'] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/** people.consent: one answer to one purpose. */
export interface ConsentTable {
  network_id: string;
  id: string;
  hub_id: string;
  person_id: string;
  purpose: ConsentPurpose;
  answer: 'given' | 'refused';
  channel: ConsentChannel;
  witness_id: string | null;
  companion_witness: Generated<boolean>;
  guardian: 'guardian' | 'guardian-and-judge' | null;
  notice_version: string;
  language: string;
  answered_at: Date;
  recorded_by: string | null;
  withdrawn_at: Date | null;
}
