import type { CaseState, FollowUpKind } from '../codes.ts';

/** The one thing that is next for a file, with its day where it has one. */
export type NextThing =
  | { readonly kind: 'find-worker' | 'answer' | 'decide' | 'make-plan' | 'submit-plan' | 'over' | 'nothing' }
  | { readonly kind: 'session'; readonly id: string; readonly at: Date }
  | { readonly kind: 'step'; readonly id: string; readonly words: string; readonly on: string | null }
  | { readonly kind: 'follow-up'; readonly id: string; readonly what: FollowUpKind; readonly on: string };

interface Known {
  readonly state: CaseState;
  readonly accompanied: boolean;
  readonly askedOfMe: boolean;
  readonly toDecide: boolean;
  readonly planVersion: number;
  readonly steps: readonly { readonly id: string; readonly words: string; readonly dueOn: string | null }[];
  /** `day` by the clock of the hub. */
  readonly sessions: readonly { readonly id: string; readonly plannedAt: Date; readonly day: string }[];
  readonly followUps: readonly { readonly id: string; readonly what: FollowUpKind; readonly dueOn: string }[];
}

/** What to do next: first what holds up the file, then what has the earliest day, then the plan. Open things only go in. */
export function nextThing({ state, accompanied, askedOfMe, toDecide, planVersion, steps, sessions, followUps }: Known): NextThing {
  if (state !== 'oriented' && state !== 'in_accompaniment') return { kind: 'over' };
  if (askedOfMe) return { kind: 'answer' };
  if (toDecide) return { kind: 'decide' };
  if (!accompanied) return { kind: 'find-worker' };
  const dated: { day: string; thing: NextThing }[] = [
    ...sessions.map(({ id, plannedAt, day }) => ({ day, thing: { kind: 'session', id, at: plannedAt } as const })),
    ...steps.flatMap(({ id, words, dueOn }) => (dueOn ? [{ day: dueOn, thing: { kind: 'step', id, words, on: dueOn } as const }] : [])),
    ...followUps.map(({ id, what, dueOn }) => ({ day: dueOn, thing: { kind: 'follow-up', id, what, on: dueOn } as const })),
  ];
  const first = dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0];
  if (first) return first.thing;
  const undated = steps[0];
  if (undated) return planVersion === 0 ? { kind: 'submit-plan' } : { kind: 'step', id: undated.id, words: undated.words, on: null };
  return { kind: planVersion === 0 ? 'make-plan' : 'nothing' };
}
