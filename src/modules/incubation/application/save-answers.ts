import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { editFields, joinEdits } from '#core/edit-conflict.ts';
import { id, maybe, text, yes } from '#core/input.ts';
import { type Answer, asText, formVersion, type KeptQuestion, type RawAnswer, readAnswer } from '#modules/desk/public.ts';
import { action, type IncubationTables } from '../incubation.ts';
import { partsOf } from './form-parts.ts';
import { keepAnswers } from './keep-answers.ts';
import { draftedApplication } from './own-application.ts';
import { readAnswers } from './read-answers.ts';

const code = z.string().min(1).max(40);
const raw = z.preprocess((value) => (value === '' || value === null ? undefined : value), z.union([z.array(text(200)).max(30), text(4_000)]).optional());

/**
 * Keeps answers of a draft, field by field: one of them or many, also while others that must be answered are empty. `seen` says what the form
 * showed; where a colleague changed the same field meanwhile nothing is kept until whoever typed has seen both and chosen. `marks` stand for what is kept now, to be sent back as `seen`.
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
    const stands = (asked: string): string => asText(stored[asked]);
    const joined = joinEdits({
      seen: seen && seenOf(doing, application.id, seen, stands), shown, keep, now: Object.fromEntries(codes.map((asked) => [asked, stands(asked)])),
      mine: Object.fromEntries([...sent].map(([question, answer]) => [question.code, asText(answer)])) as Record<string, unknown>,
    });
    if (joined.conflicts.length) doing.refuse('answers-changed-meanwhile', { count: joined.conflicts.length }, `answers.${joined.conflicts[0]!.field}`, { ...joined.offer, seen: seen ?? {} });
    const changed = [...sent].filter(([question]) => joined.changed.includes(question.code));
    await keepAnswers(doing, application, changed);
    await doing.record({ name: 'answers-saved', subject: application.id, person: application.person_id, body: { call: application.call_id, changed: changed.length } });
    // What stands as it was sent: whoever goes on typing begins from there. What a colleague changed is not hers to begin from.
    const mine = [...sent].filter(([question, answer]) => String(joined.fields[question.code] ?? '') === asText(answer));
    const marks = Object.fromEntries(mine.map(([question, answer]) => [question.code, markOf(doing, application.id, question.code, asText(answer))]));
    return { application: application.id, changed: changed.length, marks, part: part ?? null, parts: partsOf(form?.questions ?? []).length, on };
  },
});

/** An answer that is kept, told by a keyed hash: it says what a form was typed over without saying the answer. */
const markOf = ({ blind }: Blinding, application: string, question: string, answer: string): string =>
  `${MARK}${blind('answer-mark', `${application}|${question}|${answer}`).toString('base64url').slice(0, 22)}`;
const MARK = '#kept:';
/** Equal to no answer: what the form was typed over stands no longer. */
const GONE = '\u0000';

/** What the form showed, with marks in the place of answers that were kept while it stood open turned back into them. */
const seenOf = (asking: Blinding, application: string, seen: Readonly<Record<string, unknown>>, stands: (question: string) => string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(seen).map(([question, value]) =>
    [question, typeof value === 'string' && value.startsWith(MARK) ? (value === markOf(asking, application, question, stands(question)) ? stands(question) : GONE) : value]));

type Blinding = Pick<Asking<IncubationTables>, 'blind'>;
