/** Where consent to one purpose (and one partner) stands. */
export type ConsentState = 'not-asked' | 'asked' | 'given' | 'refused' | 'withdrawn' | 'expired';

/** One answer, as far as it decides anything. `recipient` is the partner or hub she named; null speaks of every partner. */
export interface Answered {
  readonly id: string;
  readonly answer: 'given' | 'refused';
  readonly at: Date;
  /** Until when a yes holds; null holds until it is taken back. */
  readonly until: Date | null;
  readonly withdrawnAt: Date | null;
  readonly recipient: string | null;
  /** What may be shared; null for purposes that share nothing, and for older answers that named no field. */
  readonly fields: readonly string[] | null;
}

/** A question left with her. */
export interface Asked {
  readonly at: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly recipient: string | null;
}

/** Newest first; of two answers of the same moment the one with the later id was written later. */
const newestFirst = (a: Answered, b: Answered): number => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

/** The answer that decides about a partner at a moment: the newest that names this partner, or that speaks of every partner. */
export function decidingAnswer(answers: readonly Answered[], recipient: string | null, now: Date): Answered | undefined {
  return answers
    .filter((each) => each.at <= now && (each.recipient === recipient || each.recipient === null))
    .sort(newestFirst)[0];
}

/** Where one answer stands at a moment. The moment of its end belongs to the end: she agreed until then, not beyond. */
export function stateOfAnswer({ answer, until, withdrawnAt }: Answered, now: Date): Exclude<ConsentState, 'not-asked' | 'asked'> {
  if (answer === 'refused') return 'refused';
  if (withdrawnAt !== null && withdrawnAt <= now) return 'withdrawn';
  return until !== null && until <= now ? 'expired' : 'given';
}

/** Is a question still waiting for her? */
export const isWaiting = ({ at, expiresAt, answeredAt }: Asked, now: Date): boolean => at <= now && answeredAt === null && expiresAt > now;

/** SM-CONSENT (domain.md): asked → given or refused → withdrawn or expired. A question left open never ends a yes that holds. */
export function consentState(answers: readonly Answered[], asks: readonly Asked[], recipient: string | null, now: Date): ConsentState {
  const deciding = decidingAnswer(answers, recipient, now);
  if (deciding) return stateOfAnswer(deciding, now);
  return asks.some((ask) => ask.recipient === recipient && isWaiting(ask, now)) ? 'asked' : 'not-asked';
}

/** May these fields be shared by this answer? An older yes that named no field covers them all. */
export const covers = ({ fields }: Answered, wanted: readonly string[]): boolean =>
  fields === null || wanted.every((field) => fields.includes(field));

/** The id of the yes that holds now for this partner and all these fields; undefined means: may not be used. */
export function inForce(answers: readonly Answered[], wish: { recipient: string | null; fields: readonly string[] }, now: Date): string | undefined {
  const deciding = decidingAnswer(answers, wish.recipient, now);
  return deciding && stateOfAnswer(deciding, now) === 'given' && covers(deciding, wish.fields) ? deciding.id : undefined;
}
