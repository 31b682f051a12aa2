import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id, maybe } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action, type ConfidentialTables } from '../confidential.ts';
import { handoverMark } from '../marks.ts';
import { type Pointer, sealPointer } from '../pointer.ts';

/**
 * Asks a protection officer to look after somebody: one press, nothing typed, nothing told back. It asks for no consent,
 * so a child at risk is never turned away by a consent rule (domain.md rule 2; the law of alerts is a human's decision).
 * It writes only in the confidential schema. A second press for the same visit or person adds nothing and shows nothing.
 */
export const handOverSafely = action({
  name: 'hand-over-safely',
  says: 'Asks a protection officer to look after somebody, without a word.',
  input: z.strictObject({ ticket: maybe(id()), person: maybe(id()) })
    .refine((given) => given.ticket || given.person, { message: 'required' }),
  run: async (doing, given) => {
    const { tx, network, hub, now, actor } = doing;
    const pointer = await knownHere(doing, given);
    const handover = newId(now.getTime());
    await tx
      .insertInto('confidential.handover')
      .values({
        network_id: network, id: handover, hub_id: hub, given_by: actor.account!, given_at: now, state: 'waiting',
        taken_by: null, taken_at: null, mark: handoverMark(doing, markOf(pointer)),
        ...(await sealPointer(doing, handover, pointer)),
      })
      .onConflict((row) => row.doNothing())
      .execute();
    await doing.record({ name: 'handed-over', subject: handover });
    return {};
  },
});

/** The visit and the person of this hub that are meant; those of another hub are absent, like everywhere else. */
async function knownHere({ tx, network, hub, absent }: Doing<ConfidentialTables>, given: { ticket?: string; person?: string }): Promise<Pointer> {
  const { ticket = null, person = null } = given;
  const visit = ticket
    ? await tx.selectFrom('confidential.visit').select('person_id')
        .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).executeTakeFirst()
    : null;
  const enrolled = person
    ? await tx.selectFrom('confidential.enrolled').select('person_id')
        .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', '=', person).executeTakeFirst()
    : null;
  if (visit === undefined || enrolled === undefined) return absent();
  return { ticket, person: person ?? visit?.person_id ?? null };
}

const markOf = ({ person, ticket }: Pointer): string => person ?? ticket!;
