import { type ClientTest, legalFormCodes, serviceStages, type TestField } from '#modules/directory/public.ts';
import { type ClientFacts, verdictOf } from './client-facts.ts';

/** One thing that would have to be otherwise: so many years to wait, or the code to reach. */
export type Change =
  | { readonly field: 'age'; readonly years: number }
  | { readonly field: Exclude<TestField, 'age' | 'sex'>; readonly to: readonly string[] }
  | { readonly field: 'status' };

/** The way up from a territory, itself first. */
export type LineOf = (territory: string) => readonly string[];

/**
 * The fewest and nearest changes after which no rule fails any more: one per field that fails. Null when something fails
 * that nobody can or should change (sex, having grown too old, a stage already behind her).
 */
export function smallestChange(tests: readonly ClientTest[], facts: ClientFacts, lineOf: LineOf): readonly Change[] | null {
  const failing = [...new Set(tests.filter((test) => verdictOf(test, facts) === 'failed').map(({ field }) => field))];
  const changes = failing.map((field) => changeOf(field, tests.filter((test) => test.field === field), facts, lineOf));
  return changes.every((change) => change !== null) ? changes : null;
}

/** The client as she would be after a change. */
export function changed(facts: ClientFacts, change: Change, lineOf: LineOf): ClientFacts {
  switch (change.field) {
    case 'status': return facts;
    case 'age': return { ...facts, ages: facts.ages.map((age) => age + change.years) };
    case 'stage': return { ...facts, stage: change.to[0]! };
    case 'legal-form': return { ...facts, legalForm: change.to[0]! };
    case 'client-kind': return { ...facts, kind: change.to[0] as ClientFacts['kind'] };
    case 'territory': return { ...facts, territory: lineOf(change.to[0]!) };
    case 'priority': return { ...facts, situations: [...(facts.situations ?? []), ...change.to] };
  }
}

function changeOf(field: TestField, tests: readonly ClientTest[], facts: ClientFacts, lineOf: LineOf): Change | null {
  const works = (change: Change): boolean => {
    const after = changed(facts, change, lineOf);
    return tests.every((test) => verdictOf(test, after) !== 'failed');
  };
  return candidates(field, tests, facts).find(works) ?? null;
}

/** What could be changed in a field, nearest first. */
function candidates(field: TestField, tests: readonly ClientTest[], facts: ClientFacts): readonly Change[] {
  const named = [...new Set(tests.flatMap(({ operator, codes }) => (operator === 'none-of' ? [] : codes)))];
  const each = (at: Exclude<TestField, 'age' | 'sex'>, codes: readonly string[]) => codes.map((code) => ({ field: at, to: [code] }));
  switch (field) {
    case 'sex': return [];
    case 'age': return Array.from({ length: 100 }, (_, index) => ({ field, years: index + 1 }));
    case 'stage': return each(field, stagesAhead(facts.stage));
    case 'legal-form': return each(field, [...named, ...legalFormCodes]);
    case 'client-kind': return each(field, facts.kind === 'person' ? ['organization'] : ['person']);
    case 'territory': return each(field, named);
    case 'priority': return [...each(field, named), { field, to: oneOfEach(tests, facts) }];
  }
}

const stagesAhead = (stage: string | null): readonly string[] =>
  serviceStages.slice(serviceStages.findIndex((one) => one === stage) + 1);

/** When one situation does not meet every rule, the first of each rule together. */
const oneOfEach = (tests: readonly ClientTest[], facts: ClientFacts): readonly string[] => [
  ...new Set(tests.filter((test) => verdictOf(test, facts) === 'failed' && test.operator !== 'none-of').map(({ codes }) => codes[0]!)),
];
