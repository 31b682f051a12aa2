/** The only trace of her word: a keyed hash of it together with the code of her slip. */
export const applicationDoor = (blind: (label: string, word: string) => Buffer, code: string, word: string): Buffer => blind('application-door', `${code}|${word}`);
