import type { Answer, Answers } from './condition.ts';
import { askedQuestions } from './asked-questions.ts';
import type { FormContent, Question, Scale } from './form-content.ts';

/** One line of the sum: the question, what was answered, and its points. */
export interface ScoreLine {
  readonly question: string;
  readonly answer: Answer;
  readonly points: number;
}

/** A scale with its whole arithmetic: every line, the sum, the most that was possible, and the band it falls in. */
export interface Score {
  readonly scale: string;
  readonly lines: readonly ScoreLine[];
  readonly sum: number;
  readonly most: number;
  /** Index of the band reached; -1 when the sum is below the first. */
  readonly band: number;
}

/** Adds up each scale of a form from the answers that count. Nothing is weighted unseen: the lines add up to the sum. */
export function scoresOf({ scales, questions }: Pick<FormContent, 'scales' | 'questions'>, given: Answers): readonly Score[] {
  const asked = askedQuestions(questions, given);
  return scales.map((scale) => scoreOf(scale, asked.filter((question) => question.scale === scale.code), given));
}

function scoreOf(scale: Scale, questions: readonly Question[], given: Answers): Score {
  const lines = questions.flatMap((question) => {
    const answer = given[question.code];
    return answer === undefined ? [] : [{ question: question.code, answer, points: pointsOf(question, answer) }];
  });
  const sum = lines.reduce((total, { points }) => total + points, 0);
  const most = questions.reduce((total, question) => total + mostOf(question), 0);
  return { scale: scale.code, lines, sum, most, band: scale.bands.findLastIndex(({ from }) => sum >= from) };
}

function pointsOf({ kind, choices = [] }: Question, answer: Answer): number {
  if (kind === 'scale' || kind === 'number') return Number(answer);
  const chosen = Array.isArray(answer) ? answer : [answer];
  return choices.filter(({ code }) => chosen.includes(code)).reduce((total, { points = 0 }) => total + points, 0);
}

function mostOf({ kind, choices = [], highest = 0 }: Question): number {
  if (kind === 'scale') return 5;
  if (kind === 'number') return highest;
  const points = choices.map((choice) => Math.max(0, choice.points ?? 0));
  return kind === 'choices' ? points.reduce((total, one) => total + one, 0) : Math.max(0, ...points);
}
