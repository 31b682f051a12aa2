import { type Named, nameFor } from '#core/words/named.ts';
import type { Reader } from '#core/words/words.ts';
import { territoryLine } from '#modules/network/public.ts';

/** A territory's name in the reader's language; its code when Hadina does not ship its name; null for none. */
export function placeName(code: string | null, { locale }: Reader): string | null {
  if (!code) return null;
  const place = territoryLine(code)[0];
  return place ? nameFor(place.names as Named, locale) : code;
}
