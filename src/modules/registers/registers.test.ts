import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { entryList } from './entry/entry-list.query.ts';
import { entrySheet } from './entry/entry-sheet.query.ts';
import { registerCounts } from './entry/register-counts.query.ts';
import { countingOf, kinds, machines, statesOf, told } from './machines.ts';
import { addMeasure } from './measure/add-measure.ts';
import { followMeasure } from './measure/follow-measure.ts';
import { measureList } from './measure/measure-list.query.ts';
import { measureAgain } from './measurement/measure-again.ts';
import { measurementList } from './measurement/measurement-list.query.ts';
import { setBaseline } from './measurement/set-baseline.ts';
import { commissionStudy } from './open-entry/commission-study.ts';
import { draftRecommendation } from './open-entry/draft-recommendation.ts';
import { planEvent } from './open-entry/plan-event.ts';
import { planStudyVisit } from './open-entry/plan-study-visit.ts';
import { proposePilot } from './open-entry/propose-pilot.ts';
import { addProfessional } from './professional/add-professional.ts';
import { professionalList } from './professional/professional-list.query.ts';
import { trainProfessionals } from './professional/train-professionals.ts';
import { proofFile } from './proof/proof-file.query.ts';
import { replaceProof } from './proof/replace-proof.ts';
import { withdrawProof } from './proof/withdraw-proof.ts';
import { takeStep } from './step/take-step.ts';
import { storyList } from './story/story-list.query.ts';
import { tellStory } from './story/tell-story.ts';
import { withdrawStory } from './story/withdraw-story.ts';
import './routes.tsx';

let world: World;
let [manager, supervisor, officer]: Actor[] = [];
let body: string;
const pdf = (mark = '') => Buffer.from(`%PDF-1.4\n%${mark}\n%%EOF`).toString('base64');
const dayAgo = (days: number) => dayAtHub(-days);
const refused = (code: string, field?: string) => expect.objectContaining({ code: `registers.${code}`, ...(field ? { field } : {}) });
const step = (entry: string, to: string, more: Record<string, unknown> = {}, by = manager!) => act(world.house, by, takeStep, { entry, to, on: dayAgo(0), ...more } as never);
const sheet = (entry: string, by = manager!) => ask(world.house, by, entrySheet, { entry });
const toldOf = async (subject: string) => (await ownerQuery<{ name: string }>(world.house, 'select name from core.event where subject_id = $1 order by at, id', [subject])).map(({ name }) => name.replace('registers.', ''));

beforeAll(async () => {
  world = await openHub();
  [manager, supervisor, officer] = [await world.as('hub_manager'), await world.as('supervisor'), await world.as('desk_officer')];
  body = await inventOrganization(world);
});

describe('the paths', () => {
  it('stand in the database as they stand in the program: the same steps, the same states, the same papers', async () => {
    const [{ path }] = await ownerQuery<{ path: string }>(world.house, `select prosrc as path from pg_proc where proname = 'keep_path'`, []) as [{ path: string }];
    const inDatabase = [...path.matchAll(/\('(\w+)', '(\w+)', '(\w+)'\)/g)].map(([, ...triple]) => triple.join(' ')).sort();
    const inProgram = kinds.flatMap((kind) => Object.entries(machines[kind].after).flatMap(([from, tos]) => tos.map((to) => `${kind} ${from} ${to}`))).sort();
    expect(inDatabase).toEqual(inProgram);
    const papers = await ownerQuery<{ rule: string }>(world.house, `select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'step_with_proof'`, []);
    const literals = [...papers[0]!.rule.matchAll(/'(\w+)'::text/g)].map(([, one]) => one!);
    const withProof = literals.flatMap((kind, at) => (at % 2 === 0 ? [`${kind} ${literals[at + 1]}`] : [])).sort();
    expect(withProof).toEqual(kinds.flatMap((kind) => machines[kind].withProof.map((to) => `${kind} ${to}`)).sort());
    const [{ eyes }] = await ownerQuery<{ eyes: string }>(world.house, `select prosrc as eyes from pg_proc where proname = 'keep_eyes'`, []) as [{ eyes: string }];
    expect([...eyes.matchAll(/\('(\w+)', '(\w+)'\)/g)].map(([, ...pair]) => pair.join(' ')).sort()).toEqual(kinds.flatMap((kind) => machines[kind].byAnother.map((to) => `${kind} ${to}`)).sort());
    for (const kind of kinds) for (const state of statesOf(kind)) expect([kind, state, told[kind][state]]).toEqual([kind, state, expect.stringMatching(/^[a-z-]+$/)]);
  });

  it('count only what stands on its paper', () => {
    expect(countingOf('study_visit', 'done', false)).toBe('not_yet');
    expect(countingOf('study_visit', 'reported', true)).toBe('counts');
    expect(countingOf('study_visit', 'reported', false)).toBe('proof_gone');
    expect(countingOf('recommendation', 'peer_reviewed', false)).toBe('not_yet');
    expect(countingOf('recommendation', 'rejected', true)).toBe('counts');
    expect(countingOf('pilot', 'inadmissible', false)).toBe('never');
  });
});

