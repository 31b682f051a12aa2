import type { Paper } from '#modules/documents/public.ts';
import type { paperCodes } from '../call/paper-codes.ts';

/** What each paper of a call is among her documents. */
export const paperKindOf: Readonly<Record<(typeof paperCodes)[number], Paper>> = {
  identity: 'identity_card', 'project-note': 'other', quotes: 'other', diploma: 'certificate', statutes: 'business_registration', 'members-list': 'other',
  'public-letter': 'letter', disability: 'other',
};
