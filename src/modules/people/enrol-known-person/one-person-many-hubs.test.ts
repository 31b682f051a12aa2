import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { figure } from '#modules/evidence/figure/figure.query.ts';
import { identityCount } from '#modules/evidence/public.ts';
import { monthOf, monthPlus } from '#modules/evidence/reading/period.ts';
import '#modules/evidence/routes.tsx';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import '../routes.tsx';
import { duplicateHintsQuery } from '../matching/duplicate-hints.query.ts';
import { mergePersons } from '../merge-persons/merge-persons.ts';
import { proposeMerge } from '../merge-persons/propose-merge.ts';
import { unmergePersons } from '../merge-persons/unmerge-persons.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { enrolKnownPerson } from './enrol-known-person.ts';

const last = monthPlus(monthOf(new Date()), -1);
const agreed = { channel: 'oral-witness', companion_witness: 'on', language: 'ar-TN' };

/** Two hubs of one network; Khadija is registered at the first. */
async function twoHubs() {
  const world = await openHub({ demo: true });
  const other = await world.secondHub();
  const [first, second] = [await world.as('desk_officer'), await other.as('desk_officer')];
  const known = await act(world.house, first, registerPerson, { name: 'Khadija Ait El Haj', birth_year: 1984 });
  return { ...world, other, first, second, known };
}

describe('one person at two hubs', () => {
  it('is enrolled twice and counted once in the network’s figures', async () => {
    const world = await twoHubs();
    const { house, network, other, first, second, known } = world;
    await act(house, second, enrolKnownPerson, { code: known.code, birth_year: 1984, ...agreed });
    const enrolments = await ownerQuery<{ hub_id: string }>(house, `select hub_id from people.enrolment where network_id = '${network}' and person_id = '${known.person}'`);
    expect(enrolments.map(({ hub_id }) => hub_id).sort()).toEqual([world.hub, other.hub].sort());
    await receivedBefore(world, first, [...persons(6), known.person].map((person) => ({ at: `${last}-03`, person })));
    await receivedBefore(other, second, [...persons(7), known.person].map((person) => ({ at: `${last}-04`, person })));
    const value = async (over: 'hub' | 'network', by = first) => (await ask(house, by, figure, { indicator: 'persons-received', over, from: last, to: last })).shown.value;
    expect([await value('hub'), await value('hub', second), await value('network')]).toEqual([7, 8, 14]);
    expect((await ask(house, first, figure, { indicator: 'visits', over: 'network', to: last })).shown.value).toBe(15);
  });

  it('registered twice and merged counts once everywhere, and twice again when it is undone', async () => {
    const world = await twoHubs();
    const { house, network, other, first, second, known } = world;
    const twice = await act(house, first, registerPerson, { name: 'خديجة أيت الحاج', birth_year: 1984, seen_duplicates: [known.person] });
    await receivedBefore(world, first, [...persons(6), known.person].map((person) => ({ at: `${last}-03`, person })));
    await receivedBefore(world, first, [{ at: `${last}-05`, person: twice.person }]);
    await receivedBefore(other, second, persons(7).map((person) => ({ at: `${last}-04`, person })));
    const value = async () => (await ask(house, first, figure, { indicator: 'persons-received', over: 'network', to: last })).shown.value;
    const count = () => inTransaction(house.report, beginFor(first, { readOnly: true }), (tx) => identityCount(tx, network));
    expect([await value(), await count()]).toEqual([15, { files: 15, counted: 15, groups: 15, crooked: 0 }]);
    const { merge } = await act(house, first, proposeMerge, { a: known.person, b: twice.person, stays: known.person, reason: 'registered-twice', words: 'One paper.', despite_warnings: 'on' });
    const lead = await world.as('supervisor');
    await act(house, lead, mergePersons, { merge });
    expect([await value(), await count()]).toEqual([14, { files: 15, counted: 14, groups: 14, crooked: 0 }]);
    await act(house, lead, unmergePersons, { merge, why: 'Two cousins.' });
    expect([await value(), await count()]).toEqual([15, { files: 15, counted: 15, groups: 15, crooked: 0 }]);
  });

  it('a chain that was not followed to its end is found by the check', async () => {
    const { house, network, first, known } = await twoHubs();
    const more = [];
    for (const name of ['Rim Gharbi', 'Noura Bouziane']) more.push((await act(house, first, registerPerson, { name })).person);
    const [b, c] = more as [string, string];
    const led = (person: string, to: string, into: string | null, merge: string | null) => `('${network}', '${person}', '${to}', ${into ? `'${into}'` : 'null'}, ${merge ? `'${merge}'` : 'null'})`;
    const { merge } = await act(house, first, proposeMerge, { a: known.person, b, stays: known.person, reason: 'other', words: 'A test.', despite_warnings: 'on' });
    // The owner writes what no action would: c is led to b, which is itself led on.
    await ownerQuery(house, `begin;
      insert into core.same_person values ${led(known.person, known.person, null, null)}, ${led(b, known.person, known.person, merge)}, ${led(c, b, b, merge)};
      set constraints all immediate; commit`);
    expect(await inTransaction(house.report, beginFor(first, { readOnly: true }), (tx) => identityCount(tx, network))).toEqual({ files: 3, counted: 2, groups: 1, crooked: 1 });
  });
});

describe('before she agrees, another hub', () => {
  it('learns only that she may be known: the same answer but one word, by the same questions to the database', async () => {
    const { house, second } = await twoHubs();
    const typed = { name: 'خديجة أيت الحاج', sex: 'female', territory: 'TN-43' };
    const asked = async (birth_year: number) => {
      const spy = vi.spyOn(pg.Client.prototype, 'query');
      const answer = await ask(house, second, duplicateHintsQuery, { ...typed, birth_year });
      const texts = spy.mock.calls.map(([statement]) => (typeof statement === 'string' ? statement.replaceAll(/[0-9a-f-]{36}/g, 'id') : (statement as unknown as { text: string }).text));
      spy.mockRestore();
      return { answer, texts };
    };
    const [known, unknown] = [await asked(1984), await asked(1985)];
    expect(known.answer).toEqual({ inside: [], found: [], network: true });
    expect(unknown.answer).toEqual({ inside: [], found: [], network: false });
    expect(known.texts.length).toBeGreaterThan(2);
    expect(known.texts).toEqual(unknown.texts);
  });

  it('and once she told her code, sees her as its own', async () => {
    const { house, second, known } = await twoHubs();
    await act(house, second, enrolKnownPerson, { code: known.code, birth_year: 1984, ...agreed });
    const hints = await ask(house, second, duplicateHintsQuery, { name: 'خديجة أيت الحاج', birth_year: 1984 });
    expect([hints.network, hints.inside.map(({ person }) => person.id)]).toEqual([false, [known.person]]);
  });
});
