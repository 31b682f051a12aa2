import { z } from 'zod';
import { editFields, joinEdits } from '#core/edit-conflict.ts';
import { id, maybe, text, yes } from '#core/input.ts';
import { type Answer, asText, formVersion, type KeptQuestion, type RawAnswer, readAnswer } from '#modules/desk/public.ts';
import { action } from '../incubation.ts';
import { partsOf } from './form-parts.ts';
import { keepAnswers } from './keep-answers.ts';
import { draftedApplication } from './own-application.ts';
import { readAnswers } from './read-answers.ts';

const code = z.string().min(1).max(40);
const raw = z.preprocess((value) => (value === '' || value === null ? undefined : value), z.union([z.array(text(200)).max(30), text(4_000)]).optional());

/**
 * Keeps answers of a draft, field by field: one of them or many, also while others that must be answered are empty. `seen` says what the form
 * showed; where a colleague changed the same field meanwhile nothing is kept until whoever typed has seen both and chosen.
 */
export const saveAnswers = action({
  name: 'save-answers',
  says: 'Keeps answers of an application, as a draft.',
  purpose: 'request',
  input: z.strictObject({ application: id(), answers: z.record(code, raw).default({}), part: maybe(text(3)), on: yes(), ...editFields }),
  refuses: ['application-handed-in', 'call-not-open', 'answer-not-offered', 'answers-changed-meanwhile'],
  run: async (doing, { application: wanted, answers, seen, shown, keep, part, on }) => {
    const application = await draftedApplication(doing, wanted);
    const form = await formVersion(doing, application.call.form_id);
    const sent = new Map<KeptQuestion, Answer | undefined>();
    // A field that was shown and did not come back was emptied: an unticked box sends nothing.
    for (const asked of new Set([...Object.keys(answers), ...Object.keys(seen ?? {})])) {
      const question = form?.questions.find((one) => one.code === asked) ?? doing.refuse('answer-not-offered', {}, `answers.${asked}`);
      const read = readAnswer(question, answers[asked] as RawAnswer);
      sent.set(question, read.ok ? read.answer : doing.refuse('answer-not-offered', {}, `answers.${asked}`));
    }
    const codes = [...sent.keys()].map((question) => question.code);
    const stored = codes.length ? await readAnswers(doing, application, codes) : {};
    const joined = joinEdits({
      seen, shown, keep, now: Object.fromEntries(codes.map((asked) => [asked, asText(stored[asked])])),
      mine: Object.fromEntries([...sent].map(([question, answer]) => [question.code, asText(answer)])) as Record<string, unknown>,
    });
    if (joined.conflicts.length) doing.refuse('answers-changed-meanwhile', { count: joined.conflicts.length }, `answers.${joined.conflicts[0]!.field}`, { ...joined.offer });
    const changed = [...sent].filter(([question]) => joined.changed.includes(question.code));
    await keepAnswers(doing, application, changed);
    await doing.record({ name: 'answers-saved', subject: application.id, person: application.person_id, body: { call: application.call_id, changed: changed.length } });
    return { application: application.id, changed: changed.length, part: part ?? null, parts: partsOf(form?.questions ?? []).length, on };
  },
});
