import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../people.ts';

/** Notes that she showed the paper and the number on it is the one noted; only a desk where something is open for her may. */
export const seePaper = action({
  name: 'see-paper',
  says: 'Notes that the paper behind an identity number was seen.',
  input: z.strictObject({ contact: id() }),
  refuses: ['paper-seen-already'],
  run: async ({ tx, network, hub, now, actor, record, refuse, absent }, { contact }) => {
    const paper = (await tx.selectFrom('people.person_contact').select(['person_id', 'seen_at']).where('network_id', '=', network).where('hub_id', '=', hub)
      .where('id', '=', contact).where('kind', '=', 'id-number').where('id_kind', 'not in', ['none', 'not-shown']).where('ended_at', 'is', null).forUpdate().executeTakeFirst()) ?? absent();
    if (paper.seen_at) refuse('paper-seen-already');
    await tx.updateTable('people.person_contact').set({ seen_by: actor.account, seen_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', contact).execute();
    await record({ name: 'paper-seen', subject: contact, person: paper.person_id });
    return { person: paper.person_id };
  },
});
