import { z } from 'zod';
import { holds } from '#core/actor.ts';
import { id } from '#core/input.ts';
import { askedQuestions, asText, formVersion } from '#modules/desk/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { standingAt } from '../call/call-window.ts';
import { query } from '../incubation.ts';
import { partsOf } from './form-parts.ts';
import { ownApplication } from './own-application.ts';
import { openAnswersOf, readAnswers } from './read-answers.ts';

/**
 * An application as it is typed: one part of its questions with the answers so far, and `seen`, which the form sends back. Sealed answers are
 * opened while it is a draft, later to whoever leads the team alone; each opening leaves a trace.
 */
export const applicationForm = query({
  name: 'application-form',
  says: 'Shows the questions of an application with the answers so far.',
  purpose: 'request',
  input: z.strictObject({ application: id(), part: z.coerce.number().int().min(1).max(60).default(1) }),
  run: async (asking, { application: wanted, part }) => {
    const application = await ownApplication(asking, wanted);
    const form = (await formVersion(asking, application.call.form_id)) ?? asking.absent();
    const opens = application.state === 'draft' || holds(asking.actor, ['supervisor'], asking.hub);
    const answers = opens ? await readAnswers(asking, application) : await openAnswersOf(asking, application.id);
    const parts = partsOf(form.questions);
    const here = parts[part - 1] ?? asking.absent();
    const asked = new Set(askedQuestions(form.questions, answers).map(({ code }) => code));
    const questions = here.filter(({ code }) => asked.has(code));
    const cards = await peopleByIds(asking.tx, [application.person_id]);
    return {
      application: { id: application.id, receipt: application.receipt, state: application.state, applicant: application.applicant },
      call: { id: application.call.id, names: application.call.names, closesAt: application.call.closes_at },
      writes: application.state === 'draft' && standingAt(application.call, asking.now) === 'open',
      person: cards.get(application.person_id) ?? null, part, parts: parts.length, questions,
      answers: Object.fromEntries(questions.flatMap(({ code }) => (answers[code] === undefined ? [] : [[code, answers[code]]]))),
      seen: Object.fromEntries(questions.map(({ code }) => [code, asText(answers[code])])),
    };
  },
});
