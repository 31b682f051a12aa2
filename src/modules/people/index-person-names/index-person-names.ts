import { z } from 'zod';
import { id } from '#core/input.ts';
import { indexNames } from '../matching/name-words.ts';
import { action } from '../people.ts';
import { cardsAsWritten } from '../person/person-card.ts';
import { namesOf } from '../person/read-person.ts';

/** Writes a person's search words again at every hub that receives her, after her name was corrected or the rules changed. */
export const indexPersonNames = action({
  name: 'index-person-names',
  says: 'Writes the search words of a person again at all her hubs.',
  input: z.strictObject({ person: id() }),
  run: async (doing, { person }) => {
    const card = (await cardsAsWritten(doing.tx, [person])).get(person) ?? doing.absent();
    const hubs = await doing.tx.selectFrom('people.enrolment').select('hub_id')
      .where('network_id', '=', doing.network).where('person_id', '=', person).execute();
    const named = { names: namesOf({ name: card.name, name_other: card.other }), birthYear: card.birthYear };
    for (const { hub_id: hub } of hubs) await indexNames(doing, hub, person, named);
    await doing.record({ name: 'names-indexed', subject: person, person, body: { hubs: hubs.length } });
    return { hubs: hubs.length };
  },
});
