import { z } from 'zod';
import { maybe, text, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { consentFields } from '../consent/consent.input.ts';
import { consentRefusals, keepConsent } from '../consent/keep-consent.ts';
import { indexNames } from '../matching/name-words.ts';
import { personOfCode, readCode, readWord } from '../matching/told-code.ts';
import { action } from '../people.ts';
import { cardsAsWritten } from '../person/person-card.ts';
import { namesOf } from '../person/read-person.ts';
import { snapshotOf } from '../person/snapshot.ts';

const { answer: _, ...consent } = consentFields;

/**
 * Links somebody who says she is known at another hub: she tells her file code and birth year and agrees. One identity,
 * a second enrolment (domain.md 3.7); the other hub is never named. A wrong code and a wrong year get
 * the same answer. Somebody who gave no name tells her word in place of the year.
 */
export const enrolKnownPerson = action({
  name: 'enrol-known-person',
  says: 'Links a person who is known elsewhere in the network, by what she tells and with her consent.',
  input: z.strictObject({ code: text(20), birth_year: maybe(wholeNumber(1890, 2200)), word: maybe(text(40)), ...consent }),
  refuses: ['code-not-known', 'already-here', ...consentRefusals],
  run: async (doing, { code: typed, birth_year, word, ...answer }) => {
    const { tx, network, hub, now } = doing;
    const code = readCode(typed);
    const person = (code && (await personOfCode(doing, code, word ? readWord(word) : birth_year))) || doing.refuse('code-not-known', {}, 'code');
    const linked = await tx.insertInto('people.enrolment')
      .values({ network_id: network, id: newId(), hub_id: hub, person_id: person, via: 'told', since: now })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!linked.numInsertedOrUpdatedRows) doing.refuse('already-here', {}, 'code', { person });
    const card = (await cardsAsWritten(tx, [person])).get(person) ?? doing.absent();
    await indexNames(doing, hub, person, { names: namesOf({ name: card.name, name_other: card.other }), birthYear: card.birthYear });
    await doing.record({ name: 'person-linked', subject: person, person, body: { ...(await snapshotOf(tx, { person }, now)) } });
    await keepConsent(doing, { person, birthYear: card.birthYear }, { purpose: 'known-elsewhere', answer: 'given', ...answer });
    return { person };
  },
});
