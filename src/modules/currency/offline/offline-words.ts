import { defineWords } from '#core/words/words.ts';
import type { Reader } from '#core/words/words.ts';
import ar from '../locales/offline.ar.json' with { type: 'json' };
import en from '../locales/offline.en.json' with { type: 'json' };
import fr from '../locales/offline.fr.json' with { type: 'json' };
import { type MerchantRefusal, merchantRefusals } from '../merchant/merchant-takes.ts';
import { merchantWords } from '../merchant/merchant-words.tsx';
import type { saleRefusals } from '../till/pay-sale.ts';
import { tillWords } from '../till/till-words.ts';
import { type OfflineWhy, offlineWhys } from './may-settle.ts';

/** The words of selling without a network. */
export const offlineWords = defineWords('currency', { en, ar, fr });

type TillRefusal = Exclude<(typeof saleRefusals)[number], MerchantRefusal>;

/** Why a sale without a network was not paid, in the words that the same no has at an ordinary till. */
export function whyText(reader: Reader, why: string): string {
  if (offlineWhys.some((each) => each === why)) return offlineWords(reader)(`why.${why as OfflineWhy}`);
  if (merchantRefusals.some((each) => each === why)) return merchantWords(reader)(`refusal.${why as MerchantRefusal}`);
  return tillWords(reader)(`refusal.${why as TillRefusal}`);
}
