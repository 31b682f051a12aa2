import { z } from 'zod';
import { id, isoDate, maybe } from '#core/input.ts';
import { dayHere } from '#modules/network/public.ts';
import { hasConsent } from '../consent/has-consent.ts';
import { dropMark, keepContact } from '../contact/keep-contact.ts';
import { contactRefusals, readContacts } from '../contact/read-contact.ts';
import { action } from '../people.ts';
import { personCard } from '../person/person-card.ts';
import { contactFields, emailFields } from '../person/person.input.ts';

/**
 * Notes how a person may be reached and what her papers say, sealed. A phone is added; an address, a birth date or the
 * number of one kind of paper takes the place of the one before, which only a desk where something is open for her may end. A number
 * also takes the place of "none" and "not shown".
 */
export const setContact = action({
  name: 'set-contact',
  says: 'Notes a phone, an address, a birth date or an ID number of a person.',
  input: z.strictObject({ person: id(), ...contactFields, ...emailFields, birth_date: maybe(isoDate()) }),
  refuses: ['nothing-to-set', 'contact-without-consent', 'contact-closed', 'born-in-the-future', 'birth-does-not-agree', ...contactRefusals],
  run: async (doing, { person, ...given }) => {
    const { tx, network, hub, now } = doing;
    const card = (await personCard(tx, person)) ?? doing.absent();
    if ((given.birth_date ?? '') > (await dayHere(doing))) doing.refuse('born-in-the-future', {}, 'birth_date');
    if (given.birth_date && card.birthYear && card.birthYear !== Number(given.birth_date.slice(0, 4))) doing.refuse('birth-does-not-agree', {}, 'birth_date');
    const contacts = await readContacts(doing, given);
    if (contacts.length === 0) doing.refuse('nothing-to-set');
    if (!(await hasConsent(tx, person, 'service'))) doing.refuse('contact-without-consent');
    for (const contact of contacts) {
      if (contact.kind !== 'phone' && contact.kind !== 'email') {
        const ended = await tx.updateTable('people.person_contact').set({ ended_at: now }).where('network_id', '=', network)
          .where('hub_id', '=', hub).where('person_id', '=', person).where('kind', '=', contact.kind).where('ended_at', 'is', null)
          .$if(contact.id_kind !== null, (q) => q.where('id_kind', 'in', [contact.id_kind!, 'none', 'not-shown']))
          .returning('id').execute();
        for (const row of ended) await dropMark(doing, row.id);
      }
      if (!(await keepContact(doing, person, contact))) doing.refuse('contact-closed');
    }
    return { person };
  },
});
