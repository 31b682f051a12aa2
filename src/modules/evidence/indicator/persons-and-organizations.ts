import type { Named } from '#core/words/named.ts';
import type { Indicator } from './indicator.ts';
import { both, oncePerOrganization, oncePerPerson, withoutOrganizations, withoutPersons } from './counting-words.ts';

interface Step {
  readonly code: string;
  readonly event: string;
  readonly persons: Named;
  readonly organizations: Named;
  readonly when: Named;
}

const steps: readonly Step[] = [
  {
    code: 'received', event: 'desk.client-received',
    persons: { ar: 'الأشخاص الذين استقبلناهم', fr: 'Personnes accueillies', en: 'People received' },
    organizations: { ar: 'الهياكل التي استقبلناها', fr: 'Organisations accueillies', en: 'Organizations received' },
    when: {
      ar: 'يرتفع الرقم حين يُعرف من صاحب الزيارة.',
      fr: 'Le chiffre monte lorsque l’on sait qui est reçu.',
      en: 'The figure rises when it is known who is received.',
    },
  },
  {
    code: 'oriented', event: 'desk.client-oriented',
    persons: { ar: 'الأشخاص الذين وجّهناهم', fr: 'Personnes orientées', en: 'People oriented' },
    organizations: { ar: 'الهياكل التي وجّهناها', fr: 'Organisations orientées', en: 'Organizations oriented' },
    when: {
      ar: 'يرتفع الرقم حين يُختار نحو أي خدمة يكون التوجيه.',
      fr: 'Le chiffre monte lorsqu’un service est choisi.',
      en: 'The figure rises when a service is chosen.',
    },
  },
  {
    code: 'referred', event: 'desk.referral-sent',
    persons: { ar: 'الأشخاص المُحالون', fr: 'Personnes renvoyées vers un partenaire', en: 'People referred' },
    organizations: { ar: 'الهياكل المُحالة', fr: 'Organisations renvoyées vers un partenaire', en: 'Organizations referred' },
    when: {
      ar: 'يرتفع الرقم حين تُرسل الإحالة إلى الشريك.',
      fr: 'Le chiffre monte lorsque le renvoi part chez le partenaire.',
      en: 'The figure rises when the referral is sent to the partner.',
    },
  },
  {
    code: 'served', event: 'desk.service-served',
    persons: { ar: 'الأشخاص الذين تلقوا خدمة', fr: 'Personnes servies', en: 'People served' },
    organizations: { ar: 'الهياكل التي تلقت خدمة', fr: 'Organisations servies', en: 'Organizations served' },
    when: {
      ar: 'يرتفع الرقم حين يُؤكَّد أن الخدمة قُدّمت فعلا.',
      fr: 'Le chiffre monte lorsqu’il est confirmé que le service a été rendu.',
      en: 'The figure rises when it is confirmed that the service was given.',
    },
  },
];

/** Received, oriented, referred, served: each for people and for organizations, counted apart. */
export const personsAndOrganizations: readonly Indicator[] = steps.flatMap(({ code, event, persons, organizations, when }) => [
  {
    code: `persons-${code}`, names: persons, unit: 'person', events: [event], counting: 'persons',
    rule: both(oncePerPerson, when), leavesOut: withoutOrganizations,
  },
  {
    code: `organizations-${code}`, names: organizations, unit: 'organization', events: [event], counting: 'organizations',
    rule: both(oncePerOrganization, when), leavesOut: withoutPersons,
  },
]);
