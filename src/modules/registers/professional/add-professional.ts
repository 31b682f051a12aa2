import { z } from 'zod';
import { choice, id, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { organizationCard } from '#modules/network/public.ts';
import { occupations, sexes } from '../codes.ts';
import { action } from '../registers.ts';

/** Writes a professional of another body down, once: the same name at the same body is known already. */
export const addProfessional = action({
  name: 'add-professional',
  says: 'Writes down a professional of another body, so that she can be counted once.',
  input: z.strictObject({ name: text(120), organization: id(), occupation: choice(occupations), sex: choice(sexes) }),
  refuses: ['known-already'],
  run: async ({ tx, network, hub, now, actor, refuse, absent, record }, { name, organization, occupation, sex }) => {
    if (!(await organizationCard(tx, organization))) absent();
    const professional = newId(now.getTime());
    const { numInsertedOrUpdatedRows: written } = await tx.insertInto('registers.professional')
      .values({ network_id: network, id: professional, hub_id: hub, name, organization_id: organization, occupation, sex, added_by: actor.account, added_at: now })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (written === 0n) refuse('known-already', {}, 'name');
    await record({ name: 'professional-added', subject: professional, organization, body: { occupation, sex } });
    return { professional };
  },
});
