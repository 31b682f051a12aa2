/** Words shorter than this are not looked up by likeness: one letter more or less makes another word. */
const shortest = 4;
/** Longer words cost too many entries and are seldom mistyped as a whole. */
const longest = 24;

/**
 * A word and the same word with each letter left out in turn. Two words that share one of these differ by one slip of the
 * finger (a letter missing, too many, wrong, or two exchanged). Empty for words too short, too long, or holding a digit.
 */
export function slipsOf(word: string): readonly string[] {
  const letters = Array.from(word);
  if (letters.length < shortest || letters.length > longest || /\d|~/u.test(word)) return [];
  const left = letters.map((_, at) => letters.slice(0, at).join('') + letters.slice(at + 1).join(''));
  return [...new Set([word, ...left])];
}
