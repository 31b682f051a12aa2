import { z } from 'zod';
import { sql } from 'kysely';
import { id } from '#core/input.ts';
import { consentsOf } from '../consent/consents-of.ts';
import { personGroup } from '../identity/person-group.ts';
import { householdOf } from '../household/household-of.ts';
import { query } from '../people.ts';
import { cardsAsWritten, personCard } from '../person/person-card.ts';

/** One thing that happened to a person and that the reader may know. */
export interface PersonEvent {
  readonly id: string;
  readonly at: Date;
  /** `module.past-tense-name`. */
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Who a person is (C0), since when, her household, her answers, and what happened here; absent when she is not received here. Of files
 * that were merged it is the sheet of the one that stays, with what was written for all of them.
 */
export const personSheet = query({
  name: 'person-sheet',
  says: 'Shows the sheet of a person received at this hub.',
  input: z.strictObject({ person: id() }),
  file: ({ person }) => person,
  run: async ({ tx, network, hub, absent }, { person }) => {
    const card = (await personCard(tx, person)) ?? absent();
    const group = await personGroup(tx, card.id);
    const enrolled = tx.selectFrom('people.enrolment').select(['since', 'via'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', [...group]).orderBy('since').orderBy('id');
    const enrolment = (await enrolled.executeTakeFirst()) ?? absent();
    const { rows: events } = await sql<PersonEvent>`select id, at, name, body from core.event
      where network_id = ${network} and person_id = any(${[...group]}::uuid[]) and hub_id = ${hub}
        -- What befell two files is written for each of them; told once.
        and (person_id = ${card.id} or name not in ('people.persons-merged', 'people.merge-undone')) order by at desc, name = 'people.person-registered', id desc limit 60`.execute(tx);
    const { erased_at: erasedAt } = await tx.selectFrom('people.person').select('erased_at').where('network_id', '=', network).where('id', '=', card.id).executeTakeFirstOrThrow();
    return {
      card, enrolment, events,
      /** When what told who she is was erased; her sheet then has nothing left to correct or to use. */
      erasedAt,
      /** The files merged into this one, as they were written. */
      files: [...(await cardsAsWritten(tx, group.filter((file) => file !== card.id))).values()],
      household: await householdOf(tx, network, hub, group),
      consents: await consentsOf(tx, network, hub, group),
    };
  },
});
