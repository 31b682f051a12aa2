import { currencies } from '#core/money.ts';
import { fold } from '#core/text/fold.ts';
import { categories, type Category, neverBought, type NeverBought } from '../codes.ts';
import { currencyWords } from '../words.ts';
import type { MessageLang } from './tables.ts';

/** What somebody asks in a message, with what stands behind the word as she wrote it. */
export type Command =
  | { readonly command: 'balance'; readonly pin: string }
  | { readonly command: 'pay'; readonly shop: string; readonly amount: string; readonly what: Category | NeverBought | null; readonly currency: string | null }
  | { readonly command: 'confirm'; readonly number: string; readonly pin: string }
  | { readonly command: 'lost' }
  | { readonly command: 'unclear'; readonly why: 'word' | 'balance' | 'pay' | 'confirm' };

/** The first word of a message, whole or as one letter, in three languages; hamza, accents and capitals make no difference. */
const words: Readonly<Record<'balance' | 'pay' | 'confirm' | 'lost', readonly string[]>> = {
  balance: ['b', 'balance', 's', 'solde', 'رصيد', 'الرصيد', 'ر'],
  pay: ['p', 'pay', 'payer', 'paye', 'ادفع', 'دفع', 'د'],
  confirm: ['c', 'confirm', 'confirmer', 'confirme', 'تأكيد', 'أكد', 'ت'],
  lost: ['l', 'lost', 'perdu', 'perdue', 'ضائعة', 'ضاعت', 'ض'],
};
const commands = new Map(Object.entries(words).flatMap(([command, spelled]) => spelled.map((word) => [fold(word), command as keyof typeof words] as const)));

/** What is bought, by its number in the closed list or by any word of its name; what is never bought by its name, so that the no can say why. */
const bought = new Map<string, Category | NeverBought>([
  ...categories.map((each, place) => [String(place + 1), each] as const),
  ...(['ar', 'fr', 'en'] as const).flatMap((lang) => categories.flatMap((each) => [[fold(each), each] as const, [fold(currencyWords.files[lang][`category.${each}`]), each] as const])),
  ...neverBought.map((each) => [each, each] as const), ['alcool', 'alcohol'], ['tabac', 'tobacco'], [fold('خمر'), 'alcohol'], [fold('تبغ'), 'tobacco'], [fold('قمار'), 'gambling'],
]);

/** The number by which a category is named in a message. */
export const numberOf = (category: Category): number => categories.indexOf(category) + 1;

/** Reads a message as somebody types it on any telephone, with digits of any script. The digits of a card are taken where they belong and nowhere else. */
export function readCommand(text: string): Command {
  const [first = '', ...rest] = fold(text.replace(/(?<![\u060c\u061b,;*#])[\u060c\u061b,;*#]+(?=\s|$)|[*#]/gu, ' ')).replace(/٫/gu, '.').split(' ').filter(Boolean);
  const command = commands.get(first);
  const [one = '', two = '', ...more] = rest;
  if (command === 'lost') return { command };
  if (command === 'balance') return /^\d{4,6}$/.test(one) ? { command, pin: one } : { command: 'unclear', why: 'balance' };
  if (command === 'confirm') return /^[1-9]\d{2}$/.test(one) && /^\d{4,6}$/.test(two) ? { command, number: one, pin: two } : { command: 'unclear', why: 'confirm' };
  if (command !== 'pay') return { command: 'unclear', why: 'word' };
  if (!/^\d{3,5}$/.test(one) || !/^\d{1,9}([.,]\d{1,4})?$/.test(two)) return { command: 'unclear', why: 'pay' };
  const currency = currencies.find((each) => more.includes(each.toLowerCase())) ?? null;
  const what = bought.get(more.filter((word) => word !== currency?.toLowerCase()).join(' ')) ?? more.map((word) => bought.get(word)).find(Boolean) ?? null;
  return { command, shop: one, amount: two.replace(',', '.'), what, currency };
}

/** In which language a telephone that nobody knows is answered: that of its letters. */
export const langOf = (text: string): MessageLang => (/[\u0600-\u06ff]/u.test(text) ? 'ar' : /\b(solde|payer|confirmer|perdue?)\b/iu.test(text) ? 'fr' : 'en');
