import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../people.ts';

/** Notes that a person no longer lives in her household; the row stays as history. */
export const endHouseholdMember = action({
  name: 'end-household-member',
  says: 'Notes that a person has left her household.',
  input: z.strictObject({ person: id() }),
  run: async ({ tx, network, hub, now, record, absent }, { person }) => {
    const left = (await tx.updateTable('people.household_member').set({ until: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', '=', person).where('until', 'is', null)
      .returning('household_id').executeTakeFirst()) ?? absent();
    await record({ name: 'household-left', subject: left.household_id, person, body: { household: left.household_id } });
    return { household: left.household_id };
  },
});