describe('a study visit', () => {
  it('counts once its report is filed, no longer when the report is withdrawn, and again when another is brought', async () => {
    await expect(act(world.house, manager!, planStudyVisit, { names: { fr: 'Séville' }, organization: body, starts_on: dayAgo(8), ends_on: dayAgo(9) } as never)).rejects.toEqual(refused('ends-before-start', 'ends_on'));
    await expect(act(world.house, manager!, planStudyVisit, { names: { fr: 'Séville' }, organization: body, territory: 'TN-999', starts_on: dayAgo(8) } as never)).rejects.toEqual(refused('unknown-territory'));
    await expect(act(world.house, officer!, planStudyVisit, { names: { fr: 'Séville' }, organization: body, starts_on: dayAgo(8) } as never)).rejects.toMatchObject({ code: 'core.role-missing' });
    const { entry } = await act(world.house, manager!, planStudyVisit, { names: { fr: 'Monnaie locale à Séville', ar: 'زيارة إشبيلية' }, about: { fr: 'Deux quartiers' }, organization: body, country: 'es', starts_on: dayAgo(9), ends_on: dayAgo(7) } as never);
    await expect(step(entry, 'reported', { file: pdf() })).rejects.toEqual(refused('wrong-step', 'to'));
    await expect(step(entry, 'done', { on: dayAgo(-2), female: 3 })).rejects.toEqual(refused('day-in-future', 'on'));
    await expect(step(entry, 'done', { on: dayAgo(20), female: 3 })).rejects.toEqual(refused('before-it-began', 'on'));
    await expect(step(entry, 'done', { on: dayAgo(7) })).rejects.toEqual(refused('nobody-came', 'female'));
    await step(entry, 'done', { on: dayAgo(7), female: '٧', male: 4 });
    await expect(step(entry, 'reported', { on: dayAgo(8), file: pdf() })).rejects.toEqual(refused('before-last-step', 'on'));
    await expect(step(entry, 'reported')).rejects.toEqual(refused('proof-missing', 'file'));
    await expect(step(entry, 'reported', { file: Buffer.from('MZ not a report').toString('base64') })).rejects.toEqual(refused('file-kind', 'file'));
    expect((await sheet(entry)).counting).toBe('not_yet');
    await step(entry, 'reported', { file: pdf('one'), file_name: 'Rapport Séville.pdf', note: 'Remis au comité.' });
    const filed = await sheet(entry, officer);
    expect(filed).toMatchObject({ counting: 'counts', next: [], entry: { state: 'reported', female: 7, male: 4, country: 'ES' } });
    const last = filed.steps.at(-1)!;
    expect([last.title, last.note, last.mediaType]).toEqual(['Rapport Séville', 'Remis au comité.', 'application/pdf']);
    const opened = await ask(world.house, officer!, proofFile, { proof: last.proof! });
    expect(Buffer.from(opened.content, 'base64').toString()).toContain('%one');
    const [kept] = await ownerQuery<{ plain: boolean; same: boolean }>(world.house, `select position('%PDF' in encode(sealed, 'escape')) > 0 as plain, (select body->>'sha256' from core.event where subject_id = p.id and name = 'registers.proof-added') = encode(sha256, 'hex') as same from registers.proof p where id = $1`, [last.proof]);
    expect(kept).toEqual({ plain: false, same: true });

    await act(world.house, supervisor!, withdrawProof, { step: last.id, why: 'names_persons' });
    expect((await sheet(entry)).counting).toBe('proof_gone');
    await expect(ask(world.house, officer!, proofFile, { proof: last.proof! })).rejects.toThrow();
    await expect(act(world.house, supervisor!, withdrawProof, { step: last.id, why: 'mistaken' })).rejects.toThrow();
    await expect(act(world.house, supervisor!, replaceProof, { step: last.id })).rejects.toEqual(refused('proof-missing', 'file'));
    await act(world.house, supervisor!, replaceProof, { step: last.id, file: pdf('two'), title: 'Rapport sans noms' });
    expect((await sheet(entry)).counting).toBe('counts');
    expect(await toldOf(entry)).toEqual(['study-visit-planned', 'study-visit-made', 'study-visit-reported']);
    const { entries } = await ask(world.house, officer!, entryList, { kind: 'study_visit' });
    expect(entries.map(({ id, counting }) => [id, counting])).toEqual([[entry, 'counts']]);
    const stranger = await (await world.secondHub()).as('hub_manager');
    await expect(sheet(entry, stranger)).rejects.toThrow();
    expect((await ask(world.house, stranger, entryList, { kind: 'study_visit' })).entries).toEqual([]);
  });
});

