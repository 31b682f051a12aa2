import type { AnyTx } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { type OrganizationCard, organizationsByIds, territoryCard, territoryCodesWithin, territoryLine } from '#modules/network/public.ts';

interface Standing {
  readonly tx: AnyTx;
}

/** The bodies named that the reader may see, by id. */
export async function providersOf({ tx }: Standing, ids: readonly string[]): Promise<ReadonlyMap<string, OrganizationCard>> {
  return new Map((await organizationsByIds(tx, ids)).map((card) => [card.id, card]));
}

/** Names of territories by code, from Hadina's own table or, for communes a network filled in, from the database. */
export async function namesOfPlaces({ tx }: Standing, codes: readonly string[]): Promise<ReadonlyMap<string, Multilingual>> {
  const names = new Map<string, Multilingual>();
  for (const code of new Set(codes)) {
    const found = territoryLine(code)[0]?.names ?? (await territoryCard(tx, code))?.names;
    if (found) names.set(code, { ar: found.ar, fr: found.fr, en: found.en });
  }
  return names;
}

/** Those of the codes that no territory bears. */
export async function unknownPlaces(standing: Standing, codes: readonly string[]): Promise<readonly string[]> {
  const known = await namesOfPlaces(standing, codes);
  return codes.filter((code) => !known.has(code));
}

/** Every territory that matters to someone in this place: the place, all that lies in it, and all it lies in. */
export async function placesAround({ tx }: Standing, code: string): Promise<readonly string[]> {
  return [...new Set([...(await territoryCodesWithin(tx, code)), ...(await lineOf({ tx }, code))])];
}

/** The way up from a territory to its country, itself first. */
export async function lineOf({ tx }: Standing, code: string): Promise<readonly string[]> {
  const line: string[] = [];
  for (let at: string | null = code; at !== null && !line.includes(at); ) {
    line.push(at);
    const known: { parent: string | null } | undefined = territoryLine(at)[0] ?? (await territoryCard(tx, at));
    at = known?.parent ?? null;
  }
  return line;
}
