import { type DataLaw, gdpr, moroccanLaw, tunisianLaw } from './data-law.ts';
import type { Country } from './locale.ts';
import type { Named } from './named.ts';

/** A telephone line a person may call for help; the number is shown `dir="ltr"`. */
export interface HelpLine {
  readonly number: string;
  readonly about: Named;
  /** True only where no source contradicts it: a promise of an open line that does not answer is a danger. */
  readonly allHours: boolean;
}

/** A paper that says who someone is; none of them is ever required (rule 4). */
export type IdDocumentKind = 'cin' | 'cnie' | 'national_id' | 'passport' | 'residence_card' | 'unhcr' | 'none';

/** What Hadina knows of a country before any hub has said anything. */
export interface CountryFacts {
  readonly name: Named;
  /** ISO 4217; a hub may choose another. */
  readonly currency: 'TND' | 'MAD' | 'EUR' | 'JOD' | 'ILS';
  readonly minorUnits: 2 | 3;
  readonly helpLines: readonly HelpLine[];
  readonly idDocuments: readonly IdDocumentKind[];
  /** Null where the law has not been studied for Hadina yet: the notice then says so instead of naming one. */
  readonly dataLaw: DataLaw | null;
}

const anyPaper = ['passport', 'residence_card', 'unhcr', 'none'] as const;

const violenceLine: Named = {
  ar: 'إنصات وتوجيه للنساء ضحايا العنف',
  fr: 'écoute et orientation pour les femmes victimes de violence',
  en: 'listening and orientation for women facing violence',
};

const comfortLine: Named = {
  ar: 'مساندة نفسية مجانية للأسر ولضحايا العنف',
  fr: 'soutien psychologique gratuit pour les familles et les victimes de violence',
  en: 'free psychological support for families and people facing violence',
};

const european = (name: Named): CountryFacts => ({
  name,
  currency: 'EUR',
  minorUnits: 2,
  helpLines: [],
  idDocuments: ['national_id', ...anyPaper],
  dataLaw: gdpr,
});

/**
 * Facts per country, with where each was read.
 * Help lines: domain.md section 4, last lines (TN 1899 and 1809; MA 8350 of UNFM, 24/7). What 1809 offers: the ministry as
 * quoted by yaluna.tn. 1899 was announced as open at all hours in 2020 and given as 8:30 to midnight in November 2021
 * (news.gnet.tn), so no hours are promised. A hub's manager calls a line before publishing it. Currency and minor units: domain.md 3.12 (ISO 4217; ILS is general
 * knowledge). Papers: rule 4. Laws: domain.md 3.10 and `trust.md` section 6: wording to be checked by a local lawyer.
 */
export const countryFacts: Readonly<Record<Country, CountryFacts>> = {
  TN: {
    name: { ar: 'تونس', fr: 'Tunisie', en: 'Tunisia' },
    currency: 'TND',
    minorUnits: 3,
    helpLines: [
      { number: '1899', about: violenceLine, allHours: false },
      { number: '1809', about: comfortLine, allHours: false },
    ],
    idDocuments: ['cin', ...anyPaper],
    dataLaw: tunisianLaw,
  },
  MA: {
    name: { ar: 'المغرب', fr: 'Maroc', en: 'Morocco' },
    currency: 'MAD',
    minorUnits: 2,
    helpLines: [{ number: '8350', about: violenceLine, allHours: true }],
    idDocuments: ['cnie', ...anyPaper],
    dataLaw: moroccanLaw,
  },
  ES: european({ ar: 'إسبانيا', fr: 'Espagne', en: 'Spain' }),
  GR: european({ ar: 'اليونان', fr: 'Grèce', en: 'Greece' }),
  PT: european({ ar: 'البرتغال', fr: 'Portugal', en: 'Portugal' }),
  IT: european({ ar: 'إيطاليا', fr: 'Italie', en: 'Italy' }),
  JO: {
    name: { ar: 'الأردن', fr: 'Jordanie', en: 'Jordan' },
    currency: 'JOD',
    minorUnits: 3,
    helpLines: [],
    idDocuments: ['national_id', ...anyPaper],
    dataLaw: null,
  },
  PS: {
    name: { ar: 'فلسطين', fr: 'Palestine', en: 'Palestine' },
    currency: 'ILS',
    minorUnits: 2,
    helpLines: [],
    idDocuments: ['national_id', ...anyPaper],
    dataLaw: null,
  },
};
