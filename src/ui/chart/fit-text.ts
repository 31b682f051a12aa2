/** How wide a character is drawn, as a share of the size of the letters: never less than it is in the fonts the house names. */
function shareOf(character: string): number {
  if (/\p{Mark}|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u.test(character)) return 0;
  if (/[\s.,:;'’|!ijlI()[\]]/u.test(character)) return 0.34;
  // Whole phrases drawn as one character.
  if (/[\ufdf0-\ufdff]/u.test(character)) return 5;
  if (/\p{Script=Arabic}/u.test(character)) return 0.56;
  if (/[MWmw@%—…]/u.test(character)) return 0.98;
  return /[\p{Lu}\p{Nd}]/u.test(character) ? 0.7 : 0.58;
}

const charactersOf = (text: string): string[] => [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

/** How wide a text is drawn at most, in the units of its size. It is estimated, as the server has no screen to measure on. */
export const widthOf = (text: string, size: number): number => [...text].reduce((sum, character) => sum + shareOf(character), 0) * size;

/** The text as far as it fits into a width; cut between letters and marked with three dots where it does not. */
export function fitted(text: string, width: number, size: number): string {
  const clean = text.replace(/\s+/gu, ' ').trim();
  if (widthOf(clean, size) <= width) return clean;
  const characters = charactersOf(clean);
  while (characters.length > 0 && widthOf(`${characters.join('')}…`, size) > width) characters.pop();
  return characters.length ? `${characters.join('').trimEnd()}…` : '';
}

/** The text in lines that each fit into a width, broken between words and after hyphens, words kept whole where they can be; what is left over is cut in the last line. */
export function lines(text: string, width: number, size: number, most: number): string[] {
  const found: string[] = [];
  for (const word of text.trim().split(/\s+|(?<=\p{L}-)(?=\p{L})/u)) {
    const longer = found.length ? `${found.at(-1)}${found.at(-1)!.endsWith('-') ? '' : ' '}${word}` : word;
    if (found.length && (widthOf(longer, size) <= width || found.length === most)) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found.map((line) => fitted(line, width, size));
}
