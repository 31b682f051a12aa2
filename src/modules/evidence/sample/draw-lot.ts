import { createHash } from 'node:crypto';

/**
 * Draws some of many by lot: each is given the SHA-256 of the seed, a space and its id, and the lowest come first. Whoever has the seed
 * and the list draws the same, in any order of the list, with nothing but `sha256sum`.
 */
export function drawLot(ids: readonly string[], seed: string, many: number): string[] {
  const lot = (id: string): string => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  return ids.map((id) => ({ id, lot: lot(id) })).sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0)).slice(0, many).map(({ id }) => id);
}
