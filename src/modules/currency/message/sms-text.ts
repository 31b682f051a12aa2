import { inLanguage, type Multilingual } from '#core/input.ts';
import { scaleOf } from '#core/money.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { localeOf } from '#core/words/locale.ts';
import { categories, type Category } from '../codes.ts';
import { currencyWords } from '../words.ts';
import { messageWords } from './message-words.ts';
import { numberOf } from './read-command.ts';
import type { MessageLang } from './tables.ts';

/** The characters of the GSM 7-bit alphabet (3GPP TS 23.038); those of the second line take the room of two. */
const gsm = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const gsmTwice = new Set('^{}\\[~]|€');

/** What one message holds: 160 characters of the 7-bit alphabet, or 70 of any. */
export const MOST = { ar: 70, fr: 160, en: 160 } as const;

/** The answer to a message, with what is filled into it. */
export type Answer =
  | { readonly answer: 'balance'; readonly sums: readonly { readonly amount: number; readonly currency: string }[]; readonly until: string | null }
  | { readonly answer: 'ask'; readonly shop: Multilingual; readonly code: string; readonly amount: number; readonly currency: string; readonly number: string }
  | { readonly answer: 'what'; readonly offered: readonly Category[] }
  | { readonly answer: 'paid'; readonly amount: number; readonly currency: string; readonly receipt: string }
  | { readonly answer: 'wrong'; readonly left: number }
  | { readonly answer: 'lost' | 'locked' | 'unclear_word' | 'unclear_balance' | 'unclear_pay' | 'unclear_confirm' | 'stranger' | 'no_card' | 'no_shop' | 'shop_stopped' | 'never' | 'category' | 'over' | 'not_enough' | 'day' | 'above' | 'amount' | 'currency' | 'no_request' | 'paid_before' | 'too_late' };

/** How long a text is in the alphabet of its language. */
export const lengthOf = (text: string, lang: MessageLang): number => (lang === 'ar' ? text.length : [...text].reduce((sum, letter) => sum + (gsmTwice.has(letter) ? 2 : 1), 0));

/** Is every character one of the 7-bit alphabet? */
export const isGsm = (text: string): boolean => [...text].every((letter) => gsm.has(letter) || gsmTwice.has(letter));

/** The words of an answer as they leave: in one message, of the 7-bit alphabet unless it is Arabic. The name of a shop is cut where it does not fit. */
export function smsText(answer: Answer, lang: MessageLang): string {
  const view = { locale: localeOf(lang, 'TN'), terms: {} };
  const said = (key: Parameters<ReturnType<typeof messageWords>>[0], values: Record<string, string | number> = {}): string => plain(messageWords(view)(key, values), lang);
  switch (answer.answer) {
    case 'balance': {
      const sums = answer.sums.map(({ amount, currency }) => money(amount, currency)).join(' + ');
      return answer.until && answer.sums.length > 0 ? said('sms.balance_until', { sums, until: answer.until }) : said('sms.balance', { sums: sums || '0' });
    }
    case 'ask': {
      const values = { amount: money(answer.amount, answer.currency), number: answer.number };
      const room = MOST[lang] - lengthOf(said('sms.ask', { ...values, shop: 'x' }), lang) + 1;
      // A name that has none of these letters gives way to the number that hangs in its window.
      const name = cut(plain(inLanguage(answer.shop, lang).text, lang), room, lang);
      return said('sms.ask', { ...values, shop: /\p{L}/u.test(name) ? name : answer.code });
    }
    case 'what': {
      // As many as fit: the numbers of all hang in the shop.
      const offered = categories.filter((each) => answer.offered.includes(each)).map((each) => `${numberOf(each)} ${plain(currencyWords(view)(`category.${each}`), lang)}`);
      let list = '';
      for (const each of offered) if (lengthOf(said('sms.what', { list: `${list} ${each}` }), lang) <= MOST[lang]) list = `${list} ${each}`.trim();
      return said('sms.what', { list });
    }
    case 'paid': return said('sms.paid', { amount: money(answer.amount, answer.currency), receipt: spelledCode(answer.receipt) });
    case 'wrong': return answer.left > 0 ? said('sms.wrong', { left: answer.left }) : said('sms.locked');
    default: return said(`sms.${answer.answer}`);
  }
}

const money = (minor: number, currency: string): string => `${(minor / 10 ** scaleOf(currency)).toFixed(scaleOf(currency))} ${currency}`;

/** Without what only a screen shows; outside Arabic every letter in the 7-bit alphabet, bare of its accent where that is missing there. */
function plain(text: string, lang: MessageLang): string {
  const bare = text.replace(/[\u2068\u2069\u200e\u200f]/gu, '').replace(/[\u00a0\u202f]/gu, ' ').replace(/[’‘]/gu, "'").replace(/œ/gu, 'oe').replace(/Œ/gu, 'OE');
  if (lang === 'ar') return bare;
  return [...bare].map((letter) => (isGsm(letter) ? letter : [...letter.normalize('NFD')].filter(isGsm).join(''))).join('').replace(/ {2,}/gu, ' ').trim();
}

/** A name within so much room. */
function cut(text: string, room: number, lang: MessageLang): string {
  let kept = '';
  for (const letter of text) if (lengthOf(kept + letter, lang) <= room) kept += letter; else break;
  return kept.trim();
}
