import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { figure } from '#modules/evidence/figure/figure.query.ts';
import '#modules/evidence/routes.tsx';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import '../routes.tsx';
import { enrolKnownPerson } from '../enrol-known-person/enrol-known-person.ts';
import { duplicateHintsQuery } from '../matching/duplicate-hints.query.ts';
import { peopleSearch } from '../people-search/people-search.ts';
import { personContact } from '../person-contact/person-contact.ts';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { comparePersons } from './compare-persons.ts';
import { declineMerge } from './decline-merge.ts';
import { mergeList } from './merge-list.ts';
import { mergePersons } from './merge-persons.ts';
import { proposeMerge } from './propose-merge.ts';
import { unmergePersons } from './unmerge-persons.ts';

const consent = { consent_answer: 'given', consent_channel: 'written', consent_language: 'ar-TN' };

/** One hub with a desk officer and a supervisor, and ways to register, to merge and to undo in one word. */
async function team() {
  const world = await openHub({ demo: true });
  const desk = await openDesk(world);
  const lead = await world.as('supervisor');
  const { house } = world;
  const register = async (name: string, more: Record<string, unknown> = {}) => act(house, desk.officer, registerPerson, { name, seen_duplicates: seen, ...more }).then((made) => { seen.push(made.person); return made; });
  const seen: string[] = [];
  const propose = (stays: string, other: string, by: Actor = desk.officer, more = {}) =>
    act(house, by, proposeMerge, { a: stays, b: other, stays, reason: 'registered-twice', words: 'She said so.', despite_warnings: 'on', ...more }).then(({ merge }) => merge);
  const merge = async (stays: string, other: string) => {
    const id = await propose(stays, other);
    await act(house, lead, mergePersons, { merge: id });
    return id;
  };
  const undo = (id: string) => act(house, lead, unmergePersons, { merge: id, why: 'They are cousins.' });
  const listed = async (q?: string) => (await ask(house, desk.officer, peopleSearch, { q })).people.map(({ id }) => id).sort();
  const sheet = (person: string) => ask(house, desk.officer, personSheet, { person });
  return { ...world, desk, lead, register, propose, merge, undo, listed, sheet };
}

/** What must not change when a merge is undone: every row but the log of what happened and the decision itself. */
const unchanging = (rows: string): string => {
  let table = '';
  return rows.split('\n').filter((line) => {
    if (/^[a-z]+\.[a-z_]+$/.test(line)) table = line;
    return !['core.event', 'core.look', 'core.command', 'people.merge'].includes(table);
  }).join('\n');
};

describe('two files that are one person', () => {
  it('are one in lists, search and figures, and read together', async () => {
    const { house, desk, register, merge, listed, sheet } = await team();
    const first = await register('فاطمة الزهراء بن علي', { birth_year: 1988, sex: 'female' });
    const second = await register('Fatma Ben Ali', { birth_year: 1988, sex: 'female' });
    await desk.visit(first.person);
    await desk.visit(second.person);
    const received = async () => (await ask(house, desk.officer, figure, { indicator: 'persons-received' })).shown.value;
    const visits = async () => (await ask(house, desk.officer, figure, { indicator: 'visits' })).shown.value;
    expect([await received(), await visits()]).toEqual([2, 2]);

    await merge(first.person, second.person);
    expect(await listed()).toEqual([first.person]);
    for (const q of ['Fatma Ben Ali', 'فاطمة الزهراء', second.code, first.code]) expect(await listed(q), q).toEqual([first.person]);
    expect([await received(), await visits()]).toEqual([1, 2]);
    const hints = await ask(house, desk.officer, duplicateHintsQuery, { name: 'Fatma Ben Ali', birth_year: 1988 });
    expect([hints.inside.map(({ person }) => person.id), hints.found, hints.network]).toEqual([[first.person], [], false]);
    const read = await sheet(second.person);
    expect(read.card.id).toBe(first.person);
    expect(read.files.map(({ id }) => id)).toEqual([second.person]);
    expect(read.events.filter(({ name }) => name === 'desk.client-received')).toHaveLength(2);
    expect(read.events.filter(({ name }) => name === 'people.person-registered')).toHaveLength(2);
  });

  it('are two again when it is undone: not one byte differs', async () => {
    const world = await team();
    const { desk, register, merge, undo, listed } = world;
    const people = [await register('Aicha Mansouri', { birth_year: 1979, phone: '98765432', phone_owner: 'self', ...consent }), await register('عائشة المنصوري', { birth_year: 1979, head_of_household: 'on' })];
    const [a, b] = people.map(({ person }) => person) as [string, string];
    await desk.visit(b);
    const before = unchanging(await everyOrdinaryRow(world));
    const id = await merge(a, b);
    expect(unchanging(await everyOrdinaryRow(world))).not.toBe(before);
    await undo(id);
    expect(unchanging(await everyOrdinaryRow(world))).toBe(before);
    expect(await listed()).toEqual([a, b].sort());
    await expect(undo(id)).rejects.toMatchObject({ code: 'people.not-merged' });
  });

  it('open each other’s contact at a desk where something is open for one of them, and no longer when undone', async () => {
    const { house, desk, register, merge, undo } = await team();
    const { person: a } = await register('Salma Hammami', { birth_year: 1990 });
    const { person: b } = await register('سلمى الهمامي', { birth_year: 1990, phone: '98111222', phone_owner: 'self', ...consent });
    await desk.visit(a);
    const id = await merge(a, b);
    const opened = await ask(house, desk.officer, personContact, { person: a });
    expect(opened.open && opened.contacts.map(({ value }) => value)).toEqual(['+21698111222']);
    await undo(id);
    expect(await ask(house, desk.officer, personContact, { person: a })).toMatchObject({ open: true, contacts: [] });
    expect(await ask(house, desk.officer, personContact, { person: b })).toEqual({ open: false });
  });
});

