import type { Answers } from './condition.ts';
import { askedQuestions } from './asked-questions.ts';
import type { Question } from './form-content.ts';

/** The kinds of service (MKT, DIG …) that the answers call for, most often called first. Row 0.18: the need proposes the service. */
export function wantedServices(questions: readonly Question[], given: Answers): readonly string[] {
  const calls = new Map<string, number>();
  for (const question of askedQuestions(questions, given)) {
    const answer = given[question.code];
    const chosen = Array.isArray(answer) ? answer : [answer];
    for (const { code, wants = [] } of question.choices ?? []) {
      if (chosen.includes(code)) for (const type of wants) calls.set(type, (calls.get(type) ?? 0) + 1);
    }
  }
  return [...calls].sort(([, a], [, b]) => b - a).map(([type]) => type);
}
