import type { View } from '#ui/view.ts';
import { plainly } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import type { Answer } from './condition.ts';
import type { Question, QuestionChoice } from './form-content.ts';

/** The words of one choice; yes and no are the page's own. */
export const choiceWords = (view: View, choice: QuestionChoice): string =>
  choice.labels ? plainly(view, choice.labels) : orientationWords(view)(choice.code === 'no' ? 'answer.no' : 'answer.yes');

/** An answer in the reader's words: what was ticked, the number, or her own words. */
export function answerWords(view: View, { kind, choices = [] }: Pick<Question, 'kind' | 'choices'>, answer: Answer | undefined): string {
  if (answer === undefined) return orientationWords(view)('answer.none');
  if (kind === 'yes-no') return orientationWords(view)(answer === 'no' ? 'answer.no' : 'answer.yes');
  const codes = Array.isArray(answer) ? answer : [String(answer)];
  const texts = codes.map((code) => choices.find((one) => one.code === code)).map((one, at) => (one ? choiceWords(view, one) : codes[at]!));
  return new Intl.ListFormat(view.locale.tag, { type: 'conjunction' }).format(texts);
}
