import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { addHouseholdMember } from './add-household-member.ts';
import { endHouseholdMember } from './end-household-member.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { formHousehold } from './form-household.ts';
import { householdHistory } from './household-history.ts';
import { nameHouseholdHead } from './name-household-head.ts';

async function family() {
  const world = await openHub();
  const officer = await world.as('desk_officer');
  const register = async (name: string, more = {}) => (await act(world.house, officer, registerPerson, { name, ...more })).person;
  const [mother, daughter, lodger] = [await register('Mabrouka Gharbi', { head_of_household: 'on' }), await register('Rim Gharbi'), await register('Noura Bouziane')];
  const householdOf = async (person: string) => (await ask(world.house, officer, personSheet, { person })).household;
  return { ...world, officer, mother, daughter, lodger, householdOf };
}

describe('a household', () => {
  it('begins with its head at registration and shows the same from every member', async () => {
    const { house, officer, mother, daughter, householdOf } = await family();
    const household = (await householdOf(mother))!.id;
    await act(house, officer, addHouseholdMember, { household, person: daughter, tie: 'child' });
    expect((await householdOf(daughter))?.members.map(({ person, tie, head }) => [person.id, tie, head])).toEqual([
      [mother, 'self', true], [daughter, 'child', false],
    ]);
    await act(house, officer, endHouseholdMember, { person: daughter });
    expect(await householdOf(daughter)).toBeNull();
    await expect(act(house, officer, endHouseholdMember, { person: daughter })).rejects.toBeInstanceOf(NotFound);
  });

  it('has one head, and nobody lives in two, whichever desk is quicker', async () => {
    const { house, as, officer, mother, daughter, lodger, householdOf } = await family();
    const household = (await householdOf(mother))!.id;
    await expect(act(house, officer, addHouseholdMember, { household, person: daughter, tie: 'child', head: 'on' })).rejects.toMatchObject({ code: 'people.second-head' });
    await expect(act(house, officer, formHousehold, { person: mother })).rejects.toMatchObject({ code: 'people.already-in-household' });
    const second = await as('desk_officer');
    const attempts = await Promise.allSettled([
      act(house, officer, formHousehold, { person: lodger, head: 'on' }), act(house, second, addHouseholdMember, { household, person: lodger, tie: 'other' }),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'people.already-in-household' } });
  });

  it('of another hub is not there', async () => {
    const { house, secondHub, mother, householdOf } = await family();
    const stranger = await (await secondHub()).as('desk_officer');
    const { person } = await act(house, stranger, registerPerson, { name: 'Zohra Hammami' });
    const household = (await householdOf(mother))!.id;
    await expect(act(house, stranger, addHouseholdMember, { household, person, tie: 'other' })).rejects.toBeInstanceOf(NotFound);
  });

  it('changes over time: who lived there, from which day to which, and who carried it', async () => {
    const { house, officer, mother, daughter, householdOf } = await family();
    const household = (await householdOf(mother))!.id;
    await act(house, officer, addHouseholdMember, { household, person: daughter, tie: 'child', since: '2020-03-01' });
    await act(house, officer, nameHouseholdHead, { person: daughter });
    expect((await householdOf(mother))!.members.map(({ person, head }) => [person.id, head])).toEqual([[daughter, true], [mother, false]]);
    await act(house, officer, endHouseholdMember, { person: daughter, until: '2024-06-30' });
    await act(house, officer, formHousehold, { person: daughter, head: 'on', since: '2024-07-01' });
    const { stays } = await ask(house, officer, householdHistory, { person: daughter });
    const days = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;
    expect(stays.map(({ since, until, members }) => [days(since), days(until), members.length])).toEqual([['2024-07-01', null, 1], ['2020-03-01', '2024-06-30', 2]]);
    expect((await ask(house, officer, householdHistory, { person: mother })).stays[0]!.members.map(({ person, until }) => [person.id, days(until)]))
      .toEqual([[mother, null], [daughter, '2024-06-30']]);
  });

  it('says each time who begins and ceases to carry it, ready to be counted by sex and place', async () => {
    const { house, network, officer, mother, daughter, householdOf } = await family();
    const household = (await householdOf(mother))!.id;
    await act(house, officer, addHouseholdMember, { household, person: daughter, tie: 'child' });
    await act(house, officer, nameHouseholdHead, { person: daughter });
    await act(house, officer, endHouseholdMember, { person: daughter });
    const rows = await ownerQuery<{ person_id: string; body: { head: boolean; kind: string } }>(house, `select person_id, body from core.event where network_id = '${network}' and name = 'people.household-head-noted' order by id`);
    expect(rows.map(({ person_id, body }) => [person_id, body.head, body.kind])).toEqual([[mother, true, 'person'], [mother, false, 'person'], [daughter, true, 'person'], [daughter, false, 'person']]);
    // Heads of today are those whose last word was yes: none is left in this home.
    expect((await householdOf(mother))!.members.map(({ head }) => head)).toEqual([false]);
  });

  it('refuses days that cannot be, and a head who is one already', async () => {
    const { house, officer, mother, daughter, householdOf } = await family();
    const household = (await householdOf(mother))!.id;
    const add = (since: string) => act(house, officer, addHouseholdMember, { household, person: daughter, tie: 'child', since });
    await expect(add('2199-01-01')).rejects.toMatchObject({ code: 'people.day-to-come', field: 'since' });
    await add('2020-03-01');
    await expect(act(house, officer, endHouseholdMember, { person: daughter, until: '2019-12-31' })).rejects.toMatchObject({ code: 'people.left-before-joined' });
    await act(house, officer, endHouseholdMember, { person: daughter, until: '2022-01-01' });
    await expect(add('2021-01-01')).rejects.toMatchObject({ code: 'people.lived-elsewhere-then' });
    await expect(act(house, officer, nameHouseholdHead, { person: mother })).rejects.toMatchObject({ code: 'people.head-already' });
    await expect(act(house, officer, nameHouseholdHead, { person: daughter })).rejects.toBeInstanceOf(NotFound);
  });

  it('two desks that name two heads in one second leave one', async () => {
    const { house, as, officer, mother, daughter, lodger, householdOf } = await family();
    const household = (await householdOf(mother))!.id;
    for (const person of [daughter, lodger]) await act(house, officer, addHouseholdMember, { household, person, tie: 'other' });
    const other = await as('desk_officer');
    await Promise.allSettled([act(house, officer, nameHouseholdHead, { person: daughter }), act(house, other, nameHouseholdHead, { person: lodger })]);
    expect((await householdOf(mother))!.members.filter(({ head }) => head)).toHaveLength(1);
  });
});
