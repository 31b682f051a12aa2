import { z } from 'zod';
import { editFields, joinEdits } from '#core/edit-conflict.ts';
import { id } from '#core/input.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { countKnownName } from '../matching/known-name.ts';
import { indexNames } from '../matching/name-words.ts';
import { leaveCode, removeCode } from '../matching/told-code.ts';
import { action } from '../people.ts';
import { personFields } from '../person/person.input.ts';
import { namesOf, personRefusals, readPerson } from '../person/read-person.ts';
import { columnsOfPerson, fieldsOfPerson } from './fields-of-person.ts';

const { birth_date: _, ...fields } = personFields;

/**
 * Corrects what is noted of a person. The other hubs that receive her find her by the new name a moment later. When a colleague saved
 * another value of the same field meanwhile, nothing is written: both values are shown, and she chooses. What the two changed apart is
 * kept both. Somebody received under another name than hers gives her own by claiming her file. Whoever was erased is absent.
 */
export const correctPerson = action({
  name: 'correct-person',
  says: 'Corrects what is noted of a person.',
  input: z.strictObject({ person: id(), ...fields, ...editFields }),
  refuses: ['nothing-changed', 'edited-meanwhile', 'claim-first', ...personRefusals],
  run: async (doing, { person, seen, shown, keep, ...given }) => {
    const { tx, network, hub } = doing;
    const before = (await tx.selectFrom('people.person').selectAll()
      .where('network_id', '=', network).where('id', '=', person).where('erased_at', 'is', null).forUpdate().executeTakeFirst()) ?? doing.absent();
    const edit = { seen, now: fieldsOfPerson(before), mine: fieldsOfPerson(await readPerson(doing, given)), shown, keep };
    const joined = joinEdits(edit);
    if (joined.conflicts.length > 0) doing.refuse('edited-meanwhile', { count: joined.conflicts.length }, undefined, { ...joined.offer });
    const changed: readonly string[] = joined.changed;
    if (changed.length === 0) doing.refuse('nothing-changed');
    if (before.alias && changed.some((field) => field === 'name' || field === 'name_other')) doing.refuse('claim-first', {}, 'name');
    const after = columnsOfPerson(joined.fields);
    await tx.updateTable('people.person').set({ ...after, norm_version: normVersion })
      .where('network_id', '=', network).where('id', '=', person).execute();
    if (changed.some((field) => ['name', 'name_other', 'birth_year'].includes(field))) {
      await countKnownName(doing, { names: namesOf(before), birthYear: before.birth_year }, -1);
      const named = { names: namesOf(after), birthYear: after.birth_year };
      await countKnownName(doing, named, 1);
      await indexNames(doing, hub, person, named);
      await doing.later('people.index-person-names', { person });
    }
    if (changed.includes('birth_year') && !before.alias) {
      await removeCode(doing, before.code, before.birth_year);
      await leaveCode(doing, before.code, after.birth_year, person);
    }
    await doing.record({ name: 'person-corrected', subject: person, person, body: { fields: changed } });
    return { person };
  },
});