describe('a recommendation', () => {
  it('is reviewed and validated by somebody else than who wrote it, with its text; only then it counts', async () => {
    const { entry } = await act(world.house, supervisor!, draftRecommendation, { names: { fr: 'Un guichet par commune' }, about: { fr: 'Ouvrir un guichet…' }, organization: body, level: 'macro', languages: ['fr', 'ar'], on: dayAgo(30) } as never);
    expect(await sheet(entry, supervisor)).toMatchObject({ next: [], forAnother: ['peer_reviewed'] });
    await expect(step(entry, 'peer_reviewed', {}, supervisor)).rejects.toEqual(refused('own-step', 'to'));
    await step(entry, 'peer_reviewed', { on: dayAgo(20) });
    await expect(step(entry, 'validated', { file: pdf() }, supervisor)).rejects.toEqual(refused('own-step'));
    await expect(step(entry, 'validated')).rejects.toEqual(refused('proof-missing'));
    const both = await Promise.allSettled([step(entry, 'validated', { on: dayAgo(10), file: pdf() }), step(entry, 'validated', { on: dayAgo(10), file: pdf() })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await sheet(entry)).counting).toBe('counts');
    await step(entry, 'submitted', { file: pdf() }, supervisor);
    await step(entry, 'rejected', { file: pdf() });
    expect(await sheet(entry)).toMatchObject({ counting: 'counts', next: [] });
    expect(await toldOf(entry)).toEqual(['recommendation-drafted', 'recommendation-reviewed', 'recommendation-validated', 'recommendation-submitted', 'recommendation-rejected']);
    await expect(ownerQuery(world.house, `update registers.entry set state = 'drafted' where id = $1`, [entry])).rejects.toThrow('does not follow');
  });
});

describe('a study and a pilot', () => {
  it('a study is published in two languages at an address; a pilot is nothing without the letter of a public body', async () => {
    const { entry: study } = await act(world.house, manager!, commissionStudy, { names: { en: 'Co-production in five towns' }, organization: body, authors: 'N. Haddad', level: 'meso', languages: ['en'], on: dayAgo(60) } as never);
    for (const to of ['fieldwork', 'draft']) await step(study, to);
    await step(study, 'validated', { file: pdf() }, supervisor);
    await expect(step(study, 'published', { languages: ['en', 'fr'] })).rejects.toEqual(refused('published-nowhere', 'doi'));
    await expect(step(study, 'published', { url: 'https://lab.example/study' })).rejects.toEqual(refused('two-languages', 'languages'));
    await expect(step(study, 'published', { url: 'javascript:alert(1)', languages: ['en', 'fr'] })).rejects.toMatchObject({ problems: [{ field: 'url' }] });
    await step(study, 'published', { doi: 'https://doi.org/10.1234/co-production.5', languages: ['en', 'fr'] });
    expect(await sheet(study)).toMatchObject({ counting: 'counts', entry: { doi: '10.1234/co-production.5', languages: ['en', 'fr'] } });
    const { entry: pilot } = await act(world.house, supervisor!, proposePilot, { names: { ar: 'فرز النفايات' }, organization: body } as never);
    await expect(step(pilot, 'admissible')).rejects.toEqual(refused('proof-missing'));
    await step(pilot, 'inadmissible', { note: 'Pas de lettre.' });
    expect((await sheet(pilot)).counting).toBe('never');
    expect((await ask(world.house, manager!, registerCounts, {})).registers).toMatchObject({ study: { counts: 1 }, pilot: { counts: 0, never: 1 } });
  });
});

