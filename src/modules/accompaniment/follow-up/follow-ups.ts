import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, isoDate } from '#core/input.ts';
import { action } from '../accompaniment.ts';
import { noteNextDue } from '../case/next-due.ts';
import { clientOf, todayAt, workedCase } from '../case/worked-case.ts';
import { followUpFindings, followUpKinds } from '../codes.ts';
import { daysLate } from '../plan/days-late.ts';

/** Writes down that one must come back to something on a day. */
export const addFollowUp = action({
  name: 'add-follow-up',
  says: 'Writes down what to come back to, and on which day.',
  input: z.strictObject({ case: id(), what: choice(followUpKinds), due_on: isoDate() }),
  refuses: ['case-over'],
  run: async (doing, { case: file, what, due_on }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedCase(doing, file);
    const followUp = newId(now.getTime());
    await tx.insertInto('accompaniment.follow_up').values({
      network_id: network, id: followUp, hub_id: hub, case_id: file, what, due_on, done_at: null, done_by: null, found: null, added_by: actor.account, added_at: now,
    }).execute();
    await noteNextDue(doing, file);
    await doing.record({ name: 'follow-up-added', subject: file, ...clientOf(row), body: { what } });
    return { followUp, case: file };
  },
});

/** Says that one came back to it, and how it went. */
export const finishFollowUp = action({
  name: 'finish-follow-up',
  says: 'Says that a follow-up is done, and how it went.',
  input: z.strictObject({ follow_up: id(), found: choice(followUpFindings) }),
  refuses: ['case-over', 'follow-up-over'],
  run: async (doing, { follow_up, found }) => {
    const { tx, network, hub, now, actor } = doing;
    const before = (await tx.selectFrom('accompaniment.follow_up').select(['case_id', 'what', 'due_on', 'done_at'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', follow_up).forUpdate().executeTakeFirst()) ?? doing.absent();
    const file = await workedCase(doing, before.case_id);
    if (before.done_at) doing.refuse('follow-up-over');
    await tx.updateTable('accompaniment.follow_up').set({ done_at: now, done_by: actor.account, found }).where('network_id', '=', network).where('id', '=', follow_up).execute();
    await noteNextDue(doing, file.id);
    const late = daysLate(before.due_on, await todayAt(doing));
    await doing.record({ name: 'follow-up-finished', subject: file.id, ...clientOf(file), body: { what: before.what, found, days_late: late } });
    return { case: file.id };
  },
});
