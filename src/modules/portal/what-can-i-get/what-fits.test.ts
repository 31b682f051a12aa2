import { expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { ask } from '#core/pipeline.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { whatFits } from './what-fits.query.ts';

it('offers nobody a service of another country that says no place; where she lives decides, else the door she came through', async () => {
  const world = await openHub({ country: 'TN' });
  const far = await world.secondHub({ country: 'JO' });
  const here = await (await openDirectory(world)).service({ mainType: 'FIN' });
  const there = await (await openDirectory(far)).service({ mainType: 'FIN' });
  const fits = async (answers: object) =>
    (await ask(world.house, visitor(world.network), whatFits, { need: 'money', who: 'skip', age: 'skip', stage: 'skip', ...answers })).fits.map(({ service }) => service.id);
  expect(await fits({ place: 'TN-43' })).toEqual([here]);
  expect(await fits({ place: 'skip', hub: far.hub })).toEqual([there]);
  expect(await fits({ place: 'TN-43', hub: far.hub })).toEqual([here]);
  expect((await fits({ place: 'skip' })).toSorted()).toEqual([here, there].toSorted());
});