describe('who decides', () => {
  it('is never the one who proposed, while anyone else works here', async () => {
    const { house, lead, register, propose, listed } = await team();
    const [{ person: a }, { person: b }] = [await register('Rim Gharbi'), await register('ريم الغربي')];
    const own = await propose(a, b, lead);
    await expect(act(house, lead, mergePersons, { merge: own })).rejects.toMatchObject({ code: 'people.four-eyes' });
    expect(await listed()).toHaveLength(2);
    await expect(propose(b, a)).rejects.toMatchObject({ code: 'people.already-proposed' });
    await act(house, lead, declineMerge, { merge: own });
    await expect(act(house, lead, mergePersons, { merge: own })).rejects.toMatchObject({ code: 'people.already-decided' });
    await expect(act(house, lead, declineMerge, { merge: own })).rejects.toMatchObject({ code: 'people.already-decided' });
    expect((await ask(house, lead, mergeList, {})).decided.map(({ state }) => state)).toEqual(['declined']);
  });

  it('may be she herself where nobody else works, and the row says so', async () => {
    const world = await openHub();
    const lead = await world.as('supervisor');
    const [a, b] = [(await act(world.house, lead, registerPerson, { name: 'Noura Bouziane' })).person, (await act(world.house, lead, registerPerson, { name: 'Zohra Hammami' })).person];
    const { merge } = await act(world.house, lead, proposeMerge, { a, b, stays: a, reason: 'said-so', words: 'She married.', despite_warnings: 'on' });
    await act(world.house, lead, mergePersons, { merge });
    expect((await ask(world.house, lead, mergeList, {})).decided).toMatchObject([{ alone: true, state: 'merged' }]);
  });

  it('is not a desk officer, and nobody of another hub', async () => {
    const { house, desk, register, propose, secondHub } = await team();
    const [{ person: a }, { person: b }] = [await register('Rim Gharbi'), await register('ريم الغربي')];
    const merge = await propose(a, b);
    await expect(act(house, desk.officer, mergePersons, { merge })).rejects.toMatchObject({ code: 'core.role-missing' });
    const stranger = await (await secondHub()).as('supervisor');
    for (const deed of [mergePersons, declineMerge]) await expect(act(house, stranger, deed, { merge })).rejects.toBeInstanceOf(NotFound);
    await expect(act(house, stranger, unmergePersons, { merge, why: 'x' })).rejects.toBeInstanceOf(NotFound);
    await expect(ask(house, stranger, comparePersons, { a, b })).rejects.toBeInstanceOf(NotFound);
    expect((await ask(house, stranger, mergeList, {})).waiting).toEqual([]);
  });
});

