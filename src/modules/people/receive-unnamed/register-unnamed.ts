import { z } from 'zod';
import { maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { checkText } from '#core/text/clean-text.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { writeWords } from '../matching/name-words.ts';
import { leaveCode, newCode, readWord } from '../matching/told-code.ts';
import { action } from '../people.ts';
import { personFields } from '../person/person.input.ts';
import { snapshotOf } from '../person/snapshot.ts';

const { sex, languages, reading, territory } = personFields;

/** A word shorter than this is guessed too soon. */
const shortestWord = 4;

/**
 * Receives somebody who gives no name: under what she wishes to be called, or under her file code alone. The code and a word she
 * chooses let her claim the file later; the word is kept as a fingerprint only.
 */
export const registerUnnamed = action({
  name: 'register-unnamed',
  says: 'Receives a person who gives no name.',
  input: z.strictObject({ alias: maybe(text(60)), word: text(40), sex, languages, reading, territory }),
  refuses: ['name-not-readable', 'word-too-short'],
  run: async (doing, { alias, word: typed, sex: given, languages: spoken, reading: reads, territory: place }) => {
    const { tx, network, hub, now, actor } = doing;
    const word = readWord(typed);
    if (word.length < shortestWord) doing.refuse('word-too-short', { least: shortestWord }, 'word');
    const read = alias ? checkText(alias, 'name') : null;
    if (read && !read.ok) doing.refuse('name-not-readable', {}, 'alias');
    const [person, code] = [newId(now.getTime()), newCode()];
    const name = read?.ok ? read.value : code;
    await tx.insertInto('people.person').values({
      network_id: network, id: person, code, name, name_other: null, birth_year: null, sex: given ?? null, territory_code: place ?? null, languages: spoken,
      reading: reads ?? null, alias: true, invented: actor.app === 'demo', norm_version: normVersion, since: now,
    }).execute();
    await tx.insertInto('people.enrolment').values({ network_id: network, id: newId(), hub_id: hub, person_id: person, via: 'registered', since: now }).execute();
    await writeWords(doing, hub, person, { names: [name] });
    await leaveCode(doing, code, word, person);
    await doing.record({ name: 'person-registered', subject: person, person, body: { ...(await snapshotOf(tx, { person }, now)), typed_by: 'officer', looked_at: 0 } });
    return { person, code };
  },
});
