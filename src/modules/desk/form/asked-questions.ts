import { type Answer, type Answers, holdsFor } from './condition.ts';
import type { Question } from './form-content.ts';

/**
 * The questions to ask now, in order. A question whose condition is not met is left out, and an answer it once had no
 * longer counts for the questions after it.
 */
export function askedQuestions<Q extends Pick<Question, 'code' | 'show_if'>>(questions: readonly Q[], given: Answers): readonly Q[] {
  const heard: Record<string, Answer> = {};
  return questions.filter((question) => {
    if (question.show_if && !holdsFor(heard, question.show_if)) return false;
    const answer = given[question.code];
    if (answer !== undefined) heard[question.code] = answer;
    return true;
  });
}

/** The answers that count: those of the questions asked. */
export function countedAnswers(questions: readonly Pick<Question, 'code' | 'show_if'>[], given: Answers): Answers {
  const asked = new Set(askedQuestions(questions, given).map(({ code }) => code));
  return Object.fromEntries(Object.entries(given).filter(([code]) => asked.has(code)));
}
