import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import '../routes.tsx';
import { correctPerson } from '../correct-person/correct-person.ts';
import { enrolKnownPerson } from '../enrol-known-person/enrol-known-person.ts';
import { duplicateHintsQuery } from '../matching/duplicate-hints.query.ts';
import { peopleSearch } from '../people-search/people-search.ts';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { claimPerson } from './claim-person.ts';
import { registerUnnamed } from './register-unnamed.ts';

const witnessed = { channel: 'oral-witness', companion_witness: 'on', language: 'ar-TN' };

async function unnamed(given: Record<string, unknown> = {}) {
  const world = await openHub();
  const desk = await openDesk(world);
  const { person, code } = await act(world.house, desk.officer, registerUnnamed, { word: 'ياسمين', ...given });
  const claim = (more: Record<string, unknown>) => act(world.house, desk.officer, claimPerson, { code, word: 'ياسمين', name: 'نورة بوزيان', birth_year: '1988', ...more });
  const sheet = async () => ask(world.house, desk.officer, personSheet, { person });
  return { ...world, desk, person, code, claim, sheet };
}

describe('somebody who gives no name', () => {
  it('is received under an alias or the file code, found by either, and proposed to nobody as known', async () => {
    const { house, desk, person, code, sheet } = await unnamed({ alias: 'أم علي' });
    expect((await sheet()).card).toMatchObject({ name: 'أم علي', alias: true, birthYear: null });
    for (const q of ['أم علي', code]) expect((await ask(house, desk.officer, peopleSearch, { q })).people.map(({ id }) => id)).toEqual([person]);
    const bare = await act(house, desk.officer, registerUnnamed, { word: 'jasmin' });
    expect((await ask(house, desk.officer, personSheet, { person: bare.person })).card.name).toBe(bare.code);
    expect((await ask(house, desk.officer, duplicateHintsQuery, { name: 'أم علي', birth_year: 1988 })).network).toBe(false);
  });

  it('keeps her history when she gives her name, by code and word in any spelling', async () => {
    const { house, desk, person, claim, sheet } = await unnamed();
    await desk.visit(person);
    expect(await claim({ word: ' يَاسمين ' })).toEqual({ person });
    const { card, events } = await sheet();
    expect(card).toMatchObject({ name: 'نورة بوزيان', alias: false, birthYear: 1988 });
    expect(events.map(({ name }) => name)).toEqual(expect.arrayContaining(['desk.client-received', 'people.person-registered', 'people.person-claimed']));
    expect((await ask(house, desk.officer, peopleSearch, { q: 'Noura Bouziane' })).people.map(({ id }) => id)).toEqual([person]);
    // The word opens nothing any more; code and year do, as for everybody.
    await expect(claim({})).rejects.toMatchObject({ code: 'people.claim-not-known' });
  });

  it('is claimed by nobody with a wrong code or word, and not for long by trying', async () => {
    const { claim, sheet } = await unnamed();
    await expect(claim({ code: 'ZZZZ-9999' })).rejects.toMatchObject({ code: 'people.claim-not-known', field: 'code' });
    for (let tries = 0; tries < 5; tries++) await expect(claim({ word: `كلمة ${tries}` })).rejects.toMatchObject({ code: 'people.claim-not-known', field: 'code' });
    await expect(claim({})).rejects.toMatchObject({ code: 'core.too-many' });
    expect((await sheet()).card.alias).toBe(true);
  });

  it('needs a word that is not guessed at once, and a name only by claiming', async () => {
    const { house, desk, person, sheet } = await unnamed();
    await expect(act(house, desk.officer, registerUnnamed, { word: 'abc' })).rejects.toMatchObject({ code: 'people.word-too-short' });
    await expect(act(house, desk.officer, registerUnnamed, { word: 'jasmin', alias: '12 34' })).rejects.toMatchObject({ code: 'people.name-not-readable' });
    await expect(act(house, desk.officer, correctPerson, { person, name: 'Noura Bouziane' })).rejects.toMatchObject({ code: 'people.claim-first' });
    const { card } = await sheet();
    await act(house, desk.officer, correctPerson, { person, name: card.name, sex: 'female' });
    expect((await sheet()).card).toMatchObject({ alias: true, sex: 'female' });
  });

  it('is linked at another hub by code and word, and claimed there', async () => {
    const { house, person, code, secondHub } = await unnamed();
    const officer = await (await secondHub()).as('desk_officer');
    const claim = { code, word: 'ياسمين', name: 'Noura Bouziane' };
    await expect(act(house, officer, claimPerson, claim)).rejects.toMatchObject({ code: 'people.link-first' });
    await expect(act(house, officer, enrolKnownPerson, { code, ...witnessed })).rejects.toMatchObject({ code: 'people.code-not-known' });
    expect(await act(house, officer, enrolKnownPerson, { code, word: 'ياسمين', ...witnessed })).toEqual({ person });
    expect(await act(house, officer, claimPerson, claim)).toEqual({ person });
  });

  it('leaves her word nowhere', async () => {
    const { house, network } = await unnamed({ word: 'kwzqxj' });
    const rows = await ownerQuery<{ row: string }>(house, `select t::text as row from people.told_code t where network_id = '${network}' union all select t::text from core.event t where network_id = '${network}'
      union all select t::text from people.person t where network_id = '${network}' union all select t::text from people.name_word t where network_id = '${network}'`);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.map(({ row }) => row).join('\n')).not.toContain('kwzqxj');
  });
});
