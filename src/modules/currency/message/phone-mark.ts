/** The fingerprint by which a message finds its telephone; only the house's key makes it, and the number itself is kept nowhere. The number in its international form. */
export const phoneMark = (blind: (label: string, word: string) => Buffer, number: string): Buffer => blind('message-phone', number);
