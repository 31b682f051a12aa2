import type { Named } from '#core/words/named.ts';

/** What an agreement may be about. */
export const agreementKinds = ['partnership', 'space', 'data', 'merchant', 'delegated-service'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** What an agreement may open while it is in force; it closes with it (rule 11). */
export const openings = ['data', 'space', 'merchant', 'delegated-service'] as const;
export type Opening = (typeof openings)[number];

/** What lists call each kind. */
export const agreementKindNames: Readonly<Record<AgreementKind, Named>> = {
  partnership: { ar: 'اتفاقية شراكة', fr: 'convention de partenariat', en: 'partnership agreement' },
  space: { ar: 'اتفاقية استعمال فضاء', fr: 'convention de mise à disposition d’un espace', en: 'agreement on the use of a space' },
  data: { ar: 'اتفاقية تبادل معطيات', fr: 'convention d’échange de données', en: 'agreement on sharing data' },
  merchant: { ar: 'اتفاقية مع تاجر', fr: 'convention avec un commerçant', en: 'agreement with a merchant' },
  'delegated-service': { ar: 'اتفاقية خدمات مسندة', fr: 'convention de service délégué', en: 'agreement on a delegated service' },
};

/** What each opening allows, as the sheet says it. */
export const openingNames: Readonly<Record<Opening, Named>> = {
  data: { ar: 'تبادل المعطيات', fr: 'échange de données', en: 'sharing of data' },
  space: { ar: 'استعمال الفضاءات', fr: 'usage des espaces', en: 'use of spaces' },
  merchant: { ar: 'قبول وسائل الدفع المحلية', fr: 'acceptation des moyens de paiement locaux', en: 'taking local means of payment' },
  'delegated-service': { ar: 'تقديم خدمات مسندة', fr: 'prestation de services délégués', en: 'delivery of delegated services' },
};
