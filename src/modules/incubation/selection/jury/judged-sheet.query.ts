import { z } from 'zod';
import { id } from '#core/input.ts';
import { formVersion } from '#modules/desk/public.ts';
import { openAnswersOf, readAnswers } from '../../application/read-answers.ts';
import { query } from '../../incubation.ts';
import { judgedApplication, judgedCall, juryCriteria } from './judging.ts';

/** One application as its juror reads it: by number, what the questionnaire gives a jury to read, her own points so far. No name, phone or document. */
export const judgedSheet = query({
  name: 'judged-sheet',
  says: 'Shows a juror one application without saying whose it is.',
  purpose: 'other',
  input: z.strictObject({ application: id() }),
  run: async (asking, { application }) => {
    const { tx, network, actor, absent } = asking;
    const found = await judgedApplication(asking, application);
    const call = await judgedCall(asking, found.call_id);
    const form = (await formVersion(asking, call.form_id)) ?? absent();
    const sealed = form.questions.filter((question) => question.sealed && question.jury).map(({ code }) => code);
    const answers = { ...(await openAnswersOf(asking, application)), ...(sealed.length ? await readAnswers(asking, found, sealed) : {}) };
    const given = await tx.selectFrom('incubation.rubric_score').select(['criterion', 'points', 'reason']).where('network_id', '=', network).where('application_id', '=', application).where('account_id', '=', actor.account).execute();
    const mine = new Map(given.map((score) => [score.criterion, score]));
    return {
      id: application, receipt: found.receipt, applicant: found.applicant, stage: found.stage, members: found.members,
      call: { id: call.id, names: call.names, state: call.state },
      answers: form.questions.filter(({ code }) => answers[code] !== undefined)
        .map(({ code, kind, labels, choices }) => ({ code, kind, labels, choices: choices ?? [], answer: answers[code]! })),
      criteria: (await juryCriteria(asking, call.id)).map((criterion) => ({ ...criterion, points: mine.get(criterion.code)?.points ?? null, reason: mine.get(criterion.code)?.reason ?? null })),
    };
  },
});
