import type { Answer, Answers } from '#modules/desk/public.ts';
import type { PointRule } from '../call/call-tables.ts';
import { type ApplicantKind, type Sex, type Stage, stages, type WhoApplies } from '../codes.ts';
import { ageSpan } from '../rules/quota.input.ts';
import type { Criterion, Quota } from '../rules/read-rules.ts';

/** One person behind an application, as the register has her on that day. `ages` are those she may have on the day of closing: two when only her year of birth is known. */
export interface Behind {
  readonly sex: Sex | null;
  readonly ages: readonly number[];
}

/** What is known of an application when it is weighed. */
export interface ApplicationFacts {
  readonly applicant: ApplicantKind;
  /** Who applies or leads first. */
  readonly persons: readonly Behind[];
  /** Her place and those it lies in, nearest first; empty when unknown. */
  readonly territory: readonly string[];
  readonly answers: Answers;
  /** Questions whose answers are sealed: points keep no copy of them. */
  readonly sealed: ReadonlySet<string>;
}

/** What a call asks and how it scores, as it was published. */
export interface CallRules {
  readonly applicants: WhoApplies;
  readonly territory_code: string;
  readonly age_lowest: number | null;
  readonly age_highest: number | null;
  readonly sexes: readonly Sex[];
  readonly members_least: number;
  readonly criteria: readonly Pick<Criterion, 'code' | 'kind' | 'most' | 'reads' | 'points'>[];
  readonly quotas: readonly Pick<Quota, 'id' | 'dimension' | 'value'>[];
}

/** Why an application is not eligible; each has words. */
export const ineligibleReasons = ['applicant_kind', 'place', 'place_unknown', 'too_young', 'too_old', 'age_unknown', 'sex', 'members_few'] as const;
export type IneligibleReason = (typeof ineligibleReasons)[number];

/** What the register and the answers give. */
export interface Weighed {
  readonly reasons: readonly IneligibleReason[];
  readonly age: number | null;
  readonly sex: Sex | null;
  readonly stage: Stage | null;
  readonly members: number;
  readonly countsFor: readonly string[];
  readonly points: readonly { readonly criterion: string; readonly points: number; readonly why: { readonly reads: string; readonly answer?: Answer | null } }[];
}

/** Weighs an application by the rules of its call: whether it may take part, which quotas it counts for, what each automatic criterion gives and why. Pure. */
export function weighApplication(rules: CallRules, facts: ApplicationFacts): Weighed {
  const lead = facts.persons[0];
  const stage = stages.find((one) => one === facts.answers.stage) ?? null;
  const all = {
    ...facts, stage, sex: sexOf(facts), age: facts.applicant === 'organization' ? null : ageOf(lead?.ages ?? [], rules), members: facts.persons.length,
  };
  return {
    reasons: whyNot(rules, facts), age: all.age, sex: all.sex, stage, members: all.members,
    countsFor: rules.quotas.filter((quota) => countsFor(quota, all)).map(({ id }) => id),
    points: rules.criteria.filter(({ kind }) => kind === 'automatic').map((criterion) => pointsOf(criterion, all)),
  };
}

type All = ApplicationFacts & { readonly sex: Sex | null; readonly age: number | null; readonly stage: Stage | null; readonly members: number };

/** A person's or a leader's own; of a body only what all its members are. */
function sexOf({ applicant, persons }: ApplicationFacts): Sex | null {
  if (applicant !== 'organization') return persons[0]?.sex ?? null;
  const known = new Set(persons.map(({ sex }) => sex));
  return known.size === 1 ? persons[0]!.sex : null;
}

/** Of two ages one may have, the one in bounds where only one is: she is heard as told and asked for her date where it matters (`age_unknown`). */
const ageOf = (ages: readonly number[], { age_lowest, age_highest }: CallRules): number | null =>
  ages.find((age) => age >= (age_lowest ?? 0) && age <= (age_highest ?? 130)) ?? ages[0] ?? null;

function whyNot(rules: CallRules, { applicant, persons, territory }: ApplicationFacts): IneligibleReason[] {
  const reasons = new Set<IneligibleReason>();
  if (rules.applicants !== 'all' && rules.applicants !== `${applicant}s`) reasons.add('applicant_kind');
  if (territory.length === 0) reasons.add('place_unknown');
  else if (!territory.includes(rules.territory_code)) reasons.add('place');
  if (persons.length < (applicant === 'person' ? 1 : Math.max(rules.members_least, applicant === 'group' ? 2 : 1))) reasons.add('members_few');
  for (const { sex, ages } of persons) {
    if (rules.sexes.length && !rules.sexes.includes(sex ?? 'unknown')) reasons.add('sex');
    if (applicant === 'organization' || (rules.age_lowest === null && rules.age_highest === null)) continue;
    const [low, high] = [rules.age_lowest ?? 0, rules.age_highest ?? 130];
    if (ages.length === 0) reasons.add('age_unknown');
    else if (ages.every((age) => age < low)) reasons.add('too_young');
    else if (ages.every((age) => age > high)) reasons.add('too_old');
    else if (ages.some((age) => age < low || age > high)) reasons.add('age_unknown');
  }
  return ineligibleReasons.filter((reason) => reasons.has(reason));
}

function countsFor({ dimension, value }: Pick<Quota, 'dimension' | 'value'>, all: All): boolean {
  switch (dimension) {
    case 'territory': return all.territory.includes(value);
    case 'sex': return all.sex === value;
    case 'age': {
      const span = ageSpan(value);
      return span !== undefined && all.age !== null && all.age >= span[0] && all.age <= span[1];
    }
    case 'disability': return all.answers.disability === value;
    case 'stage': return all.stage === value;
    case 'applicants': return all.applicant === value;
  }
}

function pointsOf({ code, most, reads, points }: CallRules['criteria'][number], all: All): Weighed['points'][number] {
  const read = reads!;
  const answer = read === 'territory' ? all.territory : told(read, all);
  const rule = points.find((one) => fits(one, answer));
  const given = Math.min(most, rule?.points ?? 0);
  if (all.sealed.has(read)) return { criterion: code, points: given, why: { reads: read } };
  const shown = read === 'territory' ? ((rule && 'is' in rule ? rule.is : all.territory[0]) ?? null) : (answer ?? null);
  return { criterion: code, points: given, why: { reads: read, answer: shown } };
}

function told(read: string, all: All): Answer | null | undefined {
  switch (read) {
    case 'sex': return all.sex;
    case 'age': return all.age;
    case 'members': return all.members;
    case 'stage': return all.stage;
    default: return Object.hasOwn(all.answers, read) ? all.answers[read] : undefined;
  }
}

function fits(rule: PointRule, answer: Answer | null | undefined): boolean {
  if (answer === null || answer === undefined) return false;
  if ('is' in rule) return Array.isArray(answer) ? answer.includes(rule.is) : String(answer) === rule.is;
  const number = typeof answer === 'number' ? answer : Number.NaN;
  return number >= rule.from && number <= rule.to;
}
