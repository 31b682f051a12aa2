import type { ClientTest, TestField } from '#modules/directory/public.ts';

/** What is known of a client when services are weighed. Null or empty means unknown, which is never taken for a no. */
export interface ClientFacts {
  readonly kind: 'person' | 'organization';
  readonly sex: 'female' | 'male' | null;
  /** The ages she may have: two when only her birth year is known, none when nothing is. */
  readonly ages: readonly number[];
  /** The way up from her territory, nearest first. */
  readonly territory: readonly string[];
  readonly stage: string | null;
  readonly legalForm: string | null;
  /** Situations she told of; null when she was not asked or did not say. */
  readonly situations: readonly string[] | null;
}

/** Whether a rule is met, not met, or cannot be said yet. */
export type Verdict = 'met' | 'failed' | 'unknown';

/** Weighs one rule against what is known. Sex and age are those of persons: of an organization they are unknown. */
export function verdictOf(test: ClientTest, facts: ClientFacts): Verdict {
  if (test.field === 'age') return ageVerdict(test, facts.ages);
  const held = codesHeld(test.field, facts);
  if (held === null) return 'unknown';
  const meets = held.some((code) => test.codes.includes(code));
  return meets === (test.operator !== 'none-of') ? 'met' : 'failed';
}

function ageVerdict({ lowest, highest }: ClientTest, ages: readonly number[]): Verdict {
  if (ages.length === 0) return 'unknown';
  const inside = ages.filter((age) => age >= (lowest ?? 0) && age <= (highest ?? 200)).length;
  return inside === ages.length ? 'met' : inside === 0 ? 'failed' : 'unknown';
}

function codesHeld(field: Exclude<TestField, 'age'>, facts: ClientFacts): readonly string[] | null {
  switch (field) {
    case 'sex': return facts.sex ? [facts.sex] : null;
    case 'territory': return facts.territory.length ? facts.territory : null;
    case 'stage': return facts.stage ? [facts.stage] : null;
    case 'client-kind': return [facts.kind];
    case 'legal-form': return facts.legalForm ? [facts.legalForm] : null;
    case 'priority': return facts.situations;
  }
}
