export { type Topic, topics } from './topics.ts';

/** Whom a course is for. Colleagues and trainers are never counted among those the hubs serve. */
export const audiences = ['beneficiaries', 'staff', 'trainers'] as const;
export type Audience = (typeof audiences)[number];

export const sessionStates = ['planned', 'announced', 'closed', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

export const stages = ['idea', 'creation', 'development', 'sustainability'] as const;
export type Stage = (typeof stages)[number];

export const halves = ['morning', 'afternoon'] as const;
export type Half = (typeof halves)[number];

/** What may place somebody before others; the order of asking always comes last and always decides. */
export const wishes = ['women_and_youth', 'women', 'youth', 'not_yet_trained', 'lead'] as const;
export type Wish = (typeof wishes)[number];
export type Priority = Wish | 'order';

export const parts = ['alone', 'lead', 'member'] as const;
export type Part = (typeof parts)[number];

export const seatStates = ['asked', 'given', 'waitlisted', 'refused', 'given_back'] as const;
export type SeatState = (typeof seatStates)[number];

/** What placed somebody where she stands. */
export type Why = 'women' | 'youth' | 'lead' | 'not_yet_trained' | 'no_priority' | 'age_unknown' | 'by_hand' | 'seat_freed';

export const refusalReasons = ['not_for_her', 'other_stage', 'trained_already', 'did_not_come'] as const;
export const byHandReasons = ['distance', 'hardship', 'our_mistake', 'partner'] as const;
export const backReasons = ['her_wish', 'did_not_come', 'our_mistake'] as const;
export type SeatReason = (typeof refusalReasons)[number] | (typeof byHandReasons)[number] | (typeof backReasons)[number];

export const marks = ['present', 'absent', 'excused'] as const;
export type Mark = (typeof marks)[number];
export const markedVia = ['sheet', 'code', 'hand'] as const;
export type MarkedVia = (typeof markedVia)[number];

export const moveReasons = ['trainer', 'place', 'few', 'weather', 'strike', 'other'] as const;
export type MoveReason = (typeof moveReasons)[number];

/** Languages a course is held in, in the order forms show them. */
export const courseLanguages = ['ar', 'fr', 'en', 'es', 'it', 'zgh', 'sgn'] as const;

/** Ages counted as youth in both countries' programmes (domain.md rule 7). */
export const youth = { from: 18, to: 35 } as const;
