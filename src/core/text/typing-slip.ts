import type { NamePart, PersonName } from './person-name.ts';

const vowels = /[aeiouyw]|[اويىة]/u;

/** Where the beginnings and the ends of two words stop being the same: the middles that differ. */
function middles(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/**
 * Whether two words of six letters and more differ by one slip of a finger: a letter too many, too few or another, two exchanged.
 * A slip that changes vowels only is none here: Karim and Karima, Nader and Nadir are two names.
 */
export function isTypingSlip(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  const [x, y] = middles(a, b);
  if (x.length > 2 || y.length > 2 || (x.length === 2 && `${x[1]}${x[0]}` !== y) || (y.length === 2 && x.length !== 2)) return false;
  return Array.from(x + y).some((letter) => !vowels.test(letter));
}

const together = (parts: readonly NamePart[]) => parts.map(({ written }) => written).join('');

/** Whether what is left of two names, when the rest has met, is one word typed with a slip or with a space too many. */
export function leftBySlip(a: PersonName, b: PersonName): boolean {
  if (a.length === 0 || b.length === 0 || a.length + b.length > 3) return false;
  const [x, y] = [together(a), together(b)];
  return x === y || isTypingSlip(x, y);
}
