import { foldDigits } from '#core/text/fold.ts';
import type { Answer } from './condition.ts';
import type { Question } from './form-content.ts';

/** What arrived for a question: one text, or several. */
export type RawAnswer = string | readonly string[] | undefined;

/** An answer that was read, none at all, or one that the question does not offer. */
export type ReadAnswer = { readonly ok: true; readonly answer: Answer | undefined } | { readonly ok: false };

const none: ReadAnswer = { ok: true, answer: undefined };
const bad: ReadAnswer = { ok: false };

/** Reads what was typed or ticked for one question. Left empty means no answer; what is not offered is not guessed. */
export function readAnswer(question: Pick<Question, 'kind' | 'choices' | 'lowest' | 'highest'>, raw: RawAnswer): ReadAnswer {
  const texts = (raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw).map((one) => one.trim()).filter(Boolean);
  if (texts.length === 0) return none;
  const offered = new Set(question.choices?.map(({ code }) => code));
  if (question.kind === 'choices') {
    return texts.every((one) => offered.has(one)) ? { ok: true, answer: [...new Set(texts)] } : bad;
  }
  if (texts.length > 1) return bad;
  const [only] = texts as [string];
  switch (question.kind) {
    case 'yes-no': return only === 'yes' || only === 'no' ? { ok: true, answer: only } : bad;
    case 'choice': return offered.has(only) ? { ok: true, answer: only } : bad;
    case 'scale': return numberBetween(only, 1, 5);
    case 'number': return numberBetween(only, question.lowest ?? 0, question.highest ?? 1_000_000);
    case 'text': return { ok: true, answer: only };
  }
}

function numberBetween(typed: string, lowest: number, highest: number): ReadAnswer {
  const digits = foldDigits(typed);
  if (!/^-?\d{1,9}$/.test(digits)) return bad;
  const value = Number(digits);
  return value >= lowest && value <= highest ? { ok: true, answer: value } : bad;
}

/** An answer as one text, to carry along in a form and to compare. */
export const asText = (answer: Answer | undefined): string =>
  answer === undefined ? '' : Array.isArray(answer) ? [...answer].sort().join(' ') : String(answer);
