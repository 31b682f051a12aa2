import type { Named } from '#core/words/named.ts';

/** Where a service is given (domain.md 3.12 and 3.13). */
export const serviceModes = ['on-site', 'partner-site', 'online', 'mobile-visit'] as const;
export type ServiceMode = (typeof serviceModes)[number];

/** The four modes in the three languages. */
export const modeNames: Readonly<Record<ServiceMode, Named>> = {
  'on-site': { ar: 'في عين المكان', fr: 'sur place', en: 'on site' },
  'partner-site': { ar: 'لدى شريك', fr: 'chez un partenaire', en: 'at a partner’s' },
  online: { ar: 'عن بعد', fr: 'en ligne', en: 'online' },
  'mobile-visit': { ar: 'زيارة ميدانية', fr: 'visite mobile', en: 'mobile visit' },
};
