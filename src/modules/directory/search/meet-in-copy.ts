import type { DirectoryCopy } from '../copy/directory-copy.ts';
import type { Meet } from './find-services.ts';

/** Meets words by what this process knows; nothing is asked of the database. */
export const meetInCopy =
  ({ words }: DirectoryCopy): Meet =>
  (met, candidates, beginnings) => {
    const look = (at: number, term: string, score: number): void =>
      words.each(term, (position, weight) => met[at]!.note(position, Math.round(1_000 * score * weight)));
    for (const { at, term, score } of candidates) look(at, term, score);
    for (const { at, start, score } of beginnings) for (const term of words.beginning(start)) look(at, term, score);
  };
