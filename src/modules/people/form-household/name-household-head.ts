import { z } from 'zod';
import { id } from '#core/input.ts';
import { noteHead } from '../household/note-head.ts';
import { personGroup } from '../identity/person-group.ts';
import { action } from '../people.ts';

/** Notes that this member carries the home from now on; whoever carried it before no longer does. One head at most, whichever desk is quicker. */
export const nameHouseholdHead = action({
  name: 'name-household-head',
  says: 'Notes who carries a household from now on.',
  input: z.strictObject({ person: id() }),
  refuses: ['head-already'],
  run: async (doing, { person }) => {
    const { tx, network, hub, refuse, absent } = doing;
    const mine = (await tx.selectFrom('people.household_member').select(['household_id', 'person_id']).where('network_id', '=', network).where('hub_id', '=', hub)
      .where('person_id', 'in', [...(await personGroup(tx, person))]).where('until', 'is', null).orderBy('since', 'desc').executeTakeFirst()) ?? absent();
    const { household_id: household, person_id: file } = mine;
    const members = await tx.selectFrom('people.household_member').select(['id', 'person_id', 'head']).where('network_id', '=', network)
      .where('household_id', '=', household).where('until', 'is', null).orderBy('id').forUpdate().execute();
    const before = members.find(({ head }) => head);
    if (before?.person_id === file) refuse('head-already');
    const write = (member: string, head: boolean) => tx.updateTable('people.household_member').set({ head }).where('network_id', '=', network).where('id', '=', member).execute();
    if (before) {
      await write(before.id, false);
      await noteHead(doing, household, before.person_id, false);
    }
    await write((members.find(({ person_id: each }) => each === file) ?? absent()).id, true);
    await noteHead(doing, household, file, true);
    return { household };
  },
});
