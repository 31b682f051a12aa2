import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { id } from '#core/input.ts';
import { type AccompanimentTables, action } from '../accompaniment.ts';
import { clientOf, workedCase } from '../case/worked-case.ts';
import type { SubmittedGoal } from '../tables.ts';

/** Lays the plan as it stands before somebody else. What is approved can be read again later, whatever changes afterwards. */
export const submitPlan = action({
  name: 'submit-plan',
  says: 'Asks a supervisor to approve somebody’s plan.',
  input: z.strictObject({ case: id() }),
  refuses: ['case-over', 'plan-empty', 'already-waiting'],
  run: async (doing, { case: file }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedCase(doing, file);
    const content = await planAsItStands(doing, file);
    if (!content.some(({ state, steps }) => state === 'open' && steps.length > 0)) doing.refuse('plan-empty');
    const version = row.plan_version + 1;
    const approval = newId(now.getTime());
    const asked = await tx.insertInto('accompaniment.approval').values({
      network_id: network, id: approval, hub_id: hub, case_id: file, about: 'plan', version, content: sql`${JSON.stringify(content)}::jsonb`,
      outcome: null, reason: null, asked_by: actor.account ?? doing.absent(), asked_at: now, decision: null, decided_by: null, decided_at: null, words: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!asked.numInsertedOrUpdatedRows) doing.refuse('already-waiting');
    await tx.updateTable('accompaniment.case_file').set({ plan_version: version }).where('network_id', '=', network).where('id', '=', file).execute();
    const steps = content.reduce((sum, goal) => sum + goal.steps.length, 0);
    await doing.record({ name: 'plan-submitted', subject: file, ...clientOf(row), body: { version, goals: content.length, steps } });
    return { approval, case: file, version };
  },
});

async function planAsItStands({ tx, network }: Doing<AccompanimentTables>, file: string): Promise<readonly SubmittedGoal[]> {
  const goals = await tx.selectFrom('accompaniment.goal').select(['id', 'area', 'words', 'state'])
    .where('network_id', '=', network).where('case_id', '=', file).orderBy('added_at').orderBy('id').execute();
  const steps = await tx.selectFrom('accompaniment.step').select(['goal_id', 'words', 'who', 'due_on', 'done_at'])
    .where('network_id', '=', network).where('case_id', '=', file).orderBy('added_at').orderBy('id').execute();
  return goals.map(({ id: goal, ...said }) => ({
    ...said, steps: steps.filter(({ goal_id }) => goal_id === goal).map(({ words, who, due_on, done_at }) => ({ words, who, due_on, done: done_at !== null })),
  }));
}
