import type { Country } from '#core/words/locale.ts';
import type { Named } from '#core/words/named.ts';
import type { Guardian } from './consent-table.ts';

/** How a minor's consent is taken in a country, as far as it was studied for Hadina. */
export interface MinorLaw {
  /** Who may agree for her; null: the path is closed until a lawyer of the country has looked. */
  readonly path: readonly Guardian[] | null;
  readonly source: Named;
  /** True only after a lawyer of the country has read this line. */
  readonly checkedByLawyer: boolean;
}

const unstudied: MinorLaw = {
  path: null,
  source: {
    ar: 'قانون هذا البلد لم يُدرس بعد، وعلى محام أن يتحقق منه',
    fr: 'le droit de ce pays n’a pas encore été étudié ; un juriste doit le vérifier',
    en: 'the law of this country has not been studied yet; a lawyer must check it',
  },
  checkedByLawyer: false,
};

/**
 * Under 18 years everywhere. Tunisia: domain.md 3.10 (law 2004-63, art. 28, read at jurisitetunisie.com). Morocco: the guardian,
 * general knowledge of law 09-08 and the family code. None of these lines was read by a lawyer.
 */
export const minorLaws: Readonly<Record<Country, MinorLaw>> = {
  TN: {
    path: ['guardian-and-judge'],
    source: {
      ar: 'القانون الأساسي عدد 63 لسنة 2004، الفصل 28: موافقة الولي وإذن قاضي الأسرة',
      fr: 'loi organique n° 2004-63, art. 28 : consentement du tuteur et autorisation du juge de la famille',
      en: 'organic law 2004-63, art. 28: consent of the guardian and leave of the family judge',
    },
    checkedByLawyer: false,
  },
  MA: {
    path: ['guardian', 'guardian-and-judge'],
    source: {
      ar: 'القانون رقم 09.08 ومدونة الأسرة: النائب الشرعي',
      fr: 'loi n° 09-08 et code de la famille : le représentant légal',
      en: 'law 09-08 and the family code: the legal guardian',
    },
    checkedByLawyer: false,
  },
  ES: unstudied, GR: unstudied, JO: unstudied, PS: unstudied, PT: unstudied, IT: unstudied,
};

/** Why a minor's yes may not be written down; undefined when it may. A no, and a hand-over for protection, never ask this. */
export function minorObstacle(country: Country, guardian: Guardian | null): 'minor-path-unchecked' | 'minor-needs-guardian' | undefined {
  const { path } = minorLaws[country];
  if (path === null) return 'minor-path-unchecked';
  return guardian !== null && path.includes(guardian) ? undefined : 'minor-needs-guardian';
}
