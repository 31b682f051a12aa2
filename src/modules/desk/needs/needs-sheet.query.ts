import { z } from 'zod';
import { id } from '#core/input.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import { audioOf, type Recording } from '#modules/directory/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { query } from '../desk.ts';
import type { Answer } from '../form/condition.ts';
import { askedQuestions } from '../form/asked-questions.ts';
import { formInForce, formVersion } from '../form/form-version.ts';
import { asText } from '../form/read-answer.ts';
import { scoresOf } from '../form/score.ts';
import { mySealedAnswers, openAnswers } from './stored-answers.ts';

/**
 * The needs assessment of a visit: the form, the questions to ask now, the answers (sealed ones only mine, while the visit is
 * open), and each scale with its arithmetic. `shown` is what a form must send back as `seen`. `form` is null when none is published.
 */
export const needsSheet = query({
  name: 'needs-sheet',
  says: 'Shows the needs assessment of a visit, with the sums of its scales.',
  purpose: 'visit',
  input: z.strictObject({ ticket: id() }),
  run: async (asking, { ticket }) => {
    const { tx, network, hub } = asking;
    const visible = await tx.selectFrom('desk.ticket').select('id')
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).executeTakeFirst();
    if (!visible) return asking.absent();
    const begun = await tx.selectFrom('desk.needs_assessment').select(['id', 'form_id', 'state'])
      .where('network_id', '=', network).where('ticket_id', '=', ticket).executeTakeFirst();
    const form = begun ? await formVersion(asking, begun.form_id) : await formInForce(asking, await dayHere(asking));
    if (!form) return { ...nothingYet };
    const harmless = begun ? await openAnswers(tx, network, begun.id) : {};
    const sealed = begun ? await mySealedAnswers(asking, begun.id) : [];
    const answers: Record<string, Answer> = { ...harmless, ...Object.fromEntries(sealed.map(({ question, answer }) => [question, answer])) };
    const marks = new Map(sealed.map(({ question, mark }) => [question, mark]));
    const asked = askedQuestions(form.questions, answers);
    return {
      form, asked, answers,
      spoken: await audioOf({ tx: tx as AnyTx, network }, 'question', asked.map(({ id: question }) => question)),
      shown: Object.fromEntries<string>(asked.map(({ code, sealed: secret }) => [code, secret ? (marks.get(code) ?? '') : asText(answers[code])])),
      scores: scoresOf(form, answers),
      state: begun?.state ?? ('draft' as const),
    };
  },
});

const nothingYet = {
  form: null, asked: [], scores: [], state: 'draft' as const, spoken: new Map<string, readonly Recording[]>(),
  answers: {} as Readonly<Record<string, Answer>>, shown: {} as Readonly<Record<string, string>>,
};
