import type { Asking } from '#core/action.ts';
import { type Answer, asJson, type KeptQuestion } from '#modules/desk/public.ts';
import type { IncubationTables } from '../incubation.ts';
import { answerPlace } from './answer-place.ts';

interface Of { readonly id: string; readonly hub_id: string; readonly person_id: string; readonly version: number }

/** Writes answers of an application, each with the number of this saving; sealed questions under the key of whoever applies, an emptied one as nothing. */
export async function keepAnswers(
  { tx, network, now, actor, vault }: Asking<IncubationTables>, { id, hub_id, person_id, version }: Of, answers: readonly (readonly [Pick<KeptQuestion, 'code' | 'sealed'>, Answer | undefined])[],
): Promise<void> {
  if (answers.length === 0) return;
  const rows = await Promise.all(answers.map(async ([{ code, sealed }, answer]) => ({
    network_id: network, hub_id, application_id: id, question: code, version: version + 1, saved_at: now, saved_by: actor.account,
    said: answer === undefined || sealed ? null : asJson<unknown>(answer),
    sealed: answer === undefined || !sealed ? null : await vault.seal(answerPlace(id, person_id, code), JSON.stringify(answer)),
  })));
  await tx.insertInto('incubation.answer').values(rows).onConflict((row) => row.columns(['network_id', 'application_id', 'question']).doUpdateSet((eb) => ({
    said: eb.ref('excluded.said'), sealed: eb.ref('excluded.sealed'), version: eb.ref('excluded.version'), saved_at: eb.ref('excluded.saved_at'), saved_by: eb.ref('excluded.saved_by'),
  }))).execute();
  await tx.updateTable('incubation.application').set({ version: version + 1 }).where('network_id', '=', network).where('id', '=', id).execute();
}