describe('an event and what it decided', () => {
  it('is postponed to a new day, attended, and its measures are followed: seven, one late; done only with its paper', async () => {
    const { entry } = await act(world.house, manager!, planEvent, { names: { ar: 'يوم دراسي' }, organization: body, form: 'study_day', starts_on: dayAgo(40), on: dayAgo(50) } as never);
    await expect(act(world.house, manager!, addMeasure, { event: entry, what: { fr: 'Trop tôt' }, owner: 'ADS', due_on: dayAgo(1) })).rejects.toEqual(refused('not-held'));
    await step(entry, 'postponed', { on: dayAgo(45) });
    await expect(step(entry, 'planned', { on: dayAgo(44) })).rejects.toEqual(refused('new-day-missing', 'starts_on'));
    await step(entry, 'planned', { on: dayAgo(44), starts_on: dayAgo(30) });
    await step(entry, 'announced', { on: dayAgo(43) });
    await expect(step(entry, 'held', { on: dayAgo(35) })).rejects.toEqual(refused('before-it-began'));
    await step(entry, 'held', { on: dayAgo(30) });
    await step(entry, 'attendance_validated', { on: dayAgo(29), female: 40, male: 21, file: pdf() });
    expect((await sheet(entry)).counting).toBe('counts');
    const measure = (more: Record<string, unknown>) => act(world.house, manager!, addMeasure, { event: entry, what: { fr: 'Ouvrir une incubatrice' }, owner: 'Direction', due_on: dayAgo(-30), ...more } as never);
    await expect(measure({ owner: '' })).rejects.toEqual(refused('owner-unnamed', 'owner'));
    await expect(measure({ due_on: dayAgo(60) })).rejects.toEqual(refused('due-before-event', 'due_on'));
    const ids: string[] = [];
    for (let n = 0; n < 7; n++) ids.push((await measure(n === 3 ? { due_on: dayAgo(2), organization: body } : {})).measure);
    const follow = (id: string, more: Record<string, unknown>) => act(world.house, supervisor!, followMeasure, { measure: id, on: dayAgo(0), ...more } as never);
    await expect(follow(ids[0]!, { state: 'in_progress' })).rejects.toEqual(refused('progress-missing', 'progress'));
    await expect(follow(ids[0]!, { state: 'done' })).rejects.toEqual(refused('proof-missing', 'file'));
    await expect(follow(ids[0]!, { state: 'dropped' })).rejects.toEqual(refused('why-missing', 'note'));
    await follow(ids[0]!, { state: 'in_progress', progress: 40 });
    await follow(ids[0]!, { state: 'done', file: pdf() });
    await expect(follow(ids[0]!, { state: 'dropped', note: 'x' })).rejects.toEqual(refused('measure-over'));
    const { measures } = await ask(world.house, officer!, measureList, {});
    expect([measures.length, measures.filter(({ late }) => late).map(({ number }) => number), measures.at(-1)!.progress]).toEqual([7, [4], 100]);
    expect((await sheet(entry)).measures.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect((await ask(world.house, manager!, registerCounts, {})).measures).toEqual({ open: 6, late: 1 });
    const { entry: from } = await act(world.house, manager!, draftRecommendation, { names: { fr: 'Issue du jour' }, organization: body, level: 'micro', from_event: entry } as never);
    expect((await sheet(entry)).recommended.map(({ id }) => id)).toEqual([from]);
  });
});

describe('professionals and baselines', () => {
  it('a professional trained twice is one; a sheet that is withdrawn takes her out again', async () => {
    const add = (name: string, sex = 'female') => act(world.house, manager!, addProfessional, { name, organization: body, occupation: 'social_worker', sex } as never);
    const [salma, hedi] = [(await add('Salma Trabelsi')).professional, (await add('Hédi Ben Amor', 'male')).professional];
    await expect(add('salma trabelsi')).rejects.toEqual(refused('known-already', 'name'));
    const train = (professionals: string[], more: Record<string, unknown> = {}) => act(world.house, manager!, trainProfessionals, { professionals, topic: { fr: 'Écoute' }, on: dayAgo(3), hours: 12, file: pdf(), ...more } as never);
    await expect(train([salma], { file: '' })).rejects.toEqual(refused('proof-missing', 'file'));
    await expect(train([])).rejects.toMatchObject({ problems: [{ field: 'professionals' }] });
    await train([salma, hedi, salma]);
    await train([salma], { hours: 6 });
    const { professionals, trained } = await ask(world.house, supervisor!, professionalList, {});
    expect([trained, professionals.map(({ times, hours }) => [times, hours])]).toEqual([2, [[1, 12], [2, 18]]]);
    await expect(ask(world.house, officer!, professionalList, {})).rejects.toMatchObject({ code: 'core.role-missing' });
    expect((await toldOf(salma)).filter((name) => name === 'professional-trained')).toHaveLength(2);
    expect((await ask(world.house, manager!, registerCounts, {})).trained).toBe(2);
  });

  it('a baseline is never overwritten; what is found later is held against it, in any digits', async () => {
    const base = (more: Record<string, unknown> = {}) => act(world.house, manager!, setBaseline, { what: { fr: 'Chiffre d’affaires moyen' }, value: '١٢٠٠٫٥', unit: 'amount', currency: 'TND', on: dayAgo(300), method: 'survey', said_by: 'Enquête 2025', ...more } as never);
    await expect(base({ currency: '' })).rejects.toEqual(refused('currency-missing', 'currency'));
    const { baseline } = await base();
    const again = (more: Record<string, unknown>) => act(world.house, supervisor!, measureAgain, { baseline, value: '1440,6', on: dayAgo(2), method: 'survey', said_by: 'Enquête 2026', ...more } as never);
    await expect(again({ on: dayAgo(300) })).rejects.toEqual(refused('before-baseline', 'on'));
    await again({ file: pdf() });
    const { baselines: [first] } = await ask(world.house, officer!, measurementList, {});
    expect([first!.value, first!.later.map(({ value }) => value), first!.share]).toEqual(['1200.5000', ['1440.6000'], expect.closeTo(0.2, 5)]);
  });

  it('a story of change is told by a body that agrees in writing, names nobody, and is gone when it is taken back', async () => {
    const tell = (more: Record<string, unknown> = {}) => act(world.house, manager!, tellStory, {
      kind: 'unintended', level: 'meso', organization: body, names: { fr: 'Les voisins reviennent' }, words: { ar: 'عاد الجيران' }, original: 'ar', on: dayAgo(12), names_nobody: 'on', file: pdf(), ...more,
    } as never);
    await expect(tell({ names_nobody: '' })).rejects.toEqual(refused('may-name-somebody', 'names_nobody'));
    await expect(tell({ original: 'fr' })).rejects.toEqual(refused('original-missing', 'words'));
    await expect(tell({ names: { fr: '' } })).rejects.toEqual(refused('title-missing', 'names'));
    await expect(tell({ file: '' })).rejects.toEqual(refused('proof-missing', 'file'));
    const { story } = await tell();
    const { stories: [told1] } = await ask(world.house, officer!, storyList, { kind: 'unintended' });
    expect(told1).toMatchObject({ id: story, words: { ar: 'عاد الجيران' }, withdrawnWhy: null });
    await act(world.house, supervisor!, withdrawStory, { story, why: 'agreement_ended' });
    await expect(act(world.house, supervisor!, withdrawStory, { story, why: 'mistaken' })).rejects.toThrow();
    expect((await ask(world.house, officer!, storyList, {})).stories).toMatchObject([{ id: story, words: {}, names: {}, withdrawnWhy: 'agreement_ended' }]);
    expect(await ownerQuery(world.house, 'select sealed from registers.proof where id = $1', [told1!.proof])).toEqual([{ sealed: null }]);
    expect(await toldOf(story)).toEqual(['story-told', 'story-withdrawn']);
  });
});

describe('by SQL, past every action', () => {
  it('nobody signs for another, walks around a paper or a colleague, opens again what is over, or leans on another hub', async () => {
    const { house, network, hub } = world;
    const tries = (by: Actor, what: ReturnType<typeof sql>) => inTransaction(house.app, beginFor(by), (tx) => what.execute(tx).then(({ numAffectedRows }) => Number(numAffectedRows)), false);
    const commits = (by: Actor, ...all: ReturnType<typeof sql>[]) => inTransaction(house.app, beginFor(by), async (tx) => { for (const one of all) await one.execute(tx); });
    const refusedBy = (constraint: string) => ({ constraint });
    const hidden = { code: '42501' };

    // A recommendation by the supervisor: she neither reviews it herself nor in a colleague’s name, and a state moves with its step alone.
    const { entry } = await act(house, supervisor!, draftRecommendation, { names: { fr: 'Des heures du soir' }, about: { fr: 'Ouvrir le soir.' }, organization: body, level: 'micro', on: dayAgo(9) } as never);
    const move = sql`update registers.entry set state = 'peer_reviewed', state_at = now(), state_on = current_date where network_id = ${network} and id = ${entry}`;
    const told2 = (by: string | null, to = 'peer_reviewed') => sql`insert into registers.step (network_id, id, hub_id, entry_id, kind, from_state, to_state, on_day, by_account, at)
      values (${network}, gen_random_uuid(), ${hub}, ${entry}, 'recommendation', 'drafted', ${to}, current_date, ${by}, now())`;
    await expect(tries(supervisor!, move)).rejects.toMatchObject(refusedBy('step_by_another'));
    await expect(commits(manager!, move)).rejects.toMatchObject(refusedBy('entry_has_its_step'));
    await expect(commits(manager!, move, told2(supervisor!.account))).rejects.toMatchObject(hidden);
    await expect(commits(manager!, told2(manager!.account))).rejects.toMatchObject(refusedBy('step_is_taken'));
    await expect(commits(manager!, move, told2(manager!.account))).resolves.toBeUndefined();
    expect((await sheet(entry)).entry.state).toBe('peer_reviewed');
    const opened = (by: string | null) => sql`insert into registers.entry (network_id, id, hub_id, kind, names, state, state_at, state_on, opened_by, opened_at)
      values (${network}, gen_random_uuid(), ${hub}, 'recommendation', '{"fr": "x"}', 'drafted', now(), current_date, ${by}, now())`;
    await expect(tries(supervisor!, opened(manager!.account))).rejects.toMatchObject(hidden);
    await expect(commits(supervisor!, opened(supervisor!.account))).rejects.toMatchObject(refusedBy('entry_has_its_step'));

    // Papers, stories and measures that are over stay so.
    const [paper] = await ownerQuery<{ id: string }>(house, 'select id from registers.proof where hub_id = $1 and withdrawn_at is null order by id limit 1', [hub]);
    await expect(tries(manager!, sql`update registers.proof set sealed = decode(repeat('00', 40), 'hex') where id = ${paper!.id}`)).rejects.toMatchObject(refusedBy('proof_stays'));
    await expect(tries(manager!, sql`update registers.proof set sealed = null, withdrawn_at = now(), withdrawn_why = 'mistaken', withdrawn_by = ${supervisor!.account} where id = ${paper!.id}`)).rejects.toMatchObject(refusedBy('proof_stays'));
    await expect(tries(manager!, sql`update registers.story set words = '{"ar": "x"}', names = '{"ar": "x"}', withdrawn_at = null, withdrawn_why = null where hub_id = ${hub}`)).rejects.toMatchObject(refusedBy('story_stays'));
    await expect(tries(manager!, sql`update registers.measure set state = 'in_progress', progress = 10 where hub_id = ${hub} and state = 'done'`)).rejects.toMatchObject(refusedBy('measure_over'));

    // Another hub’s row is nothing to lean on, and who only works here reads no professional’s name.
    const there = await world.secondHub();
    const stranger = await there.as('hub_manager');
    await expect(tries(stranger, sql`insert into registers.step (network_id, id, hub_id, entry_id, kind, to_state, on_day, by_account, at)
      select ${network}, gen_random_uuid(), ${there.hub}, ${entry}, 'recommendation', 'peer_reviewed', current_date, ${stranger.account}, now()`)).rejects.toMatchObject({ code: '23514' });
    await expect(tries(stranger, sql`insert into registers.measurement (network_id, id, hub_id, what, value, unit, on_day, method, said_by, proof_id, set_by, set_at)
      values (${network}, gen_random_uuid(), ${there.hub}, '{"fr": "x"}', 1, 'count', current_date, 'survey', 'xx', ${paper!.id}, ${stranger.account}, now())`)).rejects.toMatchObject({ code: '23503' });
    const names = (by: Actor) => inTransaction(house.app, beginFor(by), (tx) => sql`select name from registers.professional`.execute(tx).then(({ rows }) => rows.length), false);
    expect([await names(manager!) > 0, await names(officer!), await names(stranger)]).toEqual([true, 0, 0]);
  });
});
