import { fold } from '#core/text/fold.ts';
import { territories } from './territories.ts';

const ranks = ['country', 'commune', 'delegation', 'province', 'prefecture', 'governorate', 'region'];
const byCountry = new Map<string, ReadonlyMap<string, string>>();

/**
 * The territory that a file means by a code or a name in any of our languages ("Sidi Bouzid", سيدي بوزيد, TN-43); undefined for none.
 * Of two of one name the higher is meant, and of the country only what Hadina ships.
 */
export function territoryNamed(written: string, country: string): string | undefined {
  const known = byCountry.get(country) ?? namesIn(country);
  byCountry.set(country, known);
  const typed = fold(written).replace(/^(?:gouvernorat|governorate|province|region|wilaya|ولايه|عماله|اقليم|جهه)\s+(?:(?:of|de|du|d')\s*)?/u, '').trim();
  return typed ? known.get(typed) : undefined;
}

function namesIn(country: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const inside = territories.filter((territory) => territory.country === country).sort((a, b) => ranks.indexOf(a.level) - ranks.indexOf(b.level));
  for (const { code, names: spoken } of inside) {
    for (const name of Object.values(spoken)) if (name) names.set(fold(name), code);
  }
  for (const { code } of inside) names.set(fold(code), code);
  return names;
}
