import { createHash } from 'node:crypto';
import { foldDigits } from '#core/text/fold.ts';

/** Letters and digits that are not taken for one another on worn paper, as on every slip of the house. */
const alphabet = 'ACDEFHJKLMNPRTUVWXY3479';
const length = 20;

/** What a code signs: whoever changes one of these in the row has a paper that does not belong to it any more. */
export interface VoucherTerms { readonly id: string; readonly book: string; readonly wallet: string; readonly currency: string; readonly amount: number; readonly until: string }

/**
 * The code of a voucher: 20 letters (90 bits) of a keyed fingerprint over its terms, which only the house's key gives. It is kept nowhere, and a sheet can be
 * printed again.
 */
export function voucherCode(blind: (label: string, word: string) => Buffer, { id, book, wallet, currency, amount, until }: VoucherTerms): string {
  let rest = BigInt(`0x${blind('voucher', [id, book, wallet, currency, amount, until].join('|')).toString('hex')}`);
  let code = '';
  for (; code.length < length; rest /= BigInt(alphabet.length)) code += alphabet[Number(rest % BigInt(alphabet.length))];
  return code;
}

/** A code as it was typed or read by a camera, with or without the address around it: capitals without spaces and dashes. */
export const readVoucherCode = (brought: string): string => foldDigits(brought.split(/[/=]/).at(-1)!).toUpperCase().replace(/[^A-Z0-9]/g, '');

/** A code as it is printed: five groups of four. */
export const spelledVoucher = (code: string): string => code.match(/.{4}/g)!.join('-');

/** Its fingerprint, by which row-level security finds the one voucher that was brought; what is no code gives one that no voucher has. */
export const voucherLink = (brought: string): Buffer => createHash('sha256').update(readVoucherCode(brought)).digest();
