import { z } from 'zod';
import type { AnyTx } from '#core/db/transaction.ts';
import { id } from '#core/input.ts';
import { audioOf } from '#modules/directory/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { query } from '../desk.ts';
import { formInForce, formsOfKind, formVersion } from './form-version.ts';

/** Every version of every questionnaire, newest first, with how many questions it asks and whether visits use it today. */
export const formList = query({
  name: 'form-list',
  says: 'Lists the versions of the questionnaires.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network } = asking;
    const today = await dayHere(asking);
    const current = new Set([(await formInForce({ tx, network }, today))?.id, ...(await formsOfKind({ tx, network }, 'call-', today)).map(({ id: form }) => form)]);
    const rows = await tx.selectFrom('desk.form as f')
      .select(['f.id', 'f.code', 'f.version', 'f.names', 'f.active_from as activeFrom', 'f.published_at as publishedAt'])
      .select((of) => of.selectFrom('desk.form_question as q').whereRef('q.network_id', '=', 'f.network_id').whereRef('q.form_id', '=', 'f.id')
        .select(of.fn.countAll<bigint>().as('questions')).as('questions'))
      .where('f.network_id', '=', network).orderBy('f.code').orderBy('f.version', 'desc').execute();
    return rows.map((row) => ({ ...row, questions: Number(row.questions ?? 0), current: current.has(row.id) }));
  },
});

/** One version as it is asked, every question and answer of it, with the questions' spoken versions by their id. */
export const formPreview = query({
  name: 'form-preview',
  says: 'Shows one version of a questionnaire.',
  input: z.strictObject({ form: id() }),
  run: async (asking, { form }) => {
    const { tx, network } = asking;
    const version = (await formVersion(asking, form)) ?? asking.absent();
    return { ...version, spoken: await audioOf({ tx: tx as AnyTx, network }, 'question', version.questions.map((question) => question.id)) };
  },
});
