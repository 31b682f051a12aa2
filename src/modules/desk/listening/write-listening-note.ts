import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, text } from '#core/input.ts';
import { action } from '../desk.ts';
import { heldStates } from '../ticket/ticket-state.ts';
import { notePlace } from './note-place.ts';

/**
 * Keeps what an officer writes down of a confidential talk, before any form. It is sealed; she alone reads it, and only
 * until the visit closes (trust.md 2.1). Before anybody is named, the visit's own key seals it.
 */
export const writeListeningNote = action({
  name: 'write-listening-note',
  says: 'Keeps a sealed note of a confidential talk.',
  input: z.strictObject({ ticket: id(), note: text(8_000) }),
  refuses: ['not-your-visit'],
  run: async (doing, { ticket, note }) => {
    const { tx, network, hub, now, actor, vault } = doing;
    const visit = await tx
      .selectFrom('desk.ticket').select(['state', 'called_by', 'person_id', 'acting_person_id'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket)
      .forUpdate().executeTakeFirst();
    if (!visit) return doing.absent();
    const held = (heldStates as readonly string[]).includes(visit.state) && visit.called_by === actor.account;
    if (!held) return doing.refuse('not-your-visit');
    const owner = visit.person_id ?? visit.acting_person_id ?? ticket;
    const kept = newId(now.getTime());
    await tx.insertInto('desk.listening_note').values({
      network_id: network, id: kept, hub_id: hub, ticket_id: ticket, account_id: actor.account!, at: now,
      key_owner_id: owner, note: await vault.seal(notePlace(kept, owner), note),
    }).execute();
    await doing.record({ name: 'listening-noted', subject: ticket, person: visit.person_id });
    return { note: kept };
  },
});
