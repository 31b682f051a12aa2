import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import type { Refusal } from '#core/refusal.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import '../routes.tsx';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { correctPerson } from './correct-person.ts';

const noted = { name: 'Rim Gharbi', name_other: '', birth_year: 1990, birth_year_about: false, sex: 'female', territory: 'TN-43', languages: ['ar-TN'], reading: 'well' };

async function twoOfficers() {
  const world = await openHub();
  const [first, second] = [await world.as('desk_officer'), await world.as('case_worker')];
  const { person } = await act(world.house, first, registerPerson, noted);
  const save = (officer: Actor, change: Record<string, unknown>) =>
    act(world.house, officer, correctPerson, { person, ...noted, seen: noted, ...change });
  const card = async () => (await ask(world.house, first, personSheet, { person })).card;
  return { ...world, first, second, person, save, card };
}

const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => { throw new Error('was not refused'); }, (error: unknown) => error as Refusal);

describe('two officers correct one person', () => {
  it('keeps both when they changed different fields', async () => {
    const { first, second, save, card } = await twoOfficers();
    await save(first, { birth_year: 1991 });
    await save(second, { name: 'Rim El Gharbi', territory: 'TN-53' });
    expect(await card()).toMatchObject({ name: 'Rim El Gharbi', birthYear: 1991, territory: 'TN-53' });
  });

  it('shows the second both values of one field, writes nothing, and does what she chooses', async () => {
    const { first, second, save, card } = await twoOfficers();
    await save(first, { birth_year: 1991, reading: 'little' });
    const mine = { birth_year: 1989, languages: ['ar-TN', 'fr'] };
    const refused = await refusalOf(save(second, mine));
    expect(refused).toMatchObject({ code: 'people.edited-meanwhile', offer: { conflicts: [{ field: 'birth_year', mine: 1989, theirs: 1991 }] } });
    expect(await card()).toMatchObject({ birthYear: 1991, languages: ['ar-TN'] });
    const { seen, shown } = refused.offer;
    await save(second, { ...mine, seen, shown, keep: { birth_year: 'theirs' }, reading: 'well' });
    // What she left as she had found it does not undo what the first one saved.
    expect(await card()).toMatchObject({ birthYear: 1991, languages: ['ar-TN', 'fr'], reading: 'little' });
  });

  it('in one second: one is saved, the other is asked', async () => {
    const { first, second, save, card } = await twoOfficers();
    const attempts = await Promise.allSettled([save(first, { name: 'Rim Ben Ali' }), save(second, { name: 'Rim Mansouri' })]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'people.edited-meanwhile' } });
    expect(['Rim Ben Ali', 'Rim Mansouri']).toContain((await card()).name);
  });

  it('on the page: the form comes back with both values and what she typed', async () => {
    const world = await twoOfficers();
    const web = await openWeb(world);
    const page = `/people/${world.person}/correct`;
    const opened = await (await web.get(page, world.second)).text();
    const seen = /name="seen" value="([^"]*)"/.exec(opened)![1]!.replaceAll('&quot;', '"');
    expect(JSON.parse(seen)).toMatchObject({ name: 'Rim Gharbi', birth_year: 1990, territory: 'TN-43' });
    await world.save(world.first, { birth_year: 1991 });
    const form = { name: 'Rim Gharbi', birth_year: '1989', sex: 'female', territory: 'TN-43', languages: 'ar-TN', reading: 'well', seen };
    const answer = await web.send(page, form, world.second);
    expect(answer.status).toBe(422);
    const again = await answer.text();
    expect(again).toMatch(/name="keep\.birth_year"/);
    expect(again).toContain('1991');
    expect(again).toMatch(/name="birth_year"[^>]*value="1989"|value="1989"[^>]*name="birth_year"/);
    const carried = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(again)![1]!.replaceAll('&quot;', '"');
    const chosen = await web.send(page, { ...form, seen: carried('seen'), shown: carried('shown'), 'keep.birth_year': 'mine' }, world.second);
    expect(chosen.status).toBe(303);
    expect((await world.card()).birthYear).toBe(1989);
  });
});
