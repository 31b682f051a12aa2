import type { Named } from '#core/words/named.ts';

/**
 * The events that may be told to another program, with what they are called. A closed list: what is about a person's file, about
 * accounts and sessions, or protected is never offered, and a message carries identifiers, a name of this list and an hour.
 */
export const offeredEvents = {
  'desk.ticket-opened': { ar: 'أُخذ رقم في الشباك', fr: 'un numéro est pris au guichet', en: 'a number is taken at the desk' },
  'desk.client-received': { ar: 'بدأ استقبال في الشباك', fr: 'un accueil commence', en: 'a reception begins' },
  'desk.visit-closed': { ar: 'انتهت زيارة', fr: 'une visite se termine', en: 'a visit ends' },
  'desk.appointment-booked': { ar: 'حُجز موعد', fr: 'un rendez-vous est pris', en: 'an appointment is booked' },
  'desk.client-oriented': { ar: 'وُجّهت زيارة إلى خدمة', fr: 'une visite est orientée vers un service', en: 'a visit is oriented to a service' },
  'desk.referral-sent': { ar: 'أُرسلت إحالة إلى هيكل شريك', fr: 'un renvoi part vers un partenaire', en: 'a referral is sent to a partner' },
  'desk.referral-answered': { ar: 'أجاب الهيكل الشريك عن إحالة', fr: 'un partenaire répond à un renvoi', en: 'a partner answers a referral' },
  'desk.service-served': { ar: 'قُدّمت خدمة بعد إحالة', fr: 'un service est rendu après un renvoi', en: 'a service is delivered after a referral' },
  'desk.referral-closed': { ar: 'أُغلقت إحالة', fr: 'un renvoi est clos', en: 'a referral is closed' },
  'desk.need-unmet': { ar: 'سُجّلت حاجة بلا جواب', fr: 'un besoin reste sans réponse', en: 'a need stays unmet' },
  'directory.service-listed': { ar: 'أُضيفت خدمة إلى الدليل', fr: 'un service entre dans l’annuaire', en: 'a service enters the directory' },
  'directory.service-edited': { ar: 'عُدّلت خدمة في الدليل', fr: 'un service de l’annuaire est modifié', en: 'a service of the directory is edited' },
  'directory.service-verified': { ar: 'تُحقّق من خدمة', fr: 'un service est vérifié', en: 'a service is verified' },
  'directory.service-withdrawn': { ar: 'سُحبت خدمة من الدليل', fr: 'un service est retiré de l’annuaire', en: 'a service is withdrawn from the directory' },
  'directory.capacity-set': { ar: 'تغيّرت الأماكن المتاحة في خدمة', fr: 'les places d’un service changent', en: 'the places of a service change' },
  'directory.committee-decision-opened': { ar: 'فُتح قرار للجنة', fr: 'une décision du comité est ouverte', en: 'a committee decision is opened' },
  'directory.committee-decision-closed': { ar: 'أُغلق قرار للجنة', fr: 'une décision du comité est close', en: 'a committee decision is closed' },
  'network.organization-registered': { ar: 'سُجّل هيكل جديد', fr: 'un organisme est enregistré', en: 'a body is registered' },
  'network.membership-begun': { ar: 'انضمّ هيكل إلى المركز', fr: 'un organisme devient membre', en: 'a body becomes a member' },
  'network.agreement-signed': { ar: 'وُقّعت اتفاقية', fr: 'une convention est signée', en: 'an agreement is signed' },
  'network.agreement-ending-soon': { ar: 'تنتهي اتفاقية قريبًا', fr: 'une convention se termine bientôt', en: 'an agreement ends soon' },
  'network.hub-hours-set': { ar: 'تغيّرت أوقات العمل', fr: 'les heures d’ouverture changent', en: 'opening hours change' },
  'network.hub-opened': { ar: 'افتُتح مركز', fr: 'un centre ouvre', en: 'a hub opens' },
  'network.hub-closed': { ar: 'أُغلق مركز', fr: 'un centre ferme', en: 'a hub closes' },
} as const satisfies Readonly<Record<string, Named>>;

export type OfferedEvent = keyof typeof offeredEvents;

/** Their codes, in the order in which they are offered. */
export const offeredEventNames = Object.keys(offeredEvents) as [OfferedEvent, ...OfferedEvent[]];

/** The name of a trial message; no event bears it. */
export const TRIAL = 'webhooks.trial';
