import { inLanguage, type Multilingual } from '#core/input.ts';
import { longMonth } from '#core/words/format.ts';
import { nameFor } from '#core/words/named.ts';
import type { Reader } from '#core/words/words.ts';
import { territoryLine } from '#modules/network/public.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import type { Cut } from '../reading/cut.ts';
import type { Period } from '../reading/period.ts';
import { evidenceWords } from '../words.ts';

/** The hubs that figures are divided by, with their names. */
export type HubNames = readonly { readonly id: string; readonly names: Multilingual }[];

/** What a figure is called. */
export const indicatorName = (view: Reader, code: string): string => nameFor(findIndicator(code)!.names, view.locale);

/** A period in words: one month, or from one to another. */
export function periodName(view: Reader, { from, to }: Period): string {
  const words = evidenceWords(view);
  const [first, last] = [longMonth(from, view.locale), longMonth(to, view.locale)];
  return from === to ? first : words('period.range', { from: first, to: last });
}

/** What a row of a divided figure is called. */
export function keyName(view: Reader, by: Cut, key: string, hubs: HubNames): string {
  const words = evidenceWords(view);
  if (key === 'unknown') return words('key.unknown');
  if (key === 'organization') return words('key.organization');
  switch (by) {
    case 'hub': return inLanguage(hubs.find(({ id }) => id === key)?.names ?? {}, view.locale.lang).text || words('key.unnamed');
    case 'month': return longMonth(key, view.locale);
    case 'sex': return words(key === 'female' ? 'sex.female' : 'sex.male');
    case 'territory': {
      const place = territoryLine(key)[0];
      return place ? nameFor(place.names, view.locale) : key;
    }
    case 'age_band': return key.replace('-', '–');
  }
}
