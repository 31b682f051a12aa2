import { longCalendarDate } from '#core/words/format.ts';
import { localeOf } from '#core/words/locale.ts';
import type { HubCard } from '#modules/network/public.ts';
import { readPhone } from '#modules/people/public.ts';
import { messagesWords } from '../words.ts';
import type { MessageParams, Template } from './templates.ts';

/** A message without an address: which text, in which language, filled with what. */
export interface Wording {
  readonly template: Template;
  readonly lang: 'ar' | 'fr' | 'en';
  readonly params: MessageParams;
}

// Made for a screen: old phones show boxes for them, and one of them makes a text message twice as long.
const walls = /[\u2068\u2069]/g;
const fineSpaces = /[\u00a0\u202f]/g;

/** The text as it leaves: a sentence of the closed list, and the number of the hub where that was wished and the hub has one. */
export function messageText({ template, lang, params }: Wording, hub: Pick<HubCard, 'country' | 'timeZone' | 'phone'>): string {
  const locale = localeOf(lang, hub.country, hub.timeZone);
  const words = messagesWords({ locale, terms: {} });
  const date = params.date ? longCalendarDate(params.date, locale) : '';
  const body = words(`text.${template}`, { date, time: params.time ?? '' });
  const phone = params.call_back && hub.phone ? words('text.call_back', { phone: readPhone(hub.phone, hub.country) ?? hub.phone }) : '';
  return `${words('text.house')} ${body} ${phone}`.trim().replace(walls, '').replace(fineSpaces, ' ');
}

/** What stands above a letter: as neutral as the letter. */
export const messageSubject = (lang: Wording['lang'], { country }: Pick<HubCard, 'country'>): string =>
  messagesWords({ locale: localeOf(lang, country), terms: {} })('text.subject');
