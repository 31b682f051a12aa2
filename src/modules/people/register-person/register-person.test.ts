import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { act, ask } from '#core/pipeline.ts';
import { Refusal } from '#core/refusal.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { duplicateHintsQuery } from '../matching/duplicate-hints.query.ts';
import { peopleSearch } from '../people-search/people-search.ts';
import { registerPerson } from './register-person.ts';

type Given = Record<string, unknown> & { name: string };
const register = (house: House, actor: Actor, given: Given) => act(house, actor, registerPerson, given);
const refusalOf = (attempt: Promise<unknown>): Promise<Refusal> =>
  attempt.then(() => { throw new Error('was not refused'); }, (error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });

describe('registering a person', () => {
  it('needs no phone, no paper, no birth date: a name is enough', async () => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    const { person, code } = await register(house, officer, { name: 'نورة بوزيان' });
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const { people } = await ask(house, officer, peopleSearch, { q: code });
    expect(people.map(({ id }) => id)).toEqual([person]);
  });

  // domain.md 3.14: each row is one person written in several ways.
  const samePersons: readonly (readonly [string, string])[] = [
    ['فاطمة الزهراء بن علي', 'Fatma Zohra Ben Ali'],
    ['فاطمة الزهراء بن علي', 'Fatima Ezzahra BENALI'],
    ['محمد أمين الطرابلسي', 'Mohamed Amine Trabelsi'],
    ['Mohamed Amine Trabelsi', 'Mouhamed Amin Ettrabelsi'],
    ['خديجة أيت الحاج', 'Khadija Ait El Haj'],
    ['Khadija Ait El Haj', 'Khadidja AÏT LHAJ'],
    ['عائشة المنصوري', 'Aïcha Mansouri'],
    ['نورة بوزيان', 'Nora Bouzyane'],
    ['Fatma Ben Ali', 'BEN ALI Fatma'],
  ];
  it.each(samePersons)('%s is proposed when %s is typed', async (known, typed) => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    const { person } = await register(house, officer, { name: known, birth_year: 1988 });
    const refusal = await refusalOf(register(house, officer, { name: typed, birth_year: 1988 }));
    expect(refusal.code).toBe('people.possible-duplicate');
    expect((refusal.offer.candidates as { person: { id: string } }[]).map((each) => each.person.id)).toEqual([person]);
  });

  const otherPersons: readonly (readonly [string, string])[] = [
    ['محمد أمين الطرابلسي', 'محمود أمين الطرابلسي'],
    ['محمد أمين الطرابلسي', 'Mahmoud Amine Trabelsi'],
    ['نورة بوزيان', 'نور بوزيان'],
    ['Noura Bouziane', 'Nour Bouziane'],
  ];
  it.each(otherPersons)('%s does not stand in the way of %s', async (known, typed) => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    await register(house, officer, { name: known, birth_year: 1988 });
    await expect(register(house, officer, { name: typed, birth_year: 1988 })).resolves.toHaveProperty('person');
  });

  const consent = { consent_answer: 'given', consent_channel: 'written', consent_language: 'ar-TN' };
  it('takes twins with one birth date and one phone for two', async () => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    const shared = { birth_date: '2001-03-09', phone: '98 765 432', phone_owner: 'household', ...consent };
    await register(house, officer, { name: 'سلمى الهمامي', ...shared });
    await expect(register(house, officer, { name: 'سناء الهمامي', ...shared })).resolves.toHaveProperty('person');
  });

  it('takes a mother and daughter with one phone and one mistyped number for two', async () => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    const shared = { phone: '98765432', phone_owner: 'household', id_kind: 'tn-cin', id_number: '07654321', ...consent };
    await register(house, officer, { name: 'Mabrouka Gharbi', birth_year: 1962, ...shared });
    await expect(register(house, officer, { name: 'Rim Gharbi', birth_year: 1990, ...shared })).resolves.toHaveProperty('person');
  });

  it('registers her all the same once the officer has looked at the proposals', async () => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    const { person } = await register(house, officer, { name: 'Fatma Ben Ali', birth_year: 1988 });
    const second = await register(house, officer, { name: 'Fatma Ben Ali', birth_year: 1988, seen_duplicates: [person] });
    expect(second.person).not.toBe(person);
  });

  it('catches the same person typed at two desks in the same second', async () => {
    const { house, as } = await openHub();
    const desks = await Promise.all([as('desk_officer'), as('desk_officer')]);
    const typed = [{ name: 'فاطمة الزهراء بن علي', birth_year: 1988 }, { name: 'Fatma Zohra Ben Ali', birth_year: 1988 }];
    const attempts = await Promise.allSettled(typed.map((given, at) => register(house, desks[at]!, given)));
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = attempts.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'people.possible-duplicate' });
    expect((await ask(house, desks[0]!, peopleSearch, {})).total).toBe(1);
  });

  it('says of another hub only that she may be known in the network', async () => {
    const world = await openHub();
    const other = await world.secondHub();
    await register(world.house, await world.as('desk_officer'), { name: 'عائشة المنصوري', birth_year: 1979 });
    const officer = await other.as('desk_officer');
    const hints = (name: string, birth_year: number) => ask(world.house, officer, duplicateHintsQuery, { name, birth_year });
    expect(await hints('Aïcha Mansouri', 1979)).toEqual({ inside: [], found: [], network: true });
    expect(await hints('Aïcha Mansouri', 1991)).toEqual({ inside: [], found: [], network: false });
    expect(await hints('Zohra Mansouri', 1979)).toEqual({ inside: [], found: [], network: false });
    const own = await ask(world.house, await world.as('desk_officer'), duplicateHintsQuery, { name: 'Aïcha Mansouri', birth_year: 1979 });
    expect(own).toMatchObject({ network: false, inside: [{ strength: 'possible' }] });
    await expect(register(world.house, officer, { name: 'Aïcha Mansouri', birth_year: 1979 })).resolves.toHaveProperty('person');
  });

  const refusals: readonly (readonly [string, Given])[] = [
    ['name-not-readable', { name: '2 00 ' }],
    ['born-in-the-future', { name: 'Rim', birth_year: 2190 }],
    ['birth-does-not-agree', { name: 'Rim', birth_year: 1990, birth_date: '1991-02-01' }],
    ['unknown-territory', { name: 'Rim', territory: 'XX-99' }],
    ['contact-without-consent', { name: 'Rim', phone: '98765432', phone_owner: 'self' }],
    ['contact-without-consent', { name: 'Rim', address: 'rue du Pacha', consent_answer: 'refused' }],
    ['consent-incomplete', { name: 'Rim', consent_answer: 'given' }],
    ['phone-not-readable', { name: 'Rim', phone: '12', phone_owner: 'self', ...consent }],
    ['phone-owner-missing', { name: 'Rim', phone: '98765432', ...consent }],
    ['id-kind-missing', { name: 'Rim', id_number: '07654321', ...consent }],
    ['id-number-missing', { name: 'Rim', id_kind: 'tn-cin', ...consent }],
    ['id-number-malformed', { name: 'Rim', id_kind: 'tn-cin', id_number: '076', ...consent }],
    ['id-number-of-another-country', { name: 'Rim', id_kind: 'tn-cin', id_number: 'BK123456', ...consent }],
    ['id-number-not-expected', { name: 'Rim', id_kind: 'none', id_number: '07654321', ...consent }],
    ['id-kind-of-another-country', { name: 'Rim', id_kind: 'ma-cnie', id_number: 'BK123456', ...consent }],
    ['witness-needed', { name: 'Rim', ...consent, consent_channel: 'oral-witness' }],
    ['minor-needs-guardian', { name: 'Rim', birth_year: new Date().getUTCFullYear() - 12, ...consent }],
  ];
  it.each(refusals)('refuses with %s and keeps nothing', async (code, given) => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    expect((await refusalOf(register(house, officer, given))).code).toBe(`people.${code}`);
    expect((await ask(house, officer, peopleSearch, {})).total).toBe(0);
  });

  it('refuses 30 February as no date at all', async () => {
    const { house, as } = await openHub();
    await expect(register(house, await as('desk_officer'), { name: 'Rim', birth_date: '1990-02-30' }))
      .rejects.toMatchObject({ problems: [{ field: 'birth_date', code: 'impossible-date' }] });
  });

  it('serves her who refuses that her data be kept, and a minor without guardian', async () => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    await expect(register(house, officer, { name: 'Rim', consent_answer: 'refused' })).resolves.toHaveProperty('person');
    await expect(register(house, officer, { name: 'Salma Hammami', birth_year: new Date().getUTCFullYear() - 12 })).resolves.toHaveProperty('person');
  });

  it('keeps a name in mixed scripts as it was written and finds it by either', async () => {
    const { house, as } = await openHub();
    const officer = await as('desk_officer');
    await register(house, officer, { name: 'فاطمة Ben Ali' });
    for (const q of ['فاطمه', 'ben ali', 'Fatma Benali']) {
      expect((await ask(house, officer, peopleSearch, { q })).people.map(({ name }) => name), q).toEqual(['فاطمة Ben Ali']);
    }
  });

  it('is no business of a hub manager', async () => {
    const { house, as } = await openHub();
    await expect(register(house, await as('hub_manager'), { name: 'Rim' })).rejects.toMatchObject({ code: 'core.role-missing' });
  });
});
