import { z } from 'zod';
import { id, isoDate, maybe } from '#core/input.ts';
import { noteHead } from '../household/note-head.ts';
import { toldDay } from '../household/told-day.ts';
import { personGroup } from '../identity/person-group.ts';
import { action } from '../people.ts';

/** Notes that a person no longer lives in her household, since the day she tells; the row stays as history. */
export const endHouseholdMember = action({
  name: 'end-household-member',
  says: 'Notes that a person has left her household.',
  input: z.strictObject({ person: id(), until: maybe(isoDate()) }),
  refuses: ['day-to-come', 'left-before-joined'],
  run: async (doing, { person, until: day }) => {
    const { tx, network, hub, record, refuse, absent } = doing;
    const until = await toldDay(doing, day, 'until');
    const lives = (await tx.selectFrom('people.household_member').select(['id', 'household_id', 'person_id', 'head', 'since']).where('network_id', '=', network)
      .where('hub_id', '=', hub).where('person_id', 'in', [...(await personGroup(tx, person))]).where('until', 'is', null).orderBy('since', 'desc').forUpdate().executeTakeFirst()) ?? absent();
    if (until < lives.since) refuse('left-before-joined', {}, 'until');
    await tx.updateTable('people.household_member').set({ until }).where('network_id', '=', network).where('id', '=', lives.id).execute();
    await record({ name: 'household-left', subject: lives.household_id, person: lives.person_id, body: { household: lives.household_id } });
    if (lives.head) await noteHead(doing, lives.household_id, lives.person_id, false);
    return { household: lives.household_id };
  },
});
