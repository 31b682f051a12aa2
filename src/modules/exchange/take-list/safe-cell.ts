/** What a program for tables might take for a formula: by its first character, but for plain numbers and phone numbers. A mark of byte order in front of it is dropped by programs and counts as none. */
const formulaLike = /^\uFEFF*(?:[=@\t\r|%]|[+-](?![\d\s().]*$))/u;

/** A cell of CSV that no program evaluates: what could be a formula gets an apostrophe in front; +212 600 and −5 stay as they are. */
export const safeCell = (value: string | number | null): string =>
  value === null ? '' : typeof value === 'number' ? String(value) : formulaLike.test(value) ? `'${value}` : value;

/** The text as it was before `safeCell`. */
export const withoutApostrophe = (text: string): string => (text.startsWith("'") && formulaLike.test(text.slice(1)) ? text.slice(1) : text);
