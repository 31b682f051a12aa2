import { randomInt } from 'node:crypto';
import type { Asking } from '#core/action.ts';
import { openBytes, sealBytes } from '#core/crypto/envelope.ts';
import { fold, foldDigits } from '#core/text/fold.ts';
import type { PeopleTables } from '../people.ts';

type Here = Pick<Asking<PeopleTables>, 'tx' | 'network' | 'blind'>;

/** Crockford's base 32: no I, L, O or U, which are misread on a card. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const looksLike: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** A new file code, eight characters drawn at random: `K7Q4-M2XP`. It says nothing of the hub or the date. */
export function newCode(): string {
  const drawn = Array.from({ length: 8 }, () => letters.charAt(randomInt(letters.length))).join('');
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`;
}

/** A code as somebody reads it out, in its printed form; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const plain = foldDigits(typed).toUpperCase().replace(/[\s\-–]/gu, '').replace(/[ILO]/gu, (letter) => looksLike[letter] ?? letter);
  return /^[0-9A-HJKMNP-TV-Z]{8}$/u.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined;
}

/** What is told beside the code: her birth year, the word of somebody who gave no name, or nothing where neither was ever given. */
export type Second = number | string | null | undefined;

/** A word somebody chose, as it is compared: spelling, case and marks make no difference. */
export const readWord = (typed: string): string => fold(typed).replace(/\s+/gu, ' ').trim();

const told = (code: string, second: Second) => `${code}|${typeof second === 'string' ? `word:${second}` : (second ?? 'no-year')}`;
const place = (network: string) => ({ table: 'people.told_code', column: 'sealed_person', row: network });

/** The row by which somebody who was told both her code and her birth year finds her: a fingerprint, and her id sealed under the two. */
export function codeSecrets({ network, blind }: Pick<Here, 'network' | 'blind'>, code: string, second: Second, person: string) {
  const secret = told(code, second);
  return { blind: blind('told-code', secret), sealed: sealBytes(blind('told-code-key', secret), place(network), Buffer.from(person)) };
}

/** Lets her be found at another hub, but only by who was told both her code and her birth year (or word): together they are the key. */
export async function leaveCode({ tx, network, blind }: Here, code: string, second: Second, person: string): Promise<void> {
  const { blind: print, sealed } = codeSecrets({ network, blind }, code, second, person);
  await tx.insertInto('people.told_code').values({ network_id: network, blind: print, sealed_person: sealed }).execute();
}

/** Takes a code away, when her birth year is corrected. */
export async function removeCode({ tx, network, blind }: Here, code: string, second: Second): Promise<void> {
  await tx.deleteFrom('people.told_code').where('network_id', '=', network).where('blind', '=', blind('told-code', told(code, second))).execute();
}

/** The person who told this code and this birth year or word; undefined when they do not belong together. */
export async function personOfCode({ tx, network, blind }: Here, code: string, second: Second): Promise<string | undefined> {
  const secret = told(code, second);
  const row = await tx.selectFrom('people.told_code').select('sealed_person')
    .where('network_id', '=', network).where('blind', '=', blind('told-code', secret)).executeTakeFirst();
  return row && openBytes(blind('told-code-key', secret), place(network), row.sealed_person).toString();
}
