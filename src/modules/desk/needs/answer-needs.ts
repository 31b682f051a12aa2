import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id, text, yes } from '#core/input.ts';
import { action, type DeskTables } from '../desk.ts';
import { askedQuestions } from '../form/asked-questions.ts';
import { asText } from '../form/read-answer.ts';
import { clientSnapshot } from '../ticket/snapshot.ts';
import { clientOf, type HeldVisit, heldVisit } from './held-visit.ts';
import { keepAnswers, keepSealedAnswers } from './keep-answers.ts';
import { mergeAnswers } from './merge-answers.ts';
import { beginAssessment } from './begin-assessment.ts';
import { readSent } from './read-sent.ts';
import { openAnswers } from './stored-answers.ts';

const code = z.string().min(1).max(40);
const raw = z.preprocess((value) => (value === '' || value === null ? undefined : value), z.union([z.array(text(200)).max(30), text(4_000)]).optional());

/**
 * Keeps what was answered so far, field by field, even when something required is still open; `finish` closes the draft when
 * nothing required is missing. `seen` says what the form showed, so that two people on one folder lose nothing.
 */
export const answerNeeds = action({
  name: 'answer-needs',
  says: 'Keeps the answers of the needs assessment, as a draft or finished.',
  input: z.strictObject({
    ticket: id(), answers: z.record(code, raw).default({}), seen: z.record(code, z.string().max(8_000)).default({}), finish: yes(),
  }),
  refuses: ['visit-not-held', 'no-form-published', 'answer-not-offered', 'changed-meanwhile'],
  run: async (doing, { ticket, answers, seen, finish }) => {
    const { tx, network } = doing;
    const visit = await heldVisit(doing, ticket);
    const { assessment, form } = await beginAssessment(doing, visit);
    const sent = readSent(doing, form.questions, answers, seen);
    const stored = await openAnswers(tx, network, assessment.id);
    const shown = (question: string): string => seen[question]?.replace(/\r\n/g, '\n').trim() ?? '';
    const harmless = [...sent].filter(([question]) => !question.sealed)
      .map(([{ code: at }, answer]) => ({ code: at, shown: shown(at), stored: asText(stored[at]), sent: asText(answer) }));
    const { write, conflicts } = mergeAnswers(harmless);
    const sealed = await keepSealedAnswers(doing, { assessment, visit, sent, shown });
    const both = [...conflicts, ...sealed.conflicts];
    if (both.length) return doing.refuse('changed-meanwhile', { count: both.length }, `answers.${both[0]}`, { fields: both });
    await keepAnswers(doing, assessment.id, [...sent].filter(([question]) => write.includes(question.code)));
    const after = await openAnswers(tx, network, assessment.id);
    const missing = askedQuestions(form.questions, after).filter(({ required, code: at }) => required && after[at] === undefined);
    const changed = write.length + sealed.written;
    await doing.record({ name: 'needs-answered', subject: ticket, body: { changed } });
    const shownSomething = Object.keys(seen).length > 0;
    const more = shownSomething ? askedQuestions(form.questions, after).filter(({ code: at }) => !(at in seen) && !(at in answers)) : [];
    const finishing = finish && missing.length === 0 && more.length === 0 && assessment.state === 'draft';
    if (finishing) await finishAssessment(doing, { assessment: assessment.id, visit, version: form.version });
    const state = finishing ? ('done' as const) : assessment.state;
    return { assessment: assessment.id, state, missing: missing.map(({ code: at }) => at), more: more.length };
  },
});

async function finishAssessment(
  { tx, network, now, actor, record }: Doing<DeskTables>, given: { assessment: string; visit: HeldVisit; version: number },
): Promise<void> {
  const { assessment, visit, version } = given;
  await tx.updateTable('desk.needs_assessment').set({ state: 'done', done_at: now, done_by: actor.account })
    .where('network_id', '=', network).where('id', '=', assessment).execute();
  const snapshot = await clientSnapshot(tx, clientOf(visit), now);
  await record({
    name: 'needs-assessed', subject: visit.ticket, person: visit.person, organization: visit.organization,
    body: { ...snapshot, on: visit.day, form_version: version },
  });
}
