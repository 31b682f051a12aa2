import { z } from 'zod';
import { choice, isoDate, listOf, maybe, multilingual, text } from '#core/input.ts';
import { action } from '../desk.ts';
import { answersIn } from './condition.ts';
import { baseOf } from './base-of.ts';
import { formContent, type Question } from './form-content.ts';
import { keepForm } from './publish-form.ts';

/** What an own question may be: whatever offers answers of its own is written by who ships questionnaires. */
export const ownKinds = ['text', 'yes-no', 'number'] as const;

const own = z.strictObject({ ar: maybe(text(400)), fr: maybe(text(400)), en: maybe(text(400)), kind: maybe(choice(ownKinds)) });

/**
 * Publishes a questionnaire from a screen: the questions chosen of one that is there, which of them must be answered, and a few of one's own. A
 * question that is asked only after another keeps that one (`question-needed`). Its code says whether it is for the desk or for calls.
 */
export const writeForm = action({
  name: 'write-form',
  says: 'Publishes a questionnaire chosen and written at a screen.',
  input: z.strictObject({
    base: text(40), code: text(40), names: multilingual(200), active_from: isoDate(), asked: listOf(text(40)), required: listOf(text(40)), own: listOf(own),
  }),
  refuses: ['form-published-meanwhile', 'question-needed', 'form-code', 'nothing-asked'],
  run: async (doing, { base, code, names, active_from, asked, required, own: written }) => {
    const { refuse, absent } = doing;
    const from = (await baseOf(doing, base)) ?? absent();
    const kept = from.questions.filter((question) => asked.includes(question.code));
    const missing = kept.flatMap(({ show_if }) => (show_if ? answersIn(show_if) : [])).find((needed) => !asked.includes(needed));
    if (missing) refuse('question-needed', {}, 'asked');
    const free = Array.from({ length: from.questions.length + written.length }, (_, at) => `own-${at + 1}`).filter((one) => from.questions.every((question) => question.code !== one));
    const mine = written.filter(({ ar, fr, en }) => ar ?? fr ?? en).map(({ kind = 'text', ...labels }, at): Question => ({
      code: free[at]!, kind, labels: Object.fromEntries(Object.entries(labels).filter(([, said]) => said)),
      ...(kind === 'yes-no' ? { choices: [{ code: 'yes' }, { code: 'no' }] } : {}),
    }));
    const questions = [...kept.map((question) => ({ ...question, required: required.includes(question.code) })), ...mine];
    if (questions.length === 0) refuse('nothing-asked', {}, 'asked');
    const content = formContent.safeParse({ code: code.trim().toLowerCase(), names, active_from, scales: from.scales.filter(({ code: scale }) => kept.some((question) => question.scale === scale)), questions });
    return keepForm(doing, content.data ?? refuse('form-code', {}, 'code'));
  },
});
