import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { correctPerson } from '../correct-person/correct-person.ts';
import { indexPersonNames } from '../index-person-names/index-person-names.ts';
import { duplicateHintsQuery } from '../matching/duplicate-hints.query.ts';
import { peopleSearch } from '../people-search/people-search.ts';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { enrolKnownPerson } from './enrol-known-person.ts';

const agreed = { channel: 'oral-witness', companion_witness: 'on', language: 'ar-TN' };

async function twoHubs() {
  const world = await openHub();
  const [first, other] = [await world.as('desk_officer'), await world.secondHub()];
  const known = await act(world.house, first, registerPerson, { name: 'Khadija Ait El Haj', birth_year: 1984 });
  return { ...world, first, second: await other.as('desk_officer'), known };
}

describe('linking somebody who is known elsewhere', () => {
  it('makes one person with two enrolments when she tells her code and year and agrees', async () => {
    const { house, first, second, known } = await twoHubs();
    const told = { code: known.code.toLowerCase().replace('-', ' '), birth_year: '1984', ...agreed };
    expect(await act(house, second, enrolKnownPerson, told)).toEqual({ person: known.person });
    const sheet = await ask(house, second, personSheet, { person: known.person });
    expect(sheet.enrolment.via).toBe('told');
    expect(sheet.consents).toMatchObject([{ purpose: 'known-elsewhere', answer: 'given' }]);
    expect(sheet.events.map(({ name }) => name).sort()).toEqual(['people.consent-recorded', 'people.person-linked']);
    expect((await ask(house, second, peopleSearch, { q: 'خديجة' })).total).toBe(1);
    const hints = await ask(house, first, duplicateHintsQuery, { name: 'Khadija Ait El Haj', birth_year: 1984 });
    expect(hints.network).toBe(false);
    await expect(act(house, second, enrolKnownPerson, told)).rejects.toMatchObject({ code: 'people.already-here', offer: { person: known.person } });
  });

  it('answers a wrong code, a wrong year and nonsense alike, and enrols nobody', async () => {
    const { house, second, known } = await twoHubs();
    const wrong = [{ code: 'ZZZZ-9999', birth_year: 1984 }, { code: known.code, birth_year: 1985 }, { code: known.code }, { code: 'كلمة', birth_year: 1984 }];
    for (const told of wrong) {
      await expect(act(house, second, enrolKnownPerson, { ...told, ...agreed })).rejects.toMatchObject({ code: 'people.code-not-known', field: 'code' });
    }
    expect((await ask(house, second, peopleSearch, {})).total).toBe(0);
  });

  it('needs her yes to be heard by somebody', async () => {
    const { house, second, known } = await twoHubs();
    const told = { code: known.code, birth_year: 1984, channel: 'oral-witness', language: 'ar-TN' };
    await expect(act(house, second, enrolKnownPerson, told)).rejects.toMatchObject({ code: 'people.witness-needed' });
    await expect(act(house, second, enrolKnownPerson, { ...told, witness: second.account })).rejects.toMatchObject({ code: 'people.witness-is-asker' });
  });
});

describe('correcting a person', () => {
  it('is found by the new name and year at both hubs, and by the old at neither', async () => {
    const { house, network, first, second, known } = await twoHubs();
    await act(house, second, enrolKnownPerson, { code: known.code, birth_year: 1984, ...agreed });
    await act(house, first, correctPerson, { person: known.person, name: 'Zohra Mansouri', birth_year: 1986 });
    const job: Actor = { network, account: null, person: null, hub: null, roles: [], app: 'job' };
    expect(await act(house, job, indexPersonNames, { person: known.person })).toEqual({ hubs: 2 });
    for (const officer of [first, second]) {
      expect((await ask(house, officer, peopleSearch, { q: 'زهرة المنصوري' })).total).toBe(1);
      expect((await ask(house, officer, peopleSearch, { q: 'Khadija' })).total).toBe(0);
      const hints = await ask(house, officer, duplicateHintsQuery, { name: 'Khadija Ait El Haj', birth_year: 1984 });
      expect(hints).toEqual({ inside: [], found: [], network: false });
    }
  });

  it('refuses to note nothing, and what cannot be', async () => {
    const { house, first, known } = await twoHubs();
    const same = { person: known.person, name: 'Khadija Ait El Haj', birth_year: 1984 };
    await expect(act(house, first, correctPerson, same)).rejects.toMatchObject({ code: 'people.nothing-changed' });
    await expect(act(house, first, correctPerson, { ...same, birth_year: 2199 })).rejects.toMatchObject({ code: 'people.born-in-the-future' });
  });
});
