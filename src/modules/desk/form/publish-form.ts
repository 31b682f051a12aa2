import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { action, type DeskTables } from '../desk.ts';
import { asJson } from '../needs/as-json.ts';
import { type FormContent, formContent } from './form-content.ts';

/** Publishes the next version of a questionnaire. Nothing of an older version changes: its answers stay readable as they were asked. */
export const publishForm = action({
  name: 'publish-form',
  says: 'Publishes a new version of a questionnaire; older answers stay as they were asked.',
  input: formContent,
  refuses: ['form-published-meanwhile'],
  run: keepForm,
});

/** Writes the next version of a questionnaire; of two at once the second is told (`form-published-meanwhile`, to be declared). */
export async function keepForm(doing: Doing<DeskTables>, { questions, ...form }: FormContent): Promise<{ form: string; version: number }> {
  const { tx, network, now, actor } = doing;
  const newest = await tx.selectFrom('desk.form').select((of) => of.fn.max('version').as('version'))
    .where('network_id', '=', network).where('code', '=', form.code).executeTakeFirst();
  const version = (newest?.version ?? 0) + 1;
  const kept = newId(now.getTime());
  const placed = await tx.insertInto('desk.form').values({
    network_id: network, id: kept, code: form.code, version, names: form.names, scales: asJson(form.scales),
    active_from: form.active_from, published_by: actor.account, published_at: now,
  }).onConflict((row) => row.columns(['network_id', 'code', 'version']).doNothing()).executeTakeFirst();
  if (placed.numInsertedOrUpdatedRows === 0n) return doing.refuse('form-published-meanwhile');
  await tx.insertInto('desk.form_question').values(questions.map((one, position) => ({
    network_id: network, id: newId(now.getTime()), form_id: kept, position, code: one.code, kind: one.kind, labels: one.labels,
    help: one.help ?? {}, icon: one.icon ?? null, required: one.required ?? false, sealed: one.sealed || one.kind === 'text', jury: one.jury ?? false,
    choices: asJson(one.choices ?? []), show_if: one.show_if ? asJson(one.show_if) : null, scale: one.scale ?? null,
    lowest: one.lowest ?? null, highest: one.highest ?? null, tells: one.tells ?? null,
  }))).execute();
  await doing.record({ name: 'form-published', subject: kept, body: { code: form.code, version, questions: questions.length } });
  return { form: kept, version };
}
