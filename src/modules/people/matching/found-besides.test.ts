import { expect, it } from 'vitest';
import { ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { peopleSearch } from '../people-search/people-search.ts';
import { duplicateHintsQuery } from './duplicate-hints.query.ts';

it('a first name alone meets on the form whom the search meets', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const person = await desk.person('سلمى الماجري');
  await desk.person('هدى السعيدي');
  const searched = await ask(world.house, desk.officer, peopleSearch, { q: 'Salma' });
  const hints = await ask(world.house, desk.officer, duplicateHintsQuery, { name: 'Salma' });
  expect(searched.people.map(({ id }) => id)).toEqual([person]);
  expect([...hints.inside.map((one) => one.person.id), ...hints.found.map(({ id }) => id)]).toEqual([person]);
  const page = await (await (await openWeb(world)).get('/people/new?name=Salma', desk.officer)).text();
  expect(page).toContain(`href="/people/${person}"`);
  expect(page).not.toContain('لا أحد هنا يشبه هذا الشخص');
});

it('nobody is shown twice, and nobody for a name that only half fits', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const person = await desk.person('سلمى الماجري', 1994);
  const same = await ask(world.house, desk.officer, duplicateHintsQuery, { name: 'سلمى الماجري', birth_year: 1994 });
  expect([same.inside.map((one) => one.person.id), same.found]).toEqual([[person], []]);
  expect((await ask(world.house, desk.officer, duplicateHintsQuery, { name: 'سلمى بوعزيزي' })).found).toEqual([]);
});
