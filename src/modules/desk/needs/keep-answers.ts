import type { Asking } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { DeskTables } from '../desk.ts';
import type { Answer } from '../form/condition.ts';
import type { KeptQuestion } from '../form/form-version.ts';
import type { OpenVisit } from '../visit/open-visit.ts';
import { asJson } from './as-json.ts';
import type { Sent } from './read-sent.ts';
import { sealedPlace } from './sealed-place.ts';
import { markOf } from './stored-answers.ts';

/** Writes harmless answers; an emptied one is taken away. */
export async function keepAnswers(
  { tx, network, hub, now, actor }: Asking<DeskTables>, assessment: string, answers: readonly (readonly [KeptQuestion, Answer | undefined])[],
): Promise<void> {
  const emptied = answers.filter(([, answer]) => answer === undefined).map(([{ code }]) => code);
  if (emptied.length) {
    await tx.deleteFrom('desk.needs_answer')
      .where('network_id', '=', network).where('assessment_id', '=', assessment).where('question', 'in', emptied).execute();
  }
  const written = answers.flatMap(([{ code }, answer]) => (answer === undefined ? [] : [{
    network_id: network, hub_id: hub, assessment_id: assessment, question: code, value: asJson(answer), changed_by: actor.account, changed_at: now,
  }]));
  if (written.length === 0) return;
  await tx.insertInto('desk.needs_answer').values(written)
    .onConflict((row) => row.columns(['network_id', 'assessment_id', 'question'])
      .doUpdateSet((eb) => ({ value: eb.ref('excluded.value'), changed_by: eb.ref('excluded.changed_by'), changed_at: eb.ref('excluded.changed_at') })))
    .execute();
}

interface Sealing {
  readonly assessment: { readonly id: string };
  readonly visit: OpenVisit;
  readonly sent: Sent;
  /** The mark each sealed field was shown with; empty when it held nothing. */
  readonly shown: (question: string) => string;
}

/**
 * Seals what she typed under the key of the person spoken to. Each officer keeps her own answer to a sealed question and
 * never opens a colleague's, so only her own two windows can meet: then nothing is written and the field is named.
 */
export async function keepSealedAnswers(asking: Asking<DeskTables>, { assessment, visit, sent, shown }: Sealing) {
  const { tx, network } = asking;
  const mine = await tx.selectFrom('desk.needs_sealed_answer').select(['id', 'question', 'changed_at'])
    .where('network_id', '=', network).where('assessment_id', '=', assessment.id).execute();
  const conflicts: string[] = [];
  let written = 0;
  for (const [{ code, sealed }, answer] of sent) {
    if (!sealed) continue;
    const known = mine.find(({ question }) => question === code);
    if (!known && answer === undefined) continue;
    if ((known ? markOf(known.changed_at) : '') !== shown(code)) { conflicts.push(code); continue; }
    await writeSealed(asking, { assessment: assessment.id, visit, code, answer, row: known?.id });
    written++;
  }
  return { conflicts, written };
}

async function writeSealed(
  { tx, network, hub, now, actor, vault }: Asking<DeskTables>,
  given: { assessment: string; visit: OpenVisit; code: string; answer: Answer | undefined; row: string | undefined },
): Promise<void> {
  const { assessment, visit, code, answer, row } = given;
  if (row && answer === undefined) {
    await tx.deleteFrom('desk.needs_sealed_answer').where('network_id', '=', network).where('id', '=', row).execute();
    return;
  }
  const kept = row ?? newId(now.getTime());
  const sealed = await vault.seal(sealedPlace(kept, visit.spokenTo), JSON.stringify(answer));
  if (row) {
    await tx.updateTable('desk.needs_sealed_answer').set({ sealed, changed_at: now })
      .where('network_id', '=', network).where('id', '=', row).execute();
    return;
  }
  await tx.insertInto('desk.needs_sealed_answer').values({
    network_id: network, id: kept, hub_id: hub, ticket_id: visit.ticket, assessment_id: assessment, question: code,
    account_id: actor.account!, key_owner_id: visit.spokenTo, sealed, changed_at: now,
  }).execute();
}
