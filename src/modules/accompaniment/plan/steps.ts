import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { editFields, joinEdits } from '#core/edit-conflict.ts';
import { newId } from '#core/id.ts';
import { id } from '#core/input.ts';
import { organizationCard } from '#modules/network/public.ts';
import { type AccompanimentTables, action } from '../accompaniment.ts';
import { noteNextDue } from '../case/next-due.ts';
import { clientOf, todayAt, workedCase } from '../case/worked-case.ts';
import { daysLate } from './days-late.ts';
import { stepFields } from './step.input.ts';

/** Adds a step towards a goal: what, who does it, until when. */
export const addStep = action({
  name: 'add-step',
  says: 'Adds a step to a goal: who does it and until when.',
  input: z.strictObject({ goal: id(), ...stepFields }),
  refuses: ['case-over', 'goal-over', 'partner-unexpected'],
  run: async (doing, { goal, partner, ...given }) => {
    const { tx, network, hub, now, actor } = doing;
    const aim = (await tx.selectFrom('accompaniment.goal').select(['case_id', 'state'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', goal).executeTakeFirst()) ?? doing.absent();
    const file = await workedCase(doing, aim.case_id);
    if (aim.state !== 'open') doing.refuse('goal-over');
    await knownPartner(doing, given.who, partner);
    const step = newId(now.getTime());
    await tx.insertInto('accompaniment.step').values({
      network_id: network, id: step, hub_id: hub, case_id: file.id, goal_id: goal, ...given, due_on: given.due_on ?? null, partner_id: partner ?? null,
      done_at: null, done_by: null, added_by: actor.account, added_at: now,
    }).execute();
    await noteNextDue(doing, file.id);
    await doing.record({ name: 'step-added', subject: file.id, ...clientOf(file), body: { who: given.who } });
    return { step, case: file.id };
  },
});

/** Changes a step; what a colleague changed meanwhile stays, and is shown where both changed the same. */
export const changeStep = action({
  name: 'change-step',
  says: 'Changes a step of somebody’s plan.',
  input: z.strictObject({ step: id(), ...stepFields, ...editFields }),
  refuses: ['case-over', 'step-over', 'partner-unexpected', 'changed-meanwhile'],
  run: async (doing, { step, seen, keep, words, who, partner = null, due_on = null }) => {
    const { tx, network } = doing;
    const before = await heldStep(doing, step);
    const file = await workedCase(doing, before.case_id);
    if (before.done_at) doing.refuse('step-over');
    const stands = { words: before.words, who: before.who, partner: before.partner_id, due_on: before.due_on };
    const { fields, changed, conflicts } = joinEdits({ seen, keep, now: stands, mine: { words, who, partner, due_on } });
    if (conflicts.length) doing.refuse('changed-meanwhile', {}, conflicts[0]!.field, { conflicts });
    await knownPartner(doing, fields.who, fields.partner ?? undefined);
    await tx.updateTable('accompaniment.step').set({ words: fields.words, who: fields.who, partner_id: fields.partner, due_on: fields.due_on })
      .where('network_id', '=', network).where('id', '=', step).execute();
    await noteNextDue(doing, file.id);
    await doing.record({ name: 'step-changed', subject: file.id, ...clientOf(file), body: { fields: [...changed] } });
    return { step, case: file.id };
  },
});

/** Says that a step is done. */
export const finishStep = action({
  name: 'finish-step',
  says: 'Says that a step is done.',
  input: z.strictObject({ step: id() }),
  refuses: ['case-over', 'step-over'],
  run: async (doing, { step }) => {
    const { tx, network, now, actor } = doing;
    const before = await heldStep(doing, step);
    const file = await workedCase(doing, before.case_id);
    if (before.done_at) doing.refuse('step-over');
    await tx.updateTable('accompaniment.step').set({ done_at: now, done_by: actor.account }).where('network_id', '=', network).where('id', '=', step).execute();
    await noteNextDue(doing, file.id);
    const late = daysLate(before.due_on, await todayAt(doing));
    await doing.record({ name: 'step-finished', subject: file.id, ...clientOf(file), body: { who: before.who, days_late: late } });
    return { step, case: file.id };
  },
});

async function heldStep(doing: Doing<AccompanimentTables>, step: string) {
  return (await doing.tx.selectFrom('accompaniment.step').select(['case_id', 'words', 'who', 'partner_id', 'due_on', 'done_at'])
    .where('network_id', '=', doing.network).where('hub_id', '=', doing.hub).where('id', '=', step).forUpdate().executeTakeFirst()) ?? doing.absent();
}

/** A partner is named only where a partner does it, and is a body of the register. */
async function knownPartner(doing: Doing<AccompanimentTables>, who: string, partner: string | undefined): Promise<void> {
  if (!partner) return;
  if (who !== 'partner') doing.refuse('partner-unexpected', {}, 'partner');
  if (!(await organizationCard(doing.tx, partner))) doing.absent();
}
