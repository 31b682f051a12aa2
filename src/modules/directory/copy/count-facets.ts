import { type BitFacet, bitFacets, bitOf, type DirectoryCopy } from './directory-copy.ts';

export type Facet = BitFacet | 'territory';
const facets: readonly Facet[] = ['type', 'mode', 'stage', 'language', 'territory'];
const bitNames: readonly BitFacet[] = ['type', 'mode', 'stage', 'language'];

/** What is chosen of each facet. `around` are the territories that answer the chosen one. */
export type Chosen = Readonly<Partial<Record<Facet, string>>> & { readonly around?: ReadonlySet<string> };

/** How many services stand behind each choice when the other facets stay as chosen, and how many without each chosen facet. */
export interface Facets extends Readonly<Record<Facet, Readonly<Record<string, number>>>> {
  readonly total: number;
  /** Chosen facets with the number found when that one is dropped. */
  readonly without: Readonly<Partial<Record<Facet, number>>>;
}

/** The services that answer the facets, by position, and the counts of every choice. */
export interface Counted {
  readonly positions: readonly number[];
  readonly facets: Facets;
}

/**
 * Counts the services named by `among` (all of the copy when null) that `admits` lets in. A service that misses exactly one
 * chosen facet counts for the other choices of that facet: those are the choices one can change to.
 */
export function countFacets(copy: DirectoryCopy, among: Iterable<number> | null, chosen: Chosen, admits: (position: number) => boolean): Counted {
  const wanted = bitNames.map((facet) => bitOf(facet, chosen[facet]));
  const masks = bitNames.map((facet) => copy.masks[facet]);
  const placeAnswers = copy.placeSets.map((codes) => !chosen.around || codes.some((code) => chosen.around!.has(code)));
  const tallies = bitNames.map((facet) => new Int32Array(1 << bitFacets[facet].length));
  const placeTally = new Int32Array(copy.placeSets.length);
  const missed = new Array<number>(facets.length).fill(0);
  const positions: number[] = [];
  const look = (at: number): void => {
    if (!admits(at)) return;
    let misses = 0;
    let miss = -1;
    for (let f = 0; f < 4; f++) {
      if (wanted[f] && !(masks[f]![at]! & wanted[f]!)) { misses++; miss = f; }
    }
    if (!placeAnswers[copy.placeSet[at]!]) { misses++; miss = 4; }
    if (misses > 1) return;
    if (misses === 1) missed[miss]!++;
    else positions.push(at);
    for (let f = 0; f < 4; f++) if (misses === 0 || miss === f) tallies[f]![masks[f]![at]!]!++;
    if (misses === 0 || miss === 4) placeTally[copy.placeSet[at]!]!++;
  };
  if (among) for (const at of among) look(at);
  else for (let at = 0; at < copy.ids.length; at++) look(at);
  const without = Object.fromEntries(facets.flatMap((facet, f) => (chosen[facet] === undefined ? [] : [[facet, positions.length + missed[f]!]])));
  return {
    positions,
    facets: {
      ...(Object.fromEntries(bitNames.map((facet, f) => [facet, byCode(facet, tallies[f]!)])) as Record<BitFacet, Record<string, number>>),
      territory: byTerritory(copy, placeTally), total: positions.length, without,
    },
  };
}

function byCode(facet: BitFacet, tally: Int32Array): Record<string, number> {
  const counts: Record<string, number> = {};
  tally.forEach((number, mask) => {
    if (number === 0) return;
    (bitFacets[facet] as readonly string[]).forEach((code, bit) => { if (mask & (1 << bit)) counts[code] = (counts[code] ?? 0) + number; });
  });
  return counts;
}

/** A territory answers for what lies in it and for what it lies in: who covers the country covers each of its places. */
function byTerritory(copy: DirectoryCopy, tally: Int32Array): Record<string, number> {
  const counts: Record<string, number> = {};
  tally.forEach((number, set) => {
    if (number === 0) return;
    for (const code of answeredBy(copy, set)) counts[code] = (counts[code] ?? 0) + number;
  });
  return counts;
}

const answers = new WeakMap<DirectoryCopy, { places: number; sets: Map<number, readonly string[]> }>();

/** The known territories that a set of places answers, worked out once while no territory joins. */
function answeredBy(copy: DirectoryCopy, set: number): readonly string[] {
  let known = answers.get(copy);
  if (known?.places !== copy.places.size) answers.set(copy, (known = { places: copy.places.size, sets: new Map() }));
  const before = known.sets.get(set);
  if (before) return before;
  const codes = new Set(copy.placeSets[set]);
  const above = new Set([...codes].flatMap((code) => copy.places.get(code)?.line ?? [code]));
  const found = [...copy.places.values()].filter(({ code, line }) => above.has(code) || line.some((one) => codes.has(one))).map(({ code }) => code);
  known.sets.set(set, found);
  return found;
}
