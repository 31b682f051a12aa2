import type { z } from 'zod';
import { choice, choices } from '#core/input.ts';
import { countable, eventCodes, type FieldCode, fieldCodes, fields, type ProofCode, proofCodes } from './countable.ts';

/** What one of it is. An `entry` stands in a register (a study visit, a study); a `professional` is never a person the hubs serve; `other` is for numbers that come from outside. */
export const keptUnits = ['person', 'organization', 'visit', 'household', 'project', 'agreement', 'job', 'job_female', 'job_young', 'fte', 'amount', 'entry', 'professional', 'other'] as const;
export type KeptUnit = (typeof keptUnits)[number];

/** What a follow-up found at an enterprise: jobs, those of women, those of youth, and full-time equivalents in hundredths. */
const jobFields: Partial<Readonly<Record<KeptUnit, string>>> = { job: 'jobs', job_female: 'jobs_female', job_young: 'jobs_young', fte: 'fte_hundredths' };

/** The field of the event in which jobs of this unit stand; nothing for what is no job. The newest of each enterprise counts. */
export const jobField = (unit: KeptUnit): string | undefined => jobFields[unit];

/** Full-time equivalents are counted in hundredths: three months of twelve are 25. */
export const fteScale = 2;

/** Each one time, or as often as it happened. */
export const counteds = ['once', 'each'] as const;
export type Counted = (typeof counteds)[number];

/** Whoever was reached herself, or through others. */
export const reacheds = ['direct', 'indirect'] as const;
export type Reached = (typeof reacheds)[number];

/** Counted here; stated by somebody with a proof; or from outside, never added to what the network does. */
export const sources = ['events', 'stated', 'context'] as const;
export type Source = (typeof sources)[number];

/** By field of the events the values that count. */
export type Conditions = Readonly<Partial<Record<FieldCode, readonly string[]>>>;

/** What an indicator counts: events of a closed list, under conditions, with the proof that must be there. It names no other indicator. */
export interface Definition {
  readonly unit: KeptUnit;
  readonly counted: Counted;
  readonly events: readonly string[];
  readonly conditions: Conditions;
  readonly proofs: readonly string[];
}

const conditionFields = Object.fromEntries(fieldCodes.map((code) => [code, choices(Object.keys(fields[code].values) as [string, ...string[]])])) as Record<FieldCode, ReturnType<typeof choices<readonly [string, ...string[]]>>>;

/** The fields of a form that composes one. Each field of an event stands under its own name, as a list of what counts. */
export const definitionFields = {
  unit: choice(keptUnits), counted: choice(counteds), events: choices(eventCodes), proofs: choices(proofCodes), ...conditionFields,
};

type Typed = z.output<z.ZodObject<typeof definitionFields>>;

/** What was chosen in the form. A field with nothing ticked is no condition. */
export const definitionOf = (typed: Typed): Definition => ({
  unit: typed.unit, counted: typed.counted, events: [...new Set(typed.events)].sort(), proofs: [...new Set(typed.proofs)].sort(),
  conditions: Object.fromEntries(fieldCodes.flatMap((code) => (typed[code].length ? [[code, [...new Set(typed[code])].sort()]] : []))),
});

/** The field of the form that does not fit the others, or nothing: an event that tells of no such unit, a condition on what the event does not say, a proof of something else, an amount in several currencies. */
export function misfit({ unit, counted, events, conditions, proofs }: Definition): string | undefined {
  const chosen = events.map((code) => countable[code]!);
  if (chosen.length === 0 || chosen.some(({ units }) => !units.includes(unit))) return 'events';
  if ((jobField(unit) && counted !== 'once') || (unit === 'amount' && counted !== 'each')) return 'counted';
  const field = (Object.keys(conditions) as FieldCode[]).find((code) => chosen.some((event) => !event.fields.includes(code)));
  if (field) return field;
  if (unit === 'amount' && conditions.currency?.length !== 1) return 'currency';
  return proofs.every((code) => chosen.every((event) => event.proofs.includes(code as ProofCode))) ? undefined : 'proofs';
}
