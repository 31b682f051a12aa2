import { z } from 'zod';

/** A login as it is kept: without white space around it, in lower case. */
export const loginOf = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();

/** A login that may be given: an e-mail or a short name in Latin letters, which every keyboard can type. */
export const newLogin = () =>
  z.string().transform(loginOf).pipe(z.string().min(3).max(200).regex(/^[a-z0-9][a-z0-9._+-]*(@[a-z0-9.-]+\.[a-z]{2,})?$/));
