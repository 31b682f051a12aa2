import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act } from '#core/pipeline.ts';
import { correctPerson } from '#modules/people/correct-person/correct-person.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import '#modules/rights/routes.tsx';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openRequest } from '../open-request/open-request.ts';
import { carryOutErasure } from './carry-out-erasure.ts';
import { decideErasure } from './decide-erasure.ts';

it('whoever was erased is named again by nobody at a desk: not by a correction, not past it, not by a phone', async () => {
  const world = await openHub();
  const { house, network, hub } = world;
  const desk = await openDesk(world);
  const person = await desk.person('زينب الورتاني', 1990);
  await desk.visit(person);
  await act(house, desk.officer, recordConsent, { person, purpose: 'service', answer: 'given', channel: 'written', language: 'ar-TN' });
  await act(house, desk.officer, setContact, { person, phone: '+216 22 345 677', phone_owner: 'self' });
  const { request } = await act(house, desk.officer, openRequest, { person, kind: 'erase', identified_by: ['paper', 'card'] });
  await act(house, await world.as('dpo'), decideErasure, { request, decision: 'erase' });
  await act(house, jobOf(network), carryOutErasure, { request });

  const seen = { name: '—', name_other: '', birth_year: null, birth_year_about: false, sex: '', territory: '', languages: [], reading: '' };
  await expect(act(house, desk.officer, correctPerson, { person, ...seen, name: 'زينب الورتاني', birth_year: 1990, seen })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(house, desk.officer, setContact, { person, phone: '+216 22 345 678', phone_owner: 'self' })).rejects.toThrow();
  const [contact] = await ownerQuery<{ id: string }>(house, 'select id from people.person_contact where person_id = $1', [person]);
  const past = (write: ReturnType<typeof sql>) => inTransaction(house.app, beginFor(desk.officer), (tx) => write.execute(tx));
  for (const write of [
    sql`update people.person set name = 'زينب' where id = ${person}`,
    sql`insert into people.name_word (network_id, hub_id, word, person_id) values (${network}, ${hub}, 'زينب', ${person})`,
    sql`insert into people.contact_mark (network_id, hub_id, person_id, contact_id, blind) values (${network}, ${hub}, ${person}, ${contact!.id}, ${Buffer.alloc(32)})`,
  ]) await expect(past(write)).rejects.toThrow('named again');
  expect(await ownerQuery(house, 'select name, birth_year from people.person where id = $1', [person])).toEqual([{ name: '—', birth_year: null }]);
  expect(await ownerQuery(house, 'select word from people.name_word where person_id = $1', [person])).toEqual([]);
});
