import { randomInt } from 'node:crypto';
import { readSpokenWord, type SpokenWord, spokenPieces, spokenWords } from '#core/text/spoken-words.ts';

const HOW_MANY = 3;

/** Three different words, drawn by chance: with the code of a slip about 100 000 times as many ways to be wrong as to be right. */
export function drawWords(): readonly SpokenWord[] {
  const left = [...spokenWords];
  return Array.from({ length: HOW_MANY }, () => left.splice(randomInt(left.length), 1)[0]!);
}

/** Whether somebody typed several words where the everyday slip has one. Nothing else decides which door is knocked at. */
export const areSeveralWords = (typed: unknown): boolean => typeof typed === 'string' && spokenPieces(typed).length > 1;

/** The words as the door keeps them, in their order and in one spelling; empty when they cannot be three of ours. */
export function readWords(typed: string): string {
  const read = spokenPieces(typed).map((piece) => readSpokenWord(piece));
  return read.length === HOW_MANY && read.every((word) => word !== undefined) ? read.join(' ') : '';
}
