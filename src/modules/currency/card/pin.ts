import { z } from 'zod';
import { foldDigits } from '#core/text/fold.ts';
import { hashPassword, isPassword } from '#modules/network/public.ts';

type Blind = (label: string, word: string) => Buffer;

/** The digits of a card as they are typed, in any script: four to six. */
export const pinText = () => z.preprocess((typed) => (typeof typed === 'string' ? foldDigits(typed).replace(/\s/gu, '') || undefined : typed), z.string().regex(/^\d{4,6}$/));

/** True for digits that everybody tries first: all the same, one after the other, up or down. */
export const isEasyPin = (pin: string): boolean => [0, 1, 9].some((step) => [...pin].every((digit, place) => place === 0 || (Number(pin[place - 1]) + step) % 10 === Number(digit)));

/**
 * The hash of a card's digits. At the price of a password a till would wait, and ten thousand guesses are few at any price: what protects them is the secret of
 * the house, which no table holds, and that a card is locked after three.
 */
export const hashPin = (blind: Blind, card: string, pin: string): Promise<string> => hashPassword(blind, `${card}|${pin}`, { drawn: true });

/** Are these her digits, or those she types when she is forced? Both are tried always, so that neither answer is quicker. */
export async function whichPin(blind: Blind, { id, pin_hash, duress_hash }: { id: string; pin_hash: string | null; duress_hash: string | null }, pin: string): Promise<'hers' | 'forced' | 'neither'> {
  const typed = `${id}|${pin}`;
  const [hers, forced] = await Promise.all([isPassword(blind, pin_hash, typed), isPassword(blind, duress_hash ?? pin_hash, typed)]);
  if (hers) return 'hers';
  return forced ? 'forced' : 'neither';
}
