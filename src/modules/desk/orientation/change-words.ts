import { nameFor } from '#core/words/named.ts';
import type { Reader } from '#core/words/words.ts';
import { codeName } from '#modules/directory/public.ts';
import { territoryLine } from '#modules/network/public.ts';
import { orientationWords } from '../orientation-words.ts';
import type { Change } from './smallest-change.ts';

/** The name of a place for a reader; its code when Hadina does not ship it. */
export function placeName(reader: Reader, code: string): string {
  const place = territoryLine(code)[0];
  return place ? nameFor(place.names, reader.locale) : code;
}

/** One change as a sentence: what would have to be otherwise for the service to fit. */
export function changeWords(reader: Reader, change: Change): string {
  const words = orientationWords(reader);
  switch (change.field) {
    case 'age': return words('change.age', { years: change.years });
    case 'status': return words('change.status');
    case 'territory': return words('change.territory', { name: placeName(reader, change.to[0]!) });
    case 'client-kind': return words(change.to[0] === 'organization' ? 'change.organization' : 'change.person');
    default: {
      const names = change.to.map((code) => codeName(reader, code));
      return words(`change.${change.field}`, { name: new Intl.ListFormat(reader.locale.tag, { type: 'conjunction' }).format(names) });
    }
  }
}
