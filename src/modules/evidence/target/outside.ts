import { sayPeriod } from '../disclosure/say-period.ts';
import { ofNobody } from '../kept/read-kept.ts';
import type { Definition } from '../kept/definition.ts';
import type { HubPlace } from '../reading/masked.ts';
import { smallest } from '../suppression/cell.ts';
import { type Placed, printedMonths, wholeAt } from './count-places.ts';
import type { Actual } from './levels.ts';
import type { MayAdd } from './shown-groups.ts';

/** A part of a programme's things that stands against fewer than this many others is not said: the difference would tell them. */
const leastOthers = 10;

type Said = Omit<Actual, 'upTo'>;
const keptBack: Said = { value: null, atLeast: null, kept: true };
const atLeast = (value: number | null): Said => (value === null ? keptBack : { value: null, atLeast: value, kept: false });
const exactly = (value: number): Said => ({ value, atLeast: null, kept: false });

/** Does it count everybody of one event? Then it is a figure that is printed month by month; any condition or proof makes it a part of one. */
export const isWhole = ({ counted, events, conditions, proofs }: Definition): boolean => counted === 'once' && events.length === 1 && proofs.length === 0 && Object.keys(conditions).length === 0;

/** The same event without any condition: what a part is held against. */
export const bareOf = (definition: Definition): Definition => ({ ...definition, conditions: {}, proofs: [] });

/**
 * What may be said outside the hub of a place over a period of several months: agreements, entries and professionals as they are; money as
 * the sum of the months that are printed anyway; persons and all else as “at least”, and of a part of a figure nothing when fewer than ten
 * stand outside it. `all`: the figure without its conditions, at the same place; null when it has none. `mayAdd`: which months may be added up. Source: 0007, 0051.
 */
export function sayAt(definition: Definition, counted: Placed, all: Placed | null, { place, places, mayAdd }: { place: string; places: readonly HubPlace[]; mayAdd: MayAdd }): Said {
  if (ofNobody(definition)) return exactly(wholeAt(counted, place).value);
  const months = printedMonths(counted, place, places, mayAdd);
  if (definition.unit === 'amount') return months.every((month) => month === null) ? (months.length ? keptBack : exactly(0)) : atLeast(months.reduce<number>((sum, month) => sum + (month ?? 0), 0));
  if (all && wholeAt(all, place).base - wholeAt(counted, place).base < leastOthers) return keptBack;
  return atLeast(sayPeriod(wholeAt(counted, place).value, months));
}

/**
 * The same of a programme, whose months stand on no page: a month counts here when five or more stand in it, and no more of it than its hubs print (`atHubs`); of
 * money, when as many or nobody stand outside it.
 */
export function sayWithin(definition: Definition, counted: Placed, all: Placed, atHubs: MayAdd): Said {
  if (ofNobody(definition)) return exactly(wholeAt(counted, 'all').value);
  const months = [...counted.months].map(([month, places]) => {
    const [own, every] = [places.get('all')!, all.months.get(month)?.get('all')];
    const others = (every?.base ?? 0) - own.base;
    if (own.base < smallest || (definition.unit === 'amount' && others > 0 && others < smallest)) return null;
    return definition.unit === 'amount' ? own.value : Math.min(own.value, [...places].reduce((sum, [place, { value }]) => (place.startsWith('hub:') && atHubs(month, place) ? sum + value : sum), 0));
  });
  if (definition.unit === 'amount') return months.some((month) => month !== null) ? atLeast(months.reduce<number>((sum, month) => sum + (month ?? 0), 0)) : months.length ? keptBack : exactly(0);
  if (wholeAt(all, 'all').base - wholeAt(counted, 'all').base < leastOthers) return keptBack;
  return atLeast(sayPeriod(wholeAt(counted, 'all').value, months));
}
