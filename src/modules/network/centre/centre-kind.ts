import type { Named } from '#core/words/named.ts';

/** Sorts of centre in the inventory (domain.md section 4). */
export const centreKinds = ['social-centre', 'womens-space', 'boarding-house', 'protection-institution', 'youth-house', 'library'] as const;
export type CentreKind = (typeof centreKinds)[number];

/** What lists call each sort. */
export const centreKindNames: Readonly<Record<CentreKind, Named>> = {
  'social-centre': { ar: 'مركز اجتماعي', fr: 'centre social', en: 'social centre' },
  'womens-space': { ar: 'فضاء متعدد الوظائف للنساء', fr: 'espace multifonctionnel pour femmes', en: 'multifunctional women’s space' },
  'boarding-house': { ar: 'دار الطالبة أو الطالب', fr: 'internat (dar taliba, dar talib)', en: 'boarding house for pupils' },
  'protection-institution': { ar: 'مؤسسة الرعاية الاجتماعية', fr: 'établissement de protection sociale', en: 'social protection institution' },
  'youth-house': { ar: 'دار الشباب', fr: 'maison de jeunes', en: 'youth house' },
  library: { ar: 'مكتبة', fr: 'bibliothèque', en: 'library' },
};

/** The state of a building. */
export const conditions = ['good', 'fair', 'poor'] as const;
