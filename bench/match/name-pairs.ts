import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyNamePairs, firstNamePairs } from '../../tests/fixtures/region-names.ts';
import { seededRandom } from '../seeded-random.ts';

export type NamePair = readonly [arabic: string, latin: string];

/** One name of a public list, with how many persons of the list bear it so. */
export interface ListedPair {
  readonly arabic: string;
  readonly latin: string;
  readonly persons: number;
  readonly list: 'google-train' | 'google-eval' | 'wikidata';
}

/** Where the public lists lie; nothing of them is in the project. */
export const listFolder = join(process.env.HADINA_STANDARDS ?? '../shared/standards', 'arabic-names');
export const listsThere = (): boolean => existsSync(listFolder);

const linesOf = (path: string) => readFileSync(join(listFolder, path), 'utf8').split('\n').filter((line) => line.includes('\t')).map((line) => line.split('\t') as [string, string, string?]);

/** Every pair of the two lists, as it stands there. */
export function listedPairs(): readonly ListedPair[] {
  const google = (file: string, list: ListedPair['list']) => linesOf(file).map(([arabic, latin]) => ({ arabic, latin, persons: 1, list }));
  return [
    ...google('google-ar2en/ar2en-train.txt', 'google-train'),
    ...google('google-ar2en/ar2en-eval.txt', 'google-eval'),
    ...linesOf('wikidata-persons/wd_arabic_64').map(([latin, arabic, persons]) => ({ arabic: arabic.replaceAll(' ', ''), latin, persons: Number(persons), list: 'wikidata' as const })),
  ];
}

const plainLatin = (latin: string) => latin.normalize('NFKD').toLowerCase().replace(/[^a-z]/gu, '');

/** One Latin name in five, by its letters: the same name is held back whatever list it stands in. FNV-1a. */
function drawnBack(latin: string): boolean {
  let hash = 2_166_136_261;
  for (const letter of plainLatin(latin)) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return (hash >>> 8) % 5 === 0;
}

/** Which pairs nothing is learnt from: the evaluation list, every Latin name that stands in it, and one name in five of the rest. */
export function split(pairs: readonly ListedPair[]): { readonly learnt: readonly ListedPair[]; readonly held: readonly ListedPair[] } {
  const evaluated = new Set(pairs.filter(({ list }) => list === 'google-eval').map(({ latin }) => plainLatin(latin)));
  const isHeld = ({ list, latin }: ListedPair) => list === 'google-eval' || drawnBack(latin);
  return { learnt: pairs.filter((pair) => !isHeld(pair) && !evaluated.has(plainLatin(pair.latin))), held: pairs.filter(isHeld) };
}

/** The pairs that are tried, by kind: single names of the held-back lists, full names made of them, and full names of the region. */
export function trialSlices(seed = 2031): ReadonlyMap<string, readonly NamePair[]> {
  const random = seededRandom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const many = (make: () => NamePair): NamePair[] => Array.from({ length: 3_000 }, make);
  const side = (words: readonly NamePair[], which: 0 | 1) => words.map((word) => word[which]).join(' ');
  const full = (words: readonly NamePair[]): NamePair => [side(words, 0), side(words, 1)];
  const regional = (): NamePair[] => [pick(firstNamePairs), ...(random() < 0.4 ? [pick(firstNamePairs)] : []), pick(familyNamePairs)];
  const slices = new Map<string, readonly NamePair[]>();
  if (listsThere()) {
    const { held } = split(listedPairs());
    const of = (which: (pair: ListedPair) => boolean): NamePair[] => held.filter(which).map(({ arabic, latin }) => [arabic, latin]);
    const several = of(({ list, persons }) => list === 'wikidata' && persons >= 2);
    slices.set('evaluation list, single names', of(({ list }) => list === 'google-eval'));
    slices.set('training list, held back', of(({ list }) => list === 'google-train'));
    slices.set('Wikidata, borne by one person', of(({ list, persons }) => list === 'wikidata' && persons === 1));
    slices.set('Wikidata, borne by several', several);
    // One in forty of that list is no spelling at all (the third, iii): full names are made of those borne by five and more.
    const known = of(({ list, persons }) => list === 'wikidata' && persons >= 5);
    slices.set('Wikidata, two names', many(() => full([pick(known), pick(known)])));
    slices.set('Wikidata, three names', many(() => full([pick(known), pick(known), pick(known)])));
  }
  slices.set('region, single names', [...firstNamePairs, ...familyNamePairs]);
  slices.set('region, full names', many(() => full(regional())));
  slices.set('region, family name first', many(() => { const words = regional(); return [side(words, 0), side([words.at(-1)!, ...words.slice(0, -1)], 1).toUpperCase()]; }));
  slices.set('region, middle name missing', many(() => { const [first, ...rest] = regional(); return [side([first!, pick(firstNamePairs), ...rest], 0), side([first!, ...rest], 1)]; }));
  return slices;
}
