import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { addHouseholdMember } from './add-household-member.ts';
import { endHouseholdMember } from './end-household-member.ts';
import { formHousehold } from './form-household.ts';

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
});