describe('what speaks against it', () => {
  const warned = async (one: [string, Record<string, unknown>], other: [string, Record<string, unknown>]) => {
    const world = await team();
    const [{ person: a }, { person: b }] = [await world.register(...one), await world.register(...other)];
    const compared = await ask(world.house, world.desk.officer, comparePersons, { a, b });
    return { ...world, a, b, ...compared };
  };
  const twin = { birth_date: '2001-03-09', phone: '98 765 432', phone_owner: 'household', ...consent };

  it('twins are warned of, and not merged unless somebody has read it', async () => {
    const { warnings, sealed, propose, a, b } = await warned(['سلمى الهمامي', twin], ['سناء الهمامي', twin]);
    expect(warnings).toContain('twins');
    expect(sealed.map(({ kind, verdict }) => [kind, verdict])).toEqual([['phone', 'same'], ['id-number', 'unknown'], ['birth-date', 'same']]);
    await expect(propose(a, b, undefined, { despite_warnings: undefined })).rejects.toMatchObject({ code: 'people.look-at-warnings', field: 'despite_warnings' });
  });

  it('a mother and her daughter with one phone and one mistaken number are told apart, and the number is offered for correction', async () => {
    const shared = { phone: '98765432', phone_owner: 'household', id_kind: 'tn-cin', id_number: '07654321', ...consent };
    const world = await warned(['Mabrouka Gharbi', { birth_year: 1962, ...shared }], ['Rim Gharbi', { birth_year: 1990, ...shared }]);
    expect(world.warnings).toEqual(['two-generations', 'one-number-two-names', 'different-birth']);
    const page = await (await (await openWeb(world)).get(`/people/${world.a}/compare/${world.b}`, world.desk.officer)).text();
    expect(page).toContain(`href="/people/${world.b}/contact"`);
    expect(page).not.toContain('07654321');
  });

  it('nothing is warned of for one woman in two scripts', async () => {
    const { warnings, reasons } = await warned(['خديجة أيت الحاج', { birth_year: 1984 }], ['Khadija Ait El Haj', { birth_year: 1984 }]);
    expect(warnings).toEqual([]);
    expect(reasons).toContain('same-birth-year');
  });
});

describe('chains of merges', () => {
  it('lead to one survivor, are refused where they would go round, and come apart link by link', async () => {
    const world = await team();
    const { register, merge, undo, propose, listed } = world;
    const [a, b, c] = [(await register('Aicha Mansouri')).person, (await register('عائشة المنصوري')).person, (await register('Aïcha Mansouri')).person];
    const empty = unchanging(await everyOrdinaryRow(world));
    const inner = await merge(b, c);
    const withInner = unchanging(await everyOrdinaryRow(world));
    await expect(propose(a, c)).rejects.toMatchObject({ code: 'people.already-merged' });
    await expect(propose(c, a)).rejects.toMatchObject({ code: 'people.already-merged' });
    await expect(propose(b, c)).rejects.toMatchObject({ code: 'people.already-one' });
    await expect(propose(a, a)).rejects.toMatchObject({ code: 'people.merge-with-itself' });
    const outer = await merge(a, b);
    expect(await listed()).toEqual([a]);
    await undo(inner);
    expect(await listed()).toEqual([a, c].sort());
    await undo(outer);
    expect(unchanging(await everyOrdinaryRow(world))).toBe(empty);
    await merge(b, c);
    const again = await merge(a, b);
    await undo(again);
    expect(unchanging(await everyOrdinaryRow(world)).replaceAll(/[0-9a-f-]{36}\)$/gm, '')).toBe(withInner.replaceAll(/[0-9a-f-]{36}\)$/gm, ''));
    expect(await listed()).toEqual([a, b].sort());
  });

  it('two desks that merge crosswise in one second: one wins, the other is told', async () => {
    const { house, lead, as, register, propose, listed } = await team();
    const [{ person: a }, { person: b }, { person: c }] = [await register('Rim Gharbi'), await register('ريم الغربي'), await register('Rym Gharbi')];
    const [one, two] = [await propose(a, b), await propose(b, c)];
    const other = await as('supervisor');
    const attempts = await Promise.allSettled([act(house, lead, mergePersons, { merge: one }), act(house, other, mergePersons, { merge: two })]);
    const won = attempts.filter(({ status }) => status === 'fulfilled').length;
    const refused = attempts.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    // b into a, then c into b is refused (b is led on); c into b, then b into a is a chain and fine.
    expect([[1, ['people.already-merged']], [2, []]]).toContainEqual([won, refused]);
    expect(await listed()).toHaveLength(won === 1 ? 2 : 1);
  });
});

it('a hub that receives only one of the two sees no merge; one that links the absorbed file by its code still finds her', async () => {
  const { house, register, merge, secondHub } = await team();
  const a = await register('Khadija Ait El Haj', { birth_year: 1984 });
  const b = await register('خديجة أيت الحاج', { birth_year: 1984 });
  await merge(a.person, b.person);
  const officer = await (await secondHub()).as('desk_officer');
  await act(house, officer, enrolKnownPerson, { code: b.code, birth_year: 1984, channel: 'oral-witness', companion_witness: 'on', language: 'ar-TN' });
  const sheet = await ask(house, officer, personSheet, { person: b.person });
  expect([sheet.card.id, sheet.files]).toEqual([b.person, []]);
  expect((await ask(house, officer, peopleSearch, {})).people.map(({ id }) => id)).toEqual([b.person]);
});
