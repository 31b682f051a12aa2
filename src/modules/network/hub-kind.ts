import type { Locale } from '#core/words/locale.ts';
import { type Named, nameFor } from '#core/words/named.ts';
import type { Terms } from '#core/words/words.ts';
import { commonTerms, type HubTerm } from './hub-terms.ts';

/** The kinds of hub a network may hold (issue 2). All run on one engine; the kind only chooses first words and defaults. */
export const hubKinds = [
  'citess',
  'reference-incubator',
  'partner-incubator',
  'coworking-incubation',
  'social-centre',
  'library',
  'cluster',
] as const;
export type HubKind = (typeof hubKinds)[number];

/** The five shapes in which a hub's own name enters a sentence. */
type HubWord = Pick<Record<HubTerm, Named>, 'hub' | 'the_hub' | 'of_hub' | 'at_hub' | 'hubs'>;

const word = (hub: Named, the_hub: Named, of_hub: Named, at_hub: Named, hubs: Named): HubWord => ({
  hub,
  the_hub,
  of_hub,
  at_hub,
  hubs,
});

const incubator = word(
  { ar: 'حاضنة', fr: 'incubateur', en: 'incubator' },
  { ar: 'الحاضنة', fr: 'l’incubateur', en: 'the incubator' },
  { ar: 'الحاضنة', fr: 'de l’incubateur', en: 'of the incubator' },
  { ar: 'في الحاضنة', fr: 'à l’incubateur', en: 'at the incubator' },
  { ar: 'حاضنات', fr: 'incubateurs', en: 'incubators' },
);

/** What a new hub of each kind calls itself until it chooses its own words. */
export const hubKindWords: Readonly<Record<HubKind, HubWord>> = {
  citess: word(
    { ar: 'مركز CitESS', fr: 'CitESS', en: 'CitESS' },
    { ar: 'مركز CitESS', fr: 'le CitESS', en: 'the CitESS' },
    { ar: 'مركز CitESS', fr: 'du CitESS', en: 'of the CitESS' },
    { ar: 'في مركز CitESS', fr: 'au CitESS', en: 'at the CitESS' },
    { ar: 'مراكز CitESS', fr: 'CitESS', en: 'CitESS' },
  ),
  'reference-incubator': incubator,
  'partner-incubator': incubator,
  'coworking-incubation': word(
    { ar: 'فضاء', fr: 'espace', en: 'space' },
    { ar: 'الفضاء', fr: 'l’espace', en: 'the space' },
    { ar: 'الفضاء', fr: 'de l’espace', en: 'of the space' },
    { ar: 'في الفضاء', fr: 'à l’espace', en: 'at the space' },
    { ar: 'فضاءات', fr: 'espaces', en: 'spaces' },
  ),
  'social-centre': word(
    { ar: 'مركز اجتماعي', fr: 'centre social', en: 'social centre' },
    { ar: 'المركز الاجتماعي', fr: 'le centre social', en: 'the social centre' },
    { ar: 'المركز الاجتماعي', fr: 'du centre social', en: 'of the social centre' },
    { ar: 'في المركز الاجتماعي', fr: 'au centre social', en: 'at the social centre' },
    { ar: 'مراكز اجتماعية', fr: 'centres sociaux', en: 'social centres' },
  ),
  library: word(
    { ar: 'مكتبة', fr: 'bibliothèque', en: 'library' },
    { ar: 'المكتبة', fr: 'la bibliothèque', en: 'the library' },
    { ar: 'المكتبة', fr: 'de la bibliothèque', en: 'of the library' },
    { ar: 'في المكتبة', fr: 'à la bibliothèque', en: 'at the library' },
    { ar: 'مكتبات', fr: 'bibliothèques', en: 'libraries' },
  ),
  cluster: word(
    { ar: 'عنقود', fr: 'cluster', en: 'cluster' },
    { ar: 'العنقود', fr: 'le cluster', en: 'the cluster' },
    { ar: 'العنقود', fr: 'du cluster', en: 'of the cluster' },
    { ar: 'في العنقود', fr: 'au cluster', en: 'at the cluster' },
    { ar: 'عناقيد', fr: 'clusters', en: 'clusters' },
  ),
};

/** The kinds as a list of choices names them (domain.md section 4). */
export const hubKindNames: Readonly<Record<HubKind, Named>> = {
  citess: {
    ar: 'مركز خدمات للاقتصاد الاجتماعي والتضامني (CitESS)',
    fr: 'centre multiservice de l’ESS (CitESS)',
    en: 'multi-service centre for the SSE (CitESS)',
  },
  'reference-incubator': { ar: 'حاضنة مرجعية', fr: 'incubateur de référence', en: 'reference incubator' },
  'partner-incubator': { ar: 'حاضنة شريكة', fr: 'incubateur partenaire', en: 'partner incubator' },
  'coworking-incubation': {
    ar: 'فضاء عمل مشترك واحتضان',
    fr: 'espace de coworking et d’incubation',
    en: 'coworking and incubation space',
  },
  'social-centre': { ar: 'مركز اجتماعي', fr: 'centre social', en: 'social centre' },
  library: { ar: 'مكتبة', fr: 'bibliothèque', en: 'library' },
  cluster: { ar: 'مجموعة هياكل (عنقود)', fr: 'grappe (cluster)', en: 'cluster' },
};

/** The words a hub of this kind speaks in a language and country, before any word of its own is laid over them. */
export function termsOf(kind: HubKind, locale: Pick<Locale, 'lang' | 'country'>): Terms {
  const named = { ...commonTerms, ...hubKindWords[kind] };
  return Object.fromEntries(Object.entries(named).map(([code, name]) => [code, nameFor(name, locale)]));
}
