import type { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { action, type PeopleTables } from '../people.ts';
import { type Answer, consentRefusals, keepConsent } from '../consent/keep-consent.ts';
import { keepContact } from '../contact/keep-contact.ts';
import { contactRefusals, isAnswerOnly, isMarked, readContacts, type ReadContact } from '../contact/read-contact.ts';
import { startHousehold } from '../household/start-household.ts';
import { duplicateHints } from '../matching/duplicate-hints.ts';
import { countKnownName, waitForSameName } from '../matching/known-name.ts';
import { writeWords } from '../matching/name-words.ts';
import { leaveCode, newCode } from '../matching/told-code.ts';
import { namesOf, personRefusals, readPerson } from '../person/read-person.ts';
import { snapshotOfCard } from '../person/snapshot.ts';
import { registerPersonInput } from './register-person.input.ts';

/**
 * Registers somebody new at this hub. Persons who may be the same must have been looked at first; two desks typing the
 * same person in the same second are made to wait for one another, so that the second is told of the first.
 */
export const registerPerson = action({
  name: 'register-person',
  says: 'Registers a new person after looking whether she is known already.',
  input: registerPersonInput,
  refuses: ['possible-duplicate', 'contact-without-consent', 'consent-incomplete', ...personRefusals, ...contactRefusals, ...consentRefusals],
  run: async (doing, input) => {
    const { tx, network, hub, now, actor } = doing;
    const columns = await readPerson(doing, input);
    const contacts = (await readContacts(doing, input)).filter((contact) => input.consent_answer === 'given' || !isAnswerOnly(contact));
    const answer = readAnswer(doing, input, contacts);
    const names = namesOf(columns);
    await waitForSameName(doing, names);
    await mustBeNew(doing, { names, ...columns, birthDate: input.birth_date }, contacts, input.seen_duplicates);

    const person = newId(now.getTime());
    const code = newCode();
    const named = { names, birthYear: columns.birth_year };
    // Sent in one go, in this order: none needs the answer of the one before.
    await Promise.all([
      tx.insertInto('people.person').values({
        network_id: network, id: person, code, ...columns, invented: actor.app === 'demo', norm_version: normVersion, since: now,
      }).execute(),
      tx.insertInto('people.enrolment')
        .values({ network_id: network, id: newId(), hub_id: hub, person_id: person, via: 'registered', since: now }).execute(),
      writeWords(doing, hub, person, named),
      countKnownName(doing, named, 1),
      leaveCode(doing, code, columns.birth_year, person),
    ]);
    await doing.record({
      name: 'person-registered', subject: person, person,
      body: { ...snapshotOfCard({ sex: columns.sex, birthYear: columns.birth_year, territory: columns.territory_code }, now), typed_by: input.typed_by, looked_at: input.seen_duplicates.length },
    });
    for (const contact of contacts) await keepContact(doing, person, contact);
    if (answer) await keepConsent(doing, { person, birthYear: columns.birth_year }, answer);
    if (input.head_of_household) await startHousehold(doing, person);
    return { person, code };
  },
});

type Typed = { names: readonly string[]; birth_year: number | null; birthDate: string | undefined; sex: 'female' | 'male' | 'unknown' | null; territory_code: string | null };

/** Search before create (domain.md rule 4): whoever may be the same and was not looked at stops the registration. */
async function mustBeNew(doing: Doing<PeopleTables>, typed: Typed, contacts: readonly ReadContact[], seen: readonly string[]): Promise<void> {
  const { inside } = await duplicateHints(doing, {
    names: typed.names, birthYear: typed.birth_year, birthDate: typed.birthDate, sex: typed.sex, territory: typed.territory_code,
    contacts: contacts.filter(isMarked),
  });
  const unseen = inside.filter(({ person }) => !seen.includes(person.id));
  if (unseen.length > 0) doing.refuse('possible-duplicate', { count: unseen.length }, undefined, { candidates: inside });
}

/** Her answer about her data. Without it nothing is sealed in her name; refusing it never stops the registration itself. */
function readAnswer(doing: Doing<PeopleTables>, input: z.output<typeof registerPersonInput>, contacts: readonly ReadContact[]): Answer | undefined {
  if (contacts.length > 0 && input.consent_answer !== 'given') doing.refuse('contact-without-consent', {}, 'consent_answer');
  if (!input.consent_answer) return undefined;
  const channel = input.consent_channel ?? (input.consent_answer === 'refused' ? 'oral-witness' : doing.refuse('consent-incomplete', {}, 'consent_channel'));
  return {
    purpose: 'service', answer: input.consent_answer, channel, language: input.consent_language ?? 'ar',
    witness: input.consent_witness, companion_witness: input.consent_companion, guardian: input.consent_guardian,
  };
}
