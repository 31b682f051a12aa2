import type { Multilingual } from '#core/input.ts';
import { searchTokens } from '#core/text/tokens.ts';
import { findServiceType } from '../service-type.ts';

/** What a service is found by. Names come in every language they are known in. */
export interface Findable {
  readonly names: Multilingual;
  readonly descriptions: Multilingual;
  readonly types: readonly string[];
  readonly provider: Multilingual;
  /** Names of its territories and places. */
  readonly places: readonly Multilingual[];
}

const weights = { name: 8, type: 5, provider: 4, place: 3, description: 1 } as const;

const textOf = (value: Multilingual): string => Object.values(value).filter(Boolean).join(' ');

/**
 * Every term a service is found by, with its weight: its name above its kind, its provider, its places, its description.
 * Names and places are also kept as they sound, so that سيدي بوزيد is found by "Sidi Bouzid"; prose is not.
 */
export function termsOfService(service: Findable): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  const add = (text: string, weight: number, heard: boolean): void => {
    for (const term of searchTokens(text, { heard })) terms.set(term, Math.max(terms.get(term) ?? 0, weight));
  };
  add(textOf(service.names), weights.name, true);
  for (const code of service.types) {
    const type = findServiceType(code);
    if (type) add(`${code} ${textOf(type.names as Multilingual)}`, weights.type, false);
  }
  add(textOf(service.provider), weights.provider, true);
  for (const place of service.places) add(textOf(place), weights.place, true);
  add(textOf(service.descriptions), weights.description, false);
  return terms;
}
