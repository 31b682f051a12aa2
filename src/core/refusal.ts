import type { Values } from './words/words.ts';

/** An expected "no" with its reason: a code that has words in three languages, its values, and the field it concerns. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    /** `module.code`, e.g. `desk.ticket-already-called`; words stand under `refusal.<code>` in that module. */
    readonly code: string,
    readonly values: Values = {},
    readonly field?: string,
    /** What the next screen needs to offer a way on, e.g. the persons that look the same. */
    readonly offer: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** Absent or hidden: deliberately the same answer, so that nobody learns that something exists. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  constructor() {
    super('not-found');
  }
}

/** One field that could not be read, with the reason in words (`core` words under `input.<code>`). */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly values: Values;
}

/** What was typed does not have the right shape; every field is named, nothing was saved. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  constructor(readonly problems: readonly FieldProblem[]) {
    super(`invalid-input: ${problems.map((p) => `${p.field} ${p.code}`).join(', ')}`);
  }
}
