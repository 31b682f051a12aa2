import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { peopleSearch } from './people-search/people-search.ts';
import { registerPerson } from './register-person/register-person.ts';

async function open() {
  const world = await openHub();
  const officer = await world.as('desk_officer');
  return { ...world, officer, web: await openWeb(world) };
}

describe('the pages of persons', () => {
  it('show every side of a file to an officer, in three languages', async () => {
    const { house, officer, web } = await open();
    const { person } = await act(house, officer, registerPerson, { name: 'عائشة المنصوري', name_other: 'Aïcha Mansouri', birth_year: 1979, head_of_household: 'on' });
    const sides = ['', '/contact', '/consent', '/household', '/household?q=Aicha', '/notes', '/correct'].map((side) => `/people/${person}${side}`);
    for (const address of ['/people', '/people?q=aicha', '/people?q=zz', '/people/new', '/people/new?name=Aicha+Mansouri&birth_year=1979', '/people/known', ...sides]) {
      for (const lang of ['ar', 'fr', 'en']) {
        const page = await web.get(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`, officer);
        expect(page.status, `${address} ${lang}`).toBe(200);
      }
    }
    expect(await (await web.get('/people?lang=en', officer)).text()).toContain('عائشة المنصوري');
  });

  it('register somebody by form: look first, a double is offered side by side, pressing again registers', async () => {
    const { house, officer, web } = await open();
    const at = '/people/new?name=Fatma+Ben+Ali&birth_year=1988';
    const first = await web.send(at, { name: 'Fatma Ben Ali', birth_year: '1988', typed_by: 'officer' }, officer);
    expect(first.status).toBe(303);
    const known = first.headers.get('location')!.split('/').at(-1)!;
    const again = await web.send(at, { name: 'BEN ALI Fatma', birth_year: '1988', typed_by: 'officer' }, officer);
    expect(again.status).toBe(422);
    const page = await again.text();
    expect(page).toContain(`name="seen_duplicates" value="${known}"`);
    expect(page).toContain('value="BEN ALI Fatma"');
    const third = await web.send(at, { name: 'BEN ALI Fatma', birth_year: '1988', typed_by: 'officer', seen_duplicates: known }, officer);
    expect(third.status).toBe(303);
    expect((await ask(house, officer, peopleSearch, {})).total).toBe(2);
  });

  it('show the same absent page for a person of another hub and for nobody', async () => {
    const { house, officer, web, secondHub } = await open();
    const stranger = await (await secondHub()).as('desk_officer');
    const { person } = await act(house, stranger, registerPerson, { name: 'Rim Gharbi' });
    const [hidden, absent] = [await web.get(`/people/${person}`, officer), await web.get('/people/019aa000-0000-7000-8000-000000000000', officer)];
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    const plain = async (response: Response) => (await response.text()).replaceAll(/019[0-9a-f-]{33}/g, '');
    expect(await plain(hidden)).toBe(await plain(absent));
  });

  it('offer a manager no contact, and a coach no list', async () => {
    const { house, as, officer, web } = await open();
    const { person } = await act(house, officer, registerPerson, { name: 'Rim Gharbi' });
    const manager = await as('hub_manager');
    expect(await (await web.get(`/people/${person}`, manager)).text()).not.toContain(`/people/${person}/contact`);
    expect((await web.get(`/people/${person}/contact`, manager)).status).toBe(404);
    expect((await web.get('/people', await as('coach'))).status).toBe(404);
  });
});
