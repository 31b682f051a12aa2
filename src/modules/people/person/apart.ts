const start = '\u2068';
const end = '\u2069';

/** A name set apart from the text around it, for lists of choices, which hold plain text and no markup: what `<Bdi>` does elsewhere. */
export const apart = (name: string): string => start + name + end;
