import type { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, maybe } from '#core/input.ts';
import { currencies, decimal, minorOf, scaleOf } from '#core/money.ts';
import { categories, neverBought } from '../codes.ts';
import type { CurrencyTables } from '../currency.ts';
import { currenciesOf } from './shop-of-till.ts';

/** A price as a till types it. What may never be bought has a code too, so that the no can say why. */
export const priceFields = { amount: decimal(), category: choice([...categories, ...neverBought]), currency: maybe(choice(currencies)) };

/** Why a price cannot be read. */
export const priceRefusals = ['amount-odd', 'currency-missing'] as const;

/** The price in the smallest unit of its currency; the only one of the shop when none is said (`currency-missing`). Refuses zero, too many decimals, and a shop without accounts (`no-merchant`). */
export async function readPrice(doing: Doing<CurrencyTables>, merchant: string, { amount, currency: named }: { amount: z.output<typeof priceFields.amount>; currency?: string | undefined }): Promise<{ amount: number; currency: string }> {
  const taken = await currenciesOf(doing, merchant);
  if (taken.length === 0) doing.refuse('no-merchant');
  const currency = named ?? (taken.length === 1 ? taken[0]! : doing.refuse('currency-missing', {}, 'currency'));
  return { amount: minorOf(amount, scaleOf(currency)) || doing.refuse('amount-odd', {}, 'amount'), currency };
}
