import { randomInt } from 'node:crypto';
import { fold } from '#core/text/fold.ts';
import ar from './words.ar.json' with { type: 'json' };
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

/** The languages in which she may carry her words. */
export const wordLanguages = ['ar', 'fr', 'en'] as const;
export type WordLanguage = (typeof wordLanguages)[number];

/** How many words she says. Drawn from 2,048 each, they are 66 bits: guessing costs a scrypt each and needs the hub's key besides. */
export const wordCount = 6;

const listOf = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' '));
/** The words of each language: short, concrete, no two alike once accents, hamza and case are gone. */
export const wordLists: Readonly<Record<WordLanguage, readonly string[]>> = { ar: listOf(ar), fr: listOf(fr), en: listOf(en) };

const known = new Map(wordLanguages.map((language) => [language, new Map(wordLists[language].map((word) => [fold(word), word]))]));

/** Draws six words by the machine's own chance. */
export const drawWords = (language: WordLanguage): readonly string[] =>
  Array.from({ length: wordCount }, () => wordLists[language][randomInt(wordLists[language].length)]!);

export type ReadWords = { readonly words: readonly string[] } | { readonly unknown: number } | { readonly count: number };

/**
 * Reads words as somebody types what she hears: in any of the languages, with or without accents, hamza or the Arabic article, parted by
 * blanks or commas. Gives the words of the list; or which one (counted from 1) stands in none; or how many there were when not six.
 */
export function readWords(typed: string): ReadWords {
  const heard = fold(typed).split(/[\s,،;.-]+/u).filter((word) => word !== '');
  if (heard.length !== wordCount) return { count: heard.length };
  const tries = wordLanguages.map((language) => heard.map((word) => inList(language, word)));
  const whole = tries.find((words) => words.every((word) => word !== undefined));
  if (whole) return { words: whole as string[] };
  // The language most of them are in tells which word was misheard.
  const nearest = tries.sort((a, b) => b.filter(Boolean).length - a.filter(Boolean).length)[0]!;
  return { unknown: nearest.indexOf(undefined) + 1 };
}

function inList(language: WordLanguage, word: string): string | undefined {
  const words = known.get(language)!;
  return words.get(word) ?? (language === 'ar' && word.startsWith('ال') ? words.get(word.slice(2)) : undefined);
}
