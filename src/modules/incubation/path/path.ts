import type { ApplicationState } from '../codes.ts';

/** Where somebody stands after she was selected (SM-INCUB). */
export const pathStates = [
  'selected', 'trained', 'incubating', 'plan_validated', 'funding_committee', 'funded', 'created', 'post_creation', 'consolidated', 'ceased', 'dropped_out',
] as const satisfies readonly ApplicationState[];
export type PathState = (typeof pathStates)[number];

/**
 * What takes her on: a hand at the board, a plan that was validated, the committee and its money, an enterprise that was created, a
 * follow-up after creation, or that she stops.
 */
export type Cause = 'hand' | 'plan' | 'money' | 'creation' | 'follow_up' | 'stop';

interface Move {
  readonly from: PathState;
  readonly to: PathState;
  readonly by: Cause;
  /** Only an activity that exists enters at development without the training for ideas (domain.md row 2.6). */
  readonly only?: 'existing';
}

const before: readonly PathState[] = ['selected', 'trained', 'incubating', 'plan_validated', 'funding_committee', 'funded'];

/** Every step there is; what stands not here is refused. A committee that says no gives her back to a plan that stays validated; so does money that is taken back before any of it was paid. */
export const moves: readonly Move[] = [
  { from: 'selected', to: 'trained', by: 'hand' },
  { from: 'selected', to: 'incubating', by: 'hand', only: 'existing' },
  { from: 'trained', to: 'incubating', by: 'hand' },
  { from: 'incubating', to: 'plan_validated', by: 'plan' },
  { from: 'plan_validated', to: 'funding_committee', by: 'money' },
  { from: 'funding_committee', to: 'plan_validated', by: 'money' },
  { from: 'funding_committee', to: 'funded', by: 'money' },
  { from: 'funded', to: 'funding_committee', by: 'money' },
  { from: 'funded', to: 'plan_validated', by: 'money' },
  { from: 'plan_validated', to: 'created', by: 'creation' },
  { from: 'funded', to: 'created', by: 'creation' },
  { from: 'created', to: 'post_creation', by: 'follow_up' },
  { from: 'created', to: 'ceased', by: 'follow_up' },
  { from: 'post_creation', to: 'consolidated', by: 'follow_up' },
  { from: 'post_creation', to: 'ceased', by: 'follow_up' },
  ...before.map((from) => ({ from, to: 'dropped_out', by: 'stop' }) as const),
];

/** Is she on the way that begins with selection? */
export const onPath = (state: string): state is PathState => (pathStates as readonly string[]).includes(state);

/** States in which the way has ended. */
export const ended: readonly PathState[] = ['consolidated', 'ceased', 'dropped_out'];

/** May this cause take an application from one state to another? */
export const mayMove = (from: ApplicationState, to: ApplicationState, by: Cause, stage: 'idea' | 'existing' | null): boolean =>
  moves.some((move) => move.from === from && move.to === to && move.by === by && (!move.only || move.only === stage));

/** Where a hand at the board may take her from here. */
export const nextByHand = (from: ApplicationState, stage: 'idea' | 'existing' | null): readonly PathState[] =>
  moves.filter((move) => move.from === from && move.by === 'hand' && (!move.only || move.only === stage)).map(({ to }) => to);

/** Where a follow-up leaves her: ceased at once, consolidated when she is alive after two years, else on the way after creation. */
export const afterFollowUp = (month: number, alive: boolean): PathState => (!alive ? 'ceased' : month === 24 ? 'consolidated' : 'post_creation');
