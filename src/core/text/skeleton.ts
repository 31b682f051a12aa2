import { soundOf } from './sound.ts';
import type { Sound } from './sound-builder.ts';

/** Version of the folding, stemming and skeleton rules; whatever stores their result keeps it and re-indexes when it changes. */
export const normVersion = 1;

/**
 * The consonants of one word, the same across scripts: خديجة, Khadija and Khadidja are all `xdj`.
 * Empty for a word without a letter. Coarse on purpose (محمد and محمود are both `mhmd`): it finds, `likenessOfSounds` tells apart.
 */
export function skeleton(word: string): string {
  return soundOf(word).consonants;
}

/** The skeleton and its other readings, the likeliest first: Gafsi → `gfs`, `kfs`; an Arabic word also without its article.
 * At most five readings of a word, ten with the article. */
export function skeletonVariants(word: string): readonly string[] {
  const readings = variantsOf(soundOf(word));
  return /^ال.../u.test(word) ? [...new Set([...readings, ...variantsOf(soundOf(word.slice(2)))])] : readings;
}

/** Every reading of a sound: each doubtful letter both ways while that stays few, and with or without a doubtful final h. */
export function variantsOf(sound: Sound): readonly string[] {
  const { consonants, alternates } = sound;
  if (consonants === alternates && !sound.doubtfulEnd) return [consonants];
  let readings = [''];
  for (let at = 0; at < consonants.length; at += 1) {
    const [first, second] = [consonants.charAt(at), alternates.charAt(at)];
    const fork = first !== second && readings.length < 3;
    readings = [...readings.map((start) => start + first), ...(fork ? readings.map((start) => start + second) : [])];
  }
  if (sound.doubtfulEnd) readings.push(consonants.endsWith('h') ? consonants.slice(0, -1) : `${consonants}h`);
  return [...new Set(readings)];
}

/** The skeleton with its doubtful readings made one (g as k, no final h), for keys that allow a single spelling. */
export function steadySkeleton(sound: Sound): string {
  const plain = sound.consonants.replaceAll('g', 'k').replace(/(.)\1+/gu, '$1');
  return plain.length > 1 ? plain.replace(/h$/u, '') : plain;
}
