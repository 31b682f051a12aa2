import { ageAt } from '#core/text/age-band.ts';
import { type Priority, type Why, type Wish, youth } from '../codes.ts';

/** What is weighed of somebody who asked. Colleagues and trainers have no sex or age here: for them only the order of asking counts. */
export interface Asker {
  readonly seat: string;
  readonly askedAt: Date;
  readonly sex: 'female' | 'male' | 'unknown' | null;
  readonly birthYear: number | null;
  readonly lead: boolean;
  readonly notYetTrained: boolean;
}

export interface Ranked {
  readonly seat: string;
  /** Every priority that holds for her, in the order of the course; or that none does. */
  readonly why: readonly Why[];
}

/**
 * The askers in the order in which seats are given: by each priority of the course in turn, then by the moment of asking, then by the
 * identifier of the request, so that the same askers always stand in the same order. A priority puts somebody first; it never shuts
 * anyone out (domain.md rows 0.11 and 3.13, rule 7). Ages are counted on one day; with the birth year alone, from its middle.
 */
export function rankAskers(askers: readonly Asker[], priority: readonly Priority[], agesOn: string): readonly Ranked[] {
  const wishes = priority.filter((each): each is Wish => each !== 'order');
  const weighed = askers.map((asker) => {
    const facts = factsOf(asker, agesOn);
    return { asker, facts, weight: wishes.map((wish) => (holds(wish, facts) ? 0 : 1)) };
  });
  weighed.sort((a, b) => compare(a.weight, b.weight) || a.asker.askedAt.getTime() - b.asker.askedAt.getTime() || (a.asker.seat < b.asker.seat ? -1 : 1));
  return weighed.map(({ asker, facts }) => ({ seat: asker.seat, why: whyOf(wishes, facts, asker) }));
}

type Facts = Readonly<Record<'women' | 'youth' | 'lead' | 'not_yet_trained', boolean>>;

function factsOf({ sex, birthYear, lead, notYetTrained }: Asker, agesOn: string): Facts {
  const age = birthYear === null ? undefined : ageAt({ birthYear }, agesOn);
  return { women: sex === 'female', youth: age !== undefined && age >= youth.from && age <= youth.to, lead, not_yet_trained: notYetTrained };
}

const holds = (wish: Wish, facts: Facts): boolean => (wish === 'women_and_youth' ? facts.women || facts.youth : facts[wish]);

function whyOf(wishes: readonly Wish[], facts: Facts, { birthYear }: Asker): readonly Why[] {
  const named = [...new Set(wishes.flatMap((wish): Why[] => (wish === 'women_and_youth' ? ['women', 'youth'] : [wish])))];
  const holding = named.filter((each) => facts[each as keyof Facts]);
  const unknown: Why[] = named.includes('youth') && birthYear === null ? ['age_unknown'] : [];
  return [...(holding.length || wishes.length === 0 ? holding : (['no_priority'] as const)), ...unknown];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((weight, index) => weight !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
