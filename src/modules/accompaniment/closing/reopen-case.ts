import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id } from '#core/input.ts';
import { action } from '../accompaniment.ts';
import { noteNextDue } from '../case/next-due.ts';
import { aboutClient, clientOf, workedCase } from '../case/worked-case.ts';
import { isOpen, openStates, reopenReasons } from '../codes.ts';

/** Opens an ended file again; everything in it is still there, and it waits for somebody to accompany her. */
export const reopenCase = action({
  name: 'reopen-case',
  says: 'Opens a file again that had ended.',
  input: z.strictObject({ case: id(), reason: choice(reopenReasons) }),
  refuses: ['not-over', 'case-open-already'],
  run: async (doing, { case: id, reason }) => {
    const { tx, network, hub, now, actor } = doing;
    const file = await workedCase(doing, id, { over: true });
    if (isOpen(file.state)) doing.refuse('not-over');
    const another = await tx.selectFrom('accompaniment.case_file').select('id').where('network_id', '=', network).where('hub_id', '=', hub)
      .where(file.organization_id ? 'organization_id' : 'person_id', '=', file.organization_id ?? file.person_id)
      .where('kind', '=', file.kind).where('state', 'in', [...openStates]).executeTakeFirst();
    if (another) doing.refuse('case-open-already', {}, undefined, { case: another.id });
    await tx.updateTable('accompaniment.case_file').set({ state: 'oriented', state_at: now }).where('network_id', '=', network).where('id', '=', id).execute();
    await tx.insertInto('accompaniment.outcome')
      .values({ network_id: network, id: newId(now.getTime()), hub_id: hub, case_id: id, outcome: 'reopened', reason, by_account: actor.account, at: now }).execute();
    await noteNextDue(doing, id);
    await doing.record({ name: 'case-reopened', subject: id, ...clientOf(file), body: { ...(await aboutClient(doing, file)), towards: file.kind, reason } });
    return { case: id };
  },
});
