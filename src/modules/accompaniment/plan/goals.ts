import { z } from 'zod';
import { choice, id, text } from '#core/input.ts';
import { editFields, joinEdits } from '#core/edit-conflict.ts';
import { newId } from '#core/id.ts';
import { action } from '../accompaniment.ts';
import { clientOf, workedCase } from '../case/worked-case.ts';
import { noteNextDue } from '../case/next-due.ts';
import { areas } from '../codes.ts';

/** Writes down something that is to be reached, in words she understands. */
export const addGoal = action({
  name: 'add-goal',
  says: 'Adds a goal to somebody’s plan.',
  input: z.strictObject({ case: id(), area: choice(areas), words: text(300) }),
  refuses: ['case-over'],
  run: async (doing, { case: file, area, words }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedCase(doing, file);
    const goal = newId(now.getTime());
    await tx.insertInto('accompaniment.goal').values({
      network_id: network, id: goal, hub_id: hub, case_id: file, area, words, state: 'open', added_by: actor.account, added_at: now, closed_at: null,
    }).execute();
    await doing.record({ name: 'goal-added', subject: file, ...clientOf(row), body: { area } });
    return { goal, case: file };
  },
});

/** Changes a goal. What a colleague changed in the same field meanwhile is shown beside; nobody writes over it unseen. */
export const changeGoal = action({
  name: 'change-goal',
  says: 'Changes a goal of somebody’s plan.',
  input: z.strictObject({ goal: id(), area: choice(areas), words: text(300), ...editFields }),
  refuses: ['case-over', 'goal-over', 'changed-meanwhile'],
  run: async (doing, { goal, seen, keep, ...mine }) => {
    const { tx, network, hub } = doing;
    const before = (await tx.selectFrom('accompaniment.goal').select(['case_id', 'area', 'words', 'state'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', goal).forUpdate().executeTakeFirst()) ?? doing.absent();
    const file = await workedCase(doing, before.case_id);
    if (before.state !== 'open') doing.refuse('goal-over');
    const { fields, changed, conflicts } = joinEdits({ seen, keep, now: { area: before.area, words: before.words }, mine });
    if (conflicts.length) doing.refuse('changed-meanwhile', {}, conflicts[0]!.field, { conflicts });
    await tx.updateTable('accompaniment.goal').set(fields).where('network_id', '=', network).where('id', '=', goal).execute();
    await doing.record({ name: 'goal-changed', subject: file.id, ...clientOf(file), body: { fields: [...changed] } });
    return { goal, case: file.id };
  },
});

/** Says that a goal is reached, or left aside. */
export const closeGoal = action({
  name: 'close-goal',
  says: 'Says that a goal is reached or left aside.',
  input: z.strictObject({ goal: id(), state: choice(['reached', 'left']) }),
  refuses: ['case-over', 'goal-over'],
  run: async (doing, { goal, state }) => {
    const { tx, network, hub, now } = doing;
    const before = (await tx.selectFrom('accompaniment.goal').select(['case_id', 'area', 'state'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', goal).forUpdate().executeTakeFirst()) ?? doing.absent();
    const file = await workedCase(doing, before.case_id);
    if (before.state !== 'open') doing.refuse('goal-over');
    await tx.updateTable('accompaniment.goal').set({ state, closed_at: now }).where('network_id', '=', network).where('id', '=', goal).execute();
    await noteNextDue(doing, file.id);
    await doing.record({ name: 'goal-closed', subject: file.id, ...clientOf(file), body: { area: before.area, state } });
    return { goal, case: file.id };
  },
});
