import { z } from 'zod';
import { hubCard } from '#modules/network/public.ts';
import { plainIdNumber } from '#core/text/id-number.ts';
import { maybe } from '#core/input.ts';
import type { ContactValue } from '../contact/contact-mark.ts';
import { readPhone } from '../contact/phone-number.ts';
import { query } from '../people.ts';
import { peopleByIds } from '../person/person-card.ts';
import { contactFields, personFields } from '../person/person.input.ts';
import { searchPeople } from '../search/find-people.ts';
import { duplicateHints } from './duplicate-hints.ts';

const mostFound = 8;

const { name, name_other, birth_date, birth_year, sex, territory } = personFields;

/**
 * Who may be the person being typed already: inside the hub with reasons; in the network yes or no. `found` are those whom the
 * desk's own search finds besides by the same words, so that a first name alone meets the same persons here and there.
 */
export const duplicateHintsQuery = query({
  name: 'duplicate-hints',
  says: 'Looks whether a person being typed is known already.',
  input: z.strictObject({
    name: maybe(name), name_other, birth_date, birth_year, sex, territory, phone: contactFields.phone, id_number: contactFields.id_number,
  }),
  run: async (asking, typed) => {
    const country = (await hubCard(asking.tx, asking.hub))?.country ?? asking.absent();
    const phone = typed.phone && readPhone(typed.phone, country);
    const contacts: ContactValue[] = [
      ...(phone ? [{ kind: 'phone' as const, value: phone }] : []),
      ...(typed.id_number ? [{ kind: 'id-number' as const, value: plainIdNumber(typed.id_number) }] : []),
      ...(typed.birth_date ? [{ kind: 'birth-date' as const, value: typed.birth_date }] : []),
    ];
    const hints = await duplicateHints(asking, {
      names: [typed.name, typed.name_other].filter((each) => each !== undefined), birthDate: typed.birth_date,
      birthYear: typed.birth_date ? Number(typed.birth_date.slice(0, 4)) : typed.birth_year, sex: typed.sex, territory: typed.territory, contacts,
    });
    const { ids, loose } = typed.name ? await searchPeople(asking.tx, asking, typed.name, { limit: mostFound, offset: 0 }) : { ids: [], loose: false };
    const likely = new Set(hints.inside.map(({ person }) => person.id));
    const cards = await peopleByIds(asking.tx, loose ? [] : ids.filter((each) => !likely.has(each)));
    return { ...hints, found: ids.flatMap((each) => cards.get(each) ?? []) };
  },
});
