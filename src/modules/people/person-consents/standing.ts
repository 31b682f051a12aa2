import { type Asked, type Answered, consentState, type ConsentState, decidingAnswer } from '../consent/consent-state.ts';
import { type ConsentPurpose, consentPurposes } from '../consent/consent-table.ts';
import type { ConsentCard } from '../consent/consents-of.ts';

/** Where one purpose stands, or sharing with one partner. */
export interface Standing {
  readonly purpose: ConsentPurpose;
  /** The partner or hub; null for purposes without one, and for a no to every partner. */
  readonly recipient: string | null;
  readonly state: ConsentState;
  /** The answer that decides; null while there is none. */
  readonly answer: ConsentCard | null;
}

const asAnswered = ({ id, answer, answeredAt, untilAt, withdrawnAt, recipient, fields }: ConsentCard): Answered =>
  ({ id, answer, at: answeredAt, until: untilAt, withdrawnAt, recipient, fields });

/** Every purpose with its state, sharing once for each partner she was asked about. */
export function standingsOf(cards: readonly ConsentCard[], asks: readonly (Asked & { purpose: ConsentPurpose })[], now: Date): readonly Standing[] {
  return consentPurposes.flatMap((purpose) => {
    const mine = cards.filter((card) => card.purpose === purpose);
    const asked = asks.filter((ask) => ask.purpose === purpose);
    const recipients = [...new Set([...mine, ...asked].map(({ recipient }) => recipient))];
    return (recipients.length ? recipients : [null]).map((recipient) => {
      const answers = mine.map(asAnswered);
      const deciding = decidingAnswer(answers, recipient, now);
      return { purpose, recipient, state: consentState(answers, asked, recipient, now), answer: mine.find(({ id }) => id === deciding?.id) ?? null };
    });
  });
}
