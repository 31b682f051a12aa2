import { foldDigits } from './fold.ts';

/** Kinds of identity papers a person may show; `not-shown` and `none` are full answers: help never depends on a paper. */
export const idKinds = ['tn-cin', 'ma-cnie', 'ma-idcs', 'es-dni', 'national-card', 'passport', 'unhcr', 'not-shown', 'none'] as const;
export type IdKind = (typeof idKinds)[number];

/** Answers without a number. */
export type NoPaper = Extract<IdKind, 'not-shown' | 'none'>;

/** Is this an answer without a number: she has no paper, or showed none? */
export const isNoPaper = (kind: IdKind): kind is NoPaper => kind === 'none' || kind === 'not-shown';

const once: readonly IdKind[] = ['tn-cin', 'ma-cnie', 'es-dni', 'national-card'];

/** Has a person one such number for life? Two of them are two persons, while a passport or a refugee's card may be renewed under another. */
export const isForLife = (kind: IdKind): boolean => once.includes(kind);

/** Why an ID number was not taken; the forms word each code. */
export type IdProblem =
  | 'id-number-missing'
  | 'id-number-malformed'
  | 'id-number-of-another-country'
  | 'id-number-not-expected'
  | 'id-kind-of-another-country';

export type IdCheck =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: IdProblem; readonly params: Readonly<Record<string, string>> };

const cardOf: Record<string, IdKind> = { TN: 'tn-cin', MA: 'ma-cnie', ES: 'es-dni' };
const countryOf: Partial<Record<IdKind, string>> = { 'tn-cin': 'TN', 'ma-cnie': 'MA', 'ma-idcs': 'MA', 'es-dni': 'ES' };
/** Further numbers a country gives, beside its card. */
const besides: Record<string, IdKind> = { MA: 'ma-idcs' };

/** The check letter of a Spanish DNI or NIE is the number's rest by 23 (X, Y, Z of a NIE count 0, 1, 2). */
function spanishLetterFits(value: string): boolean {
  const digits = value.slice(0, -1).replace(/^[XYZ]/u, (first) => String('XYZ'.indexOf(first)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === value.at(-1);
}

const fits: Record<Exclude<IdKind, NoPaper>, (value: string) => boolean> = {
  'tn-cin': (value) => /^\d{8}$/u.test(value),
  'ma-cnie': (value) => /^[A-Z]{1,2}\d{1,7}$/u.test(value),
  // Identifiant digital civil et social: ten digits, given to everyone in the national register of the population.
  'ma-idcs': (value) => /^\d{10}$/u.test(value),
  'es-dni': (value) => /^(?:\d{8}|[XYZ]\d{7})[A-Z]$/u.test(value) && spanishLetterFits(value),
  'national-card': (value) => /^(?=.*\d)[A-Z0-9]{5,16}$/u.test(value),
  passport: (value) => /^(?=.*\d)[A-Z0-9]{6,9}$/u.test(value),
  // Offices of the UNHCR number differently; five digits at least is what they share.
  unhcr: (value) => /^(?=(?:[A-Z]*\d){5})[A-Z0-9]{8,16}$/u.test(value),
};

/** The kinds of paper offered in a country, its own card first. */
export function idKindsOf(country: string): readonly IdKind[] {
  return [cardOf[country] ?? 'national-card', ...(besides[country] ? [besides[country]] : []), 'passport', 'unhcr', 'not-shown', 'none'];
}

/** The number as it is kept and compared: ASCII digits, capitals, no spaces, dots, slashes or dashes. */
export function plainIdNumber(typed: string): string {
  return foldDigits(typed.normalize('NFKC'))
    .replace(/[\s.\-–/\p{Cf}]/gu, '')
    .toUpperCase();
}

const refuse = (code: IdProblem, params: Readonly<Record<string, string>> = {}): IdCheck => ({
  ok: false,
  code,
  params,
});

/** A number that is no card of this country but surely one of another: the desk picked the wrong kind. */
function foreignCard(value: string, kind: IdKind): string | undefined {
  return (['tn-cin', 'ma-cnie', 'es-dni'] as const)
    .filter((card) => card !== kind && fits[card](value))
    .map((card) => countryOf[card])[0];
}

/**
 * Checks an ID number typed for a kind of paper in a hub's country and answers it in its plain form.
 * TN CIN: 8 digits; MA CNIE: 1–2 letters, 1–7 digits; MA IDCS: 10 digits; ES DNI/NIE with its check letter; digits may be Arabic-Indic.
 * Refuses with a code, e.g. `id-number-of-another-country` with the country it fits. Source: domain.md rule 4.
 */
export function checkIdNumber({ country, kind, typed }: { country: string; kind: IdKind; typed: string }): IdCheck {
  const value = plainIdNumber(typed);
  if (isNoPaper(kind)) return value === '' ? { ok: true, value } : refuse('id-number-not-expected');
  const home = countryOf[kind];
  if (home !== undefined && home !== country) return refuse('id-kind-of-another-country', { country: home });
  if (value === '') return refuse('id-number-missing');
  if (fits[kind](value)) return { ok: true, value };
  const other = home === undefined ? undefined : foreignCard(value, kind);
  return other === undefined
    ? refuse('id-number-malformed')
    : refuse('id-number-of-another-country', { country: other });
}
