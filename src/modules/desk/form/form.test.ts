import { describe, expect, it } from 'vitest';
import { readInput } from '#core/input.ts';
import { askedQuestions, countedAnswers } from './asked-questions.ts';
import type { Answers } from './condition.ts';
import { type FormContent, formContent } from './form-content.ts';
import { needsFormV1 } from './needs-form-v1.ts';
import { readAnswer } from './read-answer.ts';
import { scoresOf } from './score.ts';
import { wantedServices } from './wanted-services.ts';

const { questions } = needsFormV1;
const asked = (given: Answers) => askedQuestions(questions, given).map(({ code }) => code);
const question = (code: string) => questions.find((one) => one.code === code)!;

describe('the questions asked', () => {
  it('skips the legal form of someone who has no project yet', () => {
    expect(asked({ stage: 'idea' })).not.toContain('legal-form');
    expect(asked({ stage: 'development' })).toContain('legal-form');
    expect(asked({})).not.toContain('legal-form');
  });

  it('does not ask twice for a place to work', () => {
    expect(asked({ brings: ['idea', 'place'] })).not.toContain('space');
    expect(asked({ brings: ['idea'] })).toContain('space');
  });

  it('forgets for later questions what an unasked one once held', () => {
    const chain: FormContent['questions'] = [
      { code: 'a', kind: 'yes-no', labels: { en: 'A' } },
      { code: 'b', kind: 'yes-no', labels: { en: 'B' }, show_if: { answer: 'a', is: 'yes' } },
      { code: 'c', kind: 'yes-no', labels: { en: 'C' }, show_if: { answer: 'b', is: 'yes' } },
    ];
    const before = { a: 'no', b: 'yes', c: 'yes' };
    expect(askedQuestions(chain, before).map(({ code }) => code)).toEqual(['a']);
    expect(countedAnswers(chain, before)).toEqual({ a: 'no' });
  });
});

describe('an answer', () => {
  it('is read only as the question offers it', () => {
    expect(readAnswer(question('stage'), 'idea')).toEqual({ ok: true, answer: 'idea' });
    expect(readAnswer(question('stage'), 'retired').ok).toBe(false);
    expect(readAnswer(question('brings'), ['money', 'money', 'idea'])).toEqual({ ok: true, answer: ['money', 'idea'] });
    expect(readAnswer(question('brings'), ['money', 'gold']).ok).toBe(false);
    expect(readAnswer(question('hard'), '٤')).toEqual({ ok: true, answer: 4 });
    expect(readAnswer(question('hard'), '6').ok).toBe(false);
    expect(readAnswer(question('paperwork'), 'maybe').ok).toBe(false);
    expect(readAnswer(question('own-words'), '  ')).toEqual({ ok: true, answer: undefined });
  });
});

describe('a scored scale', () => {
  const given = { brings: ['idea'], stage: 'idea', finance: 'equipment', paperwork: 'yes', hard: 4, urgency: 'this-week' };

  it('shows each line, and the lines make the sum', () => {
    const [support] = scoresOf(needsFormV1, given);
    expect(support!.lines).toEqual([
      { question: 'stage', answer: 'idea', points: 2 },
      { question: 'finance', answer: 'equipment', points: 2 },
      { question: 'paperwork', answer: 'yes', points: 1 },
      { question: 'hard', answer: 4, points: 4 },
      { question: 'urgency', answer: 'this-week', points: 2 },
    ]);
    expect([support!.sum, support!.most, support!.band]).toEqual([11, 12, 2]);
  });

  it('does not count what was not asked', () => {
    const [support] = scoresOf(needsFormV1, { ...given, stage: 'none' });
    expect(support!.lines.map((line) => line.question)).not.toContain('finance');
    expect([support!.sum, support!.band]).toEqual([7, 1]);
  });
});

describe('the services called for', () => {
  it('follow the need: selling online calls for marketing and digital (row 0.18)', () => {
    expect(wantedServices(questions, { brings: ['selling'], stage: 'development', 'online-selling': 'would-like' })).toEqual(['MKT', 'DIG']);
  });

  it('leave out a need of a question no longer asked', () => {
    expect(wantedServices(questions, { brings: ['papers'], stage: 'idea', 'online-selling': 'would-like' })).toEqual(['LEG']);
  });
});

describe('a form to publish', () => {
  const wrong = (change: (form: any) => void) => () => {
    const form = structuredClone(needsFormV1);
    change(form);
    readInput(formContent, form);
  };

  it('is complete in three languages', () => {
    const form = readInput(formContent, needsFormV1);
    const texts = [form.names, ...form.questions.flatMap((one) => [one.labels, ...(one.help ? [one.help] : []), ...(one.choices ?? []).flatMap(({ labels }) => (labels ? [labels] : []))])];
    for (const words of texts) expect(Object.keys(words).sort()).toEqual(['ar', 'en', 'fr']);
  });

  it('is refused when it asks twice, looks ahead, scores nowhere, or makes a secret obligatory', () => {
    expect(wrong((form) => form.questions.push(form.questions[0]))).toThrow('questions');
    expect(wrong((form) => (form.questions[0].show_if = { answer: 'stage', is: 'idea' }))).toThrow('questions');
    expect(wrong((form) => (form.questions[1].scale = 'nowhere'))).toThrow('scales');
    expect(wrong((form) => (form.questions.at(-1).required = true))).toThrow('required');
    expect(wrong((form) => (form.questions[1].choices = []))).toThrow('choices');
    expect(wrong((form) => (form.scales[0].bands[1].from = 0))).toThrow('scales');
  });
});
