import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import '../routes.tsx';
import { mergePersons } from '../merge-persons/merge-persons.ts';
import { proposeMerge } from '../merge-persons/propose-merge.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { keepApart } from './keep-apart.ts';
import { lookForDoubles } from './look-for-doubles.ts';
import { possibleDoubles } from './possible-doubles.ts';

/** A hub with a supervisor, and a way to register somebody although she looks like somebody else. */
async function team() {
  const world = await openHub();
  const [lead, officer] = [await world.as('supervisor'), await world.as('desk_officer')];
  const { house } = world;
  const seen: string[] = [];
  const register = async (name: string, more: Record<string, unknown> = {}) => {
    const { person } = await act(house, officer, registerPerson, { name, seen_duplicates: seen, ...more });
    seen.push(person);
    return person;
  };
  const look = () => act(house, lead, lookForDoubles, { begin: true });
  const list = async (state: 'open' | 'apart' = 'open') => ask(house, lead, possibleDoubles, { state });
  const pairs = async (state: 'open' | 'apart' = 'open') => (await list(state)).pairs.map(({ first, second }) => [first.id, second.id].sort().join(' '));
  return { ...world, lead, officer, register, look, list, pairs };
}
const pair = (a: string, b: string) => [a, b].sort().join(' ');

describe('possible doubles of a hub', () => {
  it('are found across scripts and orders, with their reasons, and no twins among them', async () => {
    const { register, look, list, pairs } = await team();
    const arabic = await register('فاطمة الزهراء بن علي', { birth_year: 1988 });
    const latin = await register('BEN ALI Fatma Zohra', { birth_year: 1988 });
    await register('سلمى الهمامي', { birth_year: 2001 });
    await register('سناء الهمامي', { birth_year: 2001 });
    await register('نور بوزيان', { birth_year: 1990 });
    await register('Noura Bouziane', { birth_year: 1990 });
    expect(await look()).toEqual({ compared: 6, persons: 6, found: 1, finished: true });
    expect(await pairs()).toEqual([pair(arabic, latin)]);
    const { pairs: [found], walk } = await list();
    expect(found!.reasons).toEqual(expect.arrayContaining(['reversed-order', 'same-birth-year']));
    expect(walk).toMatchObject({ compared: 6, persons: 6, found: 1 });
  });

  it('said to be two persons are never proposed again, and it stays written who said so and why', async () => {
    const { house, lead, register, look, list, pairs } = await team();
    const [a, b] = [await register('Mohamed Trabelsi', { birth_year: 1970 }), await register('محمد الطرابلسي', { birth_year: 1970 })];
    await look();
    await act(house, lead, keepApart, { a: b, b: a, why: 'Cousins; both were here.' });
    expect(await pairs()).toEqual([]);
    await look();
    expect(await pairs()).toEqual([]);
    expect((await list('apart')).pairs).toMatchObject([{ verdict: { why: 'Cousins; both were here.', who: expect.any(String) } }]);
    await expect(act(house, lead, keepApart, { a, b, why: 'Again.' })).rejects.toMatchObject({ code: 'people.already-apart' });
  });

  it('that were merged or wait to be merged leave the list', async () => {
    const { house, lead, officer, register, look, pairs } = await team();
    const [a, b] = [await register('Khadija Ait El Haj', { birth_year: 1979 }), await register('خديجة أيت الحاج', { birth_year: 1979 })];
    await look();
    expect(await pairs()).toEqual([pair(a, b)]);
    const { merge } = await act(house, officer, proposeMerge, { a, b, stays: a, reason: 'registered-twice', words: 'She said so.', despite_warnings: 'on' });
    expect(await pairs()).toEqual([]);
    await act(house, lead, mergePersons, { merge });
    await look();
    expect(await pairs()).toEqual([]);
  });

  it('of another hub are neither compared nor seen, and nobody below the supervisor sees any', async () => {
    const { house, officer, secondHub, register, look, pairs } = await team();
    const [a, b] = [await register('Aïcha Mansouri', { birth_year: 1985 }), await register('عائشة المنصوري', { birth_year: 1985 })];
    await look();
    const neighbour = await (await secondHub()).as('supervisor');
    await act(house, neighbour, lookForDoubles, { begin: true });
    expect((await ask(house, neighbour, possibleDoubles, {})).pairs).toEqual([]);
    await expect(act(house, neighbour, keepApart, { a, b, why: 'No.' })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(ask(house, officer, possibleDoubles, {})).rejects.toMatchObject({ code: 'core.role-missing' });
    expect(await pairs()).toEqual([pair(a, b)]);
  });

  it('a walk that was stopped goes on behind the last person compared', async () => {
    const { house, network, lead, register, look, list, pairs } = await team();
    const ids: string[] = [];
    for (const name of ['Salma Dridi', 'سلمى الدريدي', 'Moncef Zouari', 'المنصف الزواري']) ids.push(await register(name, { birth_year: 1995 }));
    ids.sort();
    await look();
    expect((await pairs()).length).toBe(2);
    // As if the machine had stopped after the first half: what was compared is not compared again.
    await ownerQuery(house, 'update people.double_search set until_id = $2, compared = 2, found = 0, finished_at = null where network_id = $1', [network, ids[1]]);
    await ownerQuery(house, 'update people.possible_double set score = 0 where network_id = $1', [network]);
    expect(await act(house, lead, lookForDoubles, {})).toMatchObject({ compared: 4, persons: 4, finished: true });
    expect((await list()).pairs.map(({ first, score }) => [first.id, score > 0])).toEqual([[ids[2], true], [ids[0], false]]);
    // Nothing is under way any more: without a new beginning there is nothing to go on with.
    await expect(act(house, lead, lookForDoubles, {})).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('the page lists them and takes the verdict, with the reason required', async () => {
    const world = await team();
    const [a, b] = [await world.register('Hajer Lamine', { birth_year: 1992 }), await world.register('هاجر الأمين', { birth_year: 1992 })];
    const web = await openWeb(world);
    await web.send('/people/doubles/look', {}, world.lead, '/people/doubles');
    const [first, second] = [a, b].sort();
    expect(await (await web.get('/people/doubles', world.lead)).text()).toContain(`/people/${first}/compare/${second}`);
    expect((await web.send('/people/doubles', { a: first!, b: second!, why: '' }, world.lead)).status).toBe(422);
    expect((await web.send('/people/doubles', { a: first!, b: second!, why: 'Sisters.' }, world.lead)).status).toBe(303);
    expect(await (await web.get('/people/doubles?state=apart', world.lead)).text()).toContain('Sisters.');
  });
});
