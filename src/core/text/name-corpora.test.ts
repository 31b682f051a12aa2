import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { skeletonVariants } from './skeleton.ts';
import { soundOf } from './sound.ts';
import { likenessOfSounds, sameWordFrom } from './sound-likeness.ts';

/** Public lists of names in two scripts, kept beside the clone; nothing of them is in the project. */
const folder = join(process.env.HADINA_STANDARDS ?? '../shared/standards', 'arabic-names');
const linesOf = (path: string) =>
  readFileSync(join(folder, path), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'));

type Pair = readonly [arabic: string, latin: string];
const google = (): Pair[] => linesOf('google-ar2en/ar2en-eval.txt').map((line) => line.split('\t') as unknown as Pair);
const wikidata = (): Pair[] =>
  linesOf('wikidata-persons/wd_arabic_64').map((line) => {
    const [latin = '', arabic = ''] = line.split('\t');
    return [arabic.replaceAll(' ', ''), latin];
  });
/** Every pair's Arabic name beside the Latin name of another pair, picked by a fixed stride; the few that fall on the same name stay out. */
const shuffled = (pairs: readonly Pair[]): Pair[] =>
  pairs
    .map(([arabic, own], at) => [arabic, pairs[(at * 7919 + 617) % pairs.length]?.[1] ?? '', own] as const)
    .flatMap(([arabic, other, own]) => (other === own ? [] : [[arabic, other] as const]));
/** Every name beside one seven further in alphabetical order of the Arabic: strangers that begin alike. */
const neighbours = (pairs: readonly Pair[]): Pair[] => {
  const sorted = [...pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.flatMap(([arabic], at) => {
    const [otherArabic, other] = sorted[at + 7] ?? ['', ''];
    return other === '' || otherArabic === arabic ? [] : [[arabic, other] as const];
  });
};

const heardAlike = ([arabic, latin]: Pair) =>
  skeletonVariants(arabic).some((each) => skeletonVariants(latin).includes(each));
const sameWord = ([arabic, latin]: Pair) => likenessOfSounds(soundOf(arabic), soundOf(latin)) >= sameWordFrom;
const share = (pairs: readonly Pair[], holds: (pair: Pair) => boolean) => pairs.filter(holds).length / pairs.length;

const figures = (pairs: readonly Pair[]) => ({
  skeleton: {
    recall: share(pairs, heardAlike),
    strangers: share(shuffled(pairs), heardAlike),
    neighbours: share(neighbours(pairs), heardAlike),
  },
  sameWord: {
    recall: share(pairs, sameWord),
    strangers: share(shuffled(pairs), sameWord),
    neighbours: share(neighbours(pairs), sameWord),
  },
});

// Both lists hold mostly Western names (Smith, Weber) written in Arabic, harder than the names of the region the rules are made for.
// Floors and ceilings stand just beyond what was measured with `normVersion` 1, given in the comments; a rule that worsens them fails here.
describe.skipIf(!existsSync(folder))(
  `names of public lists (skipped where ${folder} is absent: set HADINA_STANDARDS)`,
  () => {
    test('Arabic–Latin evaluation list of 1,431 names', () => {
      const { skeleton, sameWord } = figures(google());
      expect(skeleton.recall).toBeGreaterThan(0.84); // 0.849
      expect(skeleton.strangers).toBeLessThan(0.001); // 0
      expect(skeleton.neighbours).toBeLessThan(0.007); // 0.0049
      expect(sameWord.recall).toBeGreaterThan(0.71); // 0.722
      expect(sameWord.neighbours).toBeLessThan(0.002); // 0.0007
    });

    // Neighbours in this list are often one name in another Latin spelling, so their share is an upper bound of the error.
    test('41,584 name tokens of persons', () => {
      const { skeleton, sameWord } = figures(wikidata());
      expect(skeleton.recall).toBeGreaterThan(0.8); // 0.806
      expect(skeleton.strangers).toBeLessThan(0.001); // 0.0005
      expect(skeleton.neighbours).toBeLessThan(0.035); // 0.032
      expect(sameWord.recall).toBeGreaterThan(0.7); // 0.713
      expect(sameWord.strangers).toBeLessThan(0.0005); // 0.0002
    });
  },
);
