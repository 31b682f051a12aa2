import type { Asking } from '#core/action.ts';
import type { DeskTables } from '../desk.ts';
import type { Answer } from '../form/condition.ts';
import type { KeptQuestion } from '../form/form-version.ts';
import { type RawAnswer, readAnswer } from '../form/read-answer.ts';

/** The answers sent, by question; undefined where a field that was shown is now empty. */
export type Sent = ReadonlyMap<KeptQuestion, Answer | undefined>;

/**
 * Reads every field that was sent or shown. A field that was shown and did not come back was emptied (an unticked box sends
 * nothing). What the form does not ask, or does not offer, is refused as `answer-not-offered`.
 */
export function readSent(
  asking: Asking<DeskTables>, questions: readonly KeptQuestion[], answers: Readonly<Record<string, RawAnswer>>, seen: Readonly<Record<string, string>>,
): Sent {
  const sent = new Map<KeptQuestion, Answer | undefined>();
  for (const code of new Set([...Object.keys(answers), ...Object.keys(seen)])) {
    const question = questions.find((one) => one.code === code) ?? asking.refuse('answer-not-offered', {}, `answers.${code}`);
    const read = readAnswer(question, answers[code]);
    if (!read.ok) return asking.refuse('answer-not-offered', {}, `answers.${code}`);
    sent.set(question, read.answer);
  }
  return sent;
}
