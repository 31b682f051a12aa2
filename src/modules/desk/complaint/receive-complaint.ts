import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, text, yes } from '#core/input.ts';
import { dayLater } from '#core/time/wall-clock.ts';
import { dayHere } from '#modules/network/public.ts';
import { action } from '../desk.ts';
import { complaintKinds } from './complaint-kind.ts';
import { complaintDays, complaintPlace } from './complaint-place.ts';

/**
 * Takes down a complaint or a suggestion; whoever takes it down cannot read it again. With `named` it is kept with her name, so
 * that she gets the answer; without, nobody can tell whose it is.
 */
export const receiveComplaint = action({
  name: 'receive-complaint',
  says: 'Keeps a complaint or suggestion for the manager of the hub.',
  input: z.strictObject({ ticket: id(), kind: choice(complaintKinds), words: text(4_000), named: yes() }),
  refuses: [],
  run: async (doing, { ticket, kind, words, named }) => {
    const { tx, network, hub, now, vault } = doing;
    const visit = await tx.selectFrom('desk.ticket').select(['person_id', 'acting_person_id'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).executeTakeFirst();
    if (!visit) return doing.absent();
    const complaint = newId(now.getTime());
    const person = named ? (visit.person_id ?? visit.acting_person_id) : null;
    const key = { id: complaint, key_owner_id: person ?? complaint };
    await tx.insertInto('desk.complaint').values({
      network_id: network, hub_id: hub, ...key, kind, person_id: person, sealed: await vault.seal(complaintPlace(key, 'sealed'), words),
      received_at: now, due_on: dayLater(await dayHere(doing), complaintDays), state: 'open', answer: null,
      answered_at: null, answered_by: null,
    }).execute();
    // The event keeps no person: whether she complained must not stand in her history.
    await doing.record({ name: 'complaint-received', subject: complaint, body: { kind, named: person !== null } });
    return {};
  },
});
