import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { peopleByIds } from '../public.ts';
import { personContact } from '../person-contact/person-contact.ts';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { peopleSearch } from './people-search.ts';

const registry = [
  { name: 'فاطمة الزهراء بن علي', birth_year: 1988 }, { name: 'Mohamed Amine Trabelsi' }, { name: 'محمود أمين الطرابلسي' },
  { name: 'Khadija Ait El Haj' }, { name: 'نورة بوزيان', name_other: 'Noura Bouziane' },
];

describe('looking for a person', () => {
  const spellings: readonly (readonly [string, string])[] = [
    ['fatma zohra', 'فاطمة الزهراء بن علي'], ['Benali', 'فاطمة الزهراء بن علي'], ['بن علي فاطمه', 'فاطمة الزهراء بن علي'],
    ['محمد امين', 'Mohamed Amine Trabelsi'], ['خديجة', 'Khadija Ait El Haj'], ['AÏT LHAJ', 'Khadija Ait El Haj'],
    ['bouzi', 'نورة بوزيان'], ['نوره', 'نورة بوزيان'], ['Nora Bouzyane', 'نورة بوزيان'], ['Khadija Xyzabc Ait El Haj', 'Khadija Ait El Haj'],
  ];
  it('finds her by any spelling, script and order, and by a beginning', async () => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    for (const person of registry) await act(house, officer, registerPerson, { ...person, seen_duplicates: [] });
    for (const [q, name] of spellings) {
      const { people } = await ask(house, officer, peopleSearch, { q });
      expect(people.map((person) => person.name), q).toContain(name);
    }
    expect((await ask(house, officer, peopleSearch, { q: 'zzyzx' })).total).toBe(0);
  });

  it('puts the name as written before the name heard alike', async () => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    for (const person of registry) await act(house, officer, registerPerson, { ...person, seen_duplicates: [] });
    const { people } = await ask(house, officer, peopleSearch, { q: 'Mohamed Amine Trabelsi' });
    expect(people[0]?.name).toBe('Mohamed Amine Trabelsi');
  });

  it('lists the newest first with a true count, fifty a page', async () => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    const names = Array.from({ length: 53 }, (_, at) => `Rim Gharbi ${'abcdefghijklmnopqrstuvwxyz'[at % 26]}${at}x`);
    let seen: string[] = [];
    for (const name of names) seen = [...seen, (await act(house, officer, registerPerson, { name, seen_duplicates: seen })).person].slice(-60);
    const first = await ask(house, officer, peopleSearch, {});
    expect([first.total, first.people.length, first.people[0]?.name]).toEqual([53, 50, names[52]]);
    expect((await ask(house, officer, peopleSearch, { page: '2' })).people.map(({ name }) => name)).toEqual(names.slice(0, 3).reverse());
  });

  it('shows another hub of the same network, and another network, nothing at all', async () => {
    const world = await openHub();
    const { person, code } = await act(world.house, await world.as('desk_officer'), registerPerson, { name: 'عائشة المنصوري', birth_year: 1979 });
    for (const elsewhere of [await world.secondHub(), await openHub()]) {
      const officer = await elsewhere.as('desk_officer');
      for (const q of ['عائشة', 'Aicha Mansouri', code, undefined]) {
        expect(await ask(world.house, officer, peopleSearch, { q })).toMatchObject({ people: [], total: 0 });
      }
      await expect(ask(world.house, officer, personSheet, { person })).rejects.toBeInstanceOf(NotFound);
      await expect(ask(world.house, officer, personContact, { person })).rejects.toBeInstanceOf(NotFound);
      const cards = await inTransaction(world.house.app, beginFor(officer), (tx) => peopleByIds(tx, [person]));
      expect(cards.size).toBe(0);
    }
  });

  it('is closed to a coach, a donor and a visitor', async () => {
    const { house, as } = await openHub();
    for (const role of ['coach', 'donor_viewer', 'network_admin'] as const) {
      await expect(ask(house, await as(role), peopleSearch, {})).rejects.toMatchObject({ code: expect.stringMatching(/^core\./) });
    }
  });
});
