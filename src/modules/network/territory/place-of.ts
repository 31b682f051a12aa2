import type { Asking } from '#core/action.ts';
import type { NetworkTables } from '../network.ts';
import { regionOf, territoryCard } from './territory-card.ts';

/** Checks that a place exists in the country named and gives its region; no place gives no region. */
export async function placeOf(
  { tx, refuse }: Pick<Asking<NetworkTables>, 'tx' | 'refuse'>, territory: string | undefined, country: string,
): Promise<{ region: string | null }> {
  if (territory === undefined) return { region: null };
  const place = await territoryCard(tx, territory);
  if (!place) return refuse('unknown-territory', {}, 'territory');
  if (place.country !== country) refuse('territory-of-another-country', {}, 'territory');
  return { region: await regionOf(tx, territory) };
}
