import { z } from 'zod';
import { choice, id, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../people.ts';
import { personCard } from '../person/person-card.ts';

/** Writes a sealed note on a person's household or situation (C1b); only its writer reads it again, while something is open. */
export const writeLifeNote = action({
  name: 'write-life-note',
  says: 'Writes a sealed note on the household or situation of a person.',
  input: z.strictObject({ person: id(), kind: choice(['household', 'situation']), note: text(4_000) }),
  run: async ({ tx, network, hub, now, actor, vault, record, absent }, { person, kind, note }) => {
    const writer = actor.account ?? absent();
    if (!(await personCard(tx, person))) absent();
    const row = newId(now.getTime());
    const sealed = await vault.seal({ person, table: 'people.person_life', column: 'sealed', row }, note);
    await tx.insertInto('people.person_life')
      .values({ network_id: network, id: row, hub_id: hub, person_id: person, kind, sealed, written_by: writer, written_at: now }).execute();
    await record({ name: 'life-note-written', subject: row, person, body: { kind } });
    return { note: row };
  },
});
