import { z } from 'zod';
import { id, yes } from '#core/input.ts';
import { openContactGrant } from '#modules/people/public.ts';
import { action } from '../desk.ts';
import { clientSnapshot } from '../ticket/snapshot.ts';
import { heldStates } from '../ticket/ticket-state.ts';
import { clientInput, isOneClient, oneClient } from './client-input.ts';
import { knownClient } from './known-client.ts';

/**
 * Says who the called number is: a person, or an organization through the member who acts for it. From here on she counts
 * as received, and her contact details open to this desk until the visit closes (trust.md 2.1).
 */
export const beginVisit = action({
  name: 'begin-visit',
  says: 'Says who the client of this visit is.',
  input: z.strictObject({ ticket: id(), ...clientInput, typed_for: yes() }).refine(isOneClient, oneClient),
  refuses: ['client-already-set', 'visit-not-open'],
  run: async (doing, { ticket, typed_for, ...given }) => {
    const { tx, network, hub, now, actor } = doing;
    const client = await knownClient(doing, given);
    const mine = tx.selectFrom('desk.ticket').select('received_at')
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket);
    const begun = await tx
      .updateTable('desk.ticket')
      .set({ ...client, state: 'in-progress', received_at: now, typed_by: typed_for ? actor.account : null })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket)
      .where('state', 'in', heldStates).where('received_at', 'is', null)
      .returning(['day', 'via'])
      .executeTakeFirst();
    if (!begun) {
      const known = (await mine.executeTakeFirst()) ?? doing.absent();
      return doing.refuse(known.received_at ? 'client-already-set' : 'visit-not-open');
    }
    await openContactGrant(doing, { person: given.person ?? given.acting_person!, basis: 'ticket', basisId: ticket });
    await doing.record({
      name: 'client-received', subject: ticket, person: client.person_id, organization: client.organization_id,
      body: { ...(await clientSnapshot(tx, client, now)), on: begun.day, via: begun.via },
    });
    return { ticket };
  },
});
