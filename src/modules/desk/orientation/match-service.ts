import type { ClientTest, ServiceEntry } from '#modules/directory/public.ts';
import { type ClientFacts, verdictOf } from './client-facts.ts';
import { type Change, type LineOf, smallestChange } from './smallest-change.ts';

/** Whether a service fits: every rule met, something still to ask, or a rule not met. */
export const standings = ['fits', 'ask', 'no'] as const;
export type Standing = (typeof standings)[number];

/** What of a service is weighed. */
export type Weighed = Pick<
  ServiceEntry,
  'id' | 'names' | 'types' | 'stages' | 'areas' | 'status' | 'rules' | 'priorities' | 'freePlaces' | 'waitingDays' | 'childcare' | 'stale' | 'mayLose'
>;

/** What she needs, as her answers say it. */
export interface Need {
  /** Kinds of service her answers call for; none means that every kind counts alike. */
  readonly wants: readonly string[];
  readonly childcare: boolean;
}

/** A service weighed for one client, with everything that is said to her: nothing in the order is unexplained. */
export interface Match<S extends Weighed = Weighed> {
  readonly service: S;
  readonly standing: Standing;
  readonly met: readonly ClientTest[];
  readonly failed: readonly ClientTest[];
  readonly unknown: readonly ClientTest[];
  readonly closed: boolean;
  /** No place is free now. */
  readonly full: boolean;
  /** What would have to be otherwise for a refused one to fit; null when nothing can be. Empty unless refused. */
  readonly changes: readonly Change[] | null;
  /** 2: its main kind is what she needs; 1: one of its kinds; 0: none. */
  readonly answersNeed: 0 | 1 | 2;
  /** Weight of the priority groups she belongs to. It lifts in the order and never shuts out (rule 7). */
  readonly priority: number;
  readonly priorityGroups: readonly ClientTest[];
  /** It looks after children, and she needs that. */
  readonly minds: boolean;
}

/** Weighs one service for one client. Priority groups are read apart from rules: they can only add. */
export function matchService<S extends Weighed>(service: S, facts: ClientFacts, need: Need, lineOf: LineOf): Match<S> {
  const tests = rulesOf(service);
  const by = (verdict: string) => tests.filter((test) => verdictOf(test, facts) === verdict);
  const failed = by('failed');
  const unknown = by('unknown');
  const closed = service.status !== 'active';
  const standing = failed.length || closed ? 'no' : unknown.length ? 'ask' : 'fits';
  const groups = service.priorities.filter((group) => verdictOf(group, facts) === 'met');
  const change = smallestChange(tests, facts, lineOf);
  return {
    service, standing, met: by('met'), failed, unknown, closed,
    full: service.freePlaces === 0,
    changes: change && closed ? [...change, { field: 'status' }] : change,
    answersNeed: answersNeed(service.types, need.wants),
    priority: groups.reduce((sum, { weight }) => sum + weight, 0),
    priorityGroups: groups,
    minds: need.childcare && service.childcare,
  };
}

/** Its rules, and what its entry says of stages and territories, which are rules too. */
export const rulesOf = ({ rules, stages, areas }: Pick<Weighed, 'rules' | 'stages' | 'areas'>): readonly ClientTest[] => [
  ...rules,
  ...(stages.length ? [{ ...entryRule, id: 'stages', field: 'stage' as const, codes: stages }] : []),
  ...(areas.length ? [{ ...entryRule, id: 'areas', field: 'territory' as const, operator: 'within' as const, codes: areas }] : []),
];

const entryRule = { operator: 'one-of', lowest: null, highest: null, words: {} } as const;

function answersNeed(types: readonly string[], wants: readonly string[]): 0 | 1 | 2 {
  if (wants.includes(types[0] ?? '')) return 2;
  return types.some((type) => wants.includes(type)) ? 1 : 0;
}
