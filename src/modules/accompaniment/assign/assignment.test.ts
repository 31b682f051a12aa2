import { describe, expect, it } from 'vitest';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openAccompanied } from '#tests/fixtures/accompanied.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { personSheet } from '#modules/people/person-sheet/person-sheet.ts';
import { caseList } from '../case-list/case-list.query.ts';
import { caseSheet } from '../case-sheet/case-sheet.query.ts';
import { casesOfPerson } from '../cases-of-person/cases-of-person.query.ts';
import { openCase } from '../open-case/open-case.ts';
import { openingChoices } from '../open-case/opening-choices.query.ts';
import { answerAssignment } from './answer-assignment.ts';
import { endAssignment } from './end-assignment.ts';
import { endLeftAssignments } from './end-left-assignments.ts';
import { proposeAssignment } from './propose-assignment.ts';

describe('opening a file', () => {
  it('remembers what it grew out of, and opens one of a kind at a time', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const woman = await desk.person();
    const ticket = await desk.visit(woman);
    const { case: file } = await act(world.house, desk.officer, openCase, { kind: 'project', ticket });
    expect(await eventsAbout(world, file, 'accompaniment.case-opened')).toMatchObject([{ person_id: woman, body: { sex: 'female', kind: 'person', towards: 'project', from: 'visit' } }]);
    await expect(act(world.house, desk.officer, openCase, { kind: 'project', person: woman })).rejects.toMatchObject({ code: 'accompaniment.case-open-already', offer: { case: file } });
    const { case: second } = await act(world.house, desk.officer, openCase, { kind: 'work', person: woman });
    expect((await ask(world.house, desk.officer, casesOfPerson, { person: woman })).files.map(({ id }) => id).sort()).toEqual([file, second].sort());
    expect(await ask(world.house, desk.officer, openingChoices, { person: woman })).toMatchObject({ kinds: ['daily_life'], from: 'file' });
  });

  it('refuses a kind that does not fit, nobody, and whoever is not known here', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const woman = await desk.person();
    await expect(act(world.house, desk.officer, openCase, { kind: 'organization', person: woman })).rejects.toMatchObject({ code: 'accompaniment.kind-of-client' });
    await expect(act(world.house, desk.officer, openCase, { kind: 'project' })).rejects.toMatchObject({ code: 'accompaniment.client-missing' });
    const elsewhere = await (await world.secondHub()).as('desk_officer');
    await expect(act(world.house, elsewhere, openCase, { kind: 'project', person: woman })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(world.house, await world.as('coach'), openCase, { kind: 'project', person: woman })).rejects.toMatchObject({ code: 'core.role-missing' });
  });
});

describe('who accompanies', () => {
  it('is asked, sees whom it is about and nothing of the work, and says yes', async () => {
    const { world, desk, supervisor, woman, file } = await openAccompanied();
    const second = await world.as('coach');
    await expect(ask(world.house, second, caseSheet, { case: file })).rejects.toMatchObject({ name: 'NotFound' });
    const { assignment } = await act(world.house, supervisor, proposeAssignment, { case: file, account: second.account });
    expect(await ask(world.house, second, caseSheet, { case: file })).toMatchObject({ client: { name: 'خديجة العيادي' }, next: { kind: 'answer' }, goals: [], workers: [], card: { id: woman } });
    await act(world.house, second, answerAssignment, { assignment, answer: 'accepted' });
    const before = await ask(world.house, supervisor, caseSheet, { case: file });
    expect(before.assignments.map(({ account, state }) => [account === second.account, state])).toEqual([[false, 'ended'], [true, 'accepted']]);
    expect(before.state).toBe('in_accompaniment');
    expect(await ask(world.house, desk.officer, casesOfPerson, { person: woman })).toMatchObject({ files: [{ worker: { account: second.account, asked: false } }] });
  });

  it('hands over without a gap: who accompanied before no longer finds the file nor the person', async () => {
    const { world, supervisor, coach, file, sheet } = await openAccompanied();
    expect((await sheet()).next.kind).toBe('make-plan');
    const second = await world.as('coach');
    const { assignment } = await act(world.house, supervisor, proposeAssignment, { case: file, account: second.account });
    expect((await sheet()).id).toBe(file);
    await act(world.house, second, answerAssignment, { assignment, answer: 'accepted' });
    await expect(sheet(coach)).rejects.toMatchObject({ name: 'NotFound' });
    expect((await ask(world.house, coach, caseList, {})).count).toBe(0);
  });

  it('nobody gives herself a file that others accompanied: its notes would open to her by her own word', async () => {
    const { world, supervisor, file } = await openAccompanied();
    for (const part of ['main', 'with'] as const) {
      await expect(act(world.house, supervisor, proposeAssignment, { case: file, account: supervisor.account!, part })).rejects.toMatchObject({ code: expect.stringMatching(/^accompaniment\.(assignment-to-oneself|worker-not-here)$/) });
    }
    const worker = await world.as('case_worker');
    await expect(act(world.house, worker, proposeAssignment, { case: file, account: worker.account!, part: 'with' })).rejects.toMatchObject({ code: 'accompaniment.assignment-to-oneself' });
  });

  it('says no with a reason; an answer is given once, by herself', async () => {
    const { world, supervisor, file } = await openAccompanied();
    const second = await world.as('coach');
    const { assignment } = await act(world.house, supervisor, proposeAssignment, { case: file, account: second.account, part: 'with' });
    await expect(act(world.house, supervisor, proposeAssignment, { case: file, account: second.account })).rejects.toMatchObject({ code: 'accompaniment.already-asked' });
    await expect(act(world.house, await world.as('coach'), answerAssignment, { assignment, answer: 'accepted' })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(world.house, second, answerAssignment, { assignment, answer: 'declined' })).rejects.toMatchObject({ code: 'accompaniment.decline-reason-missing' });
    await act(world.house, second, answerAssignment, { assignment, answer: 'declined', reason: 'knows_her' });
    await expect(act(world.house, second, answerAssignment, { assignment, answer: 'accepted' })).rejects.toMatchObject({ code: 'accompaniment.no-longer-asked' });
    await expect(ask(world.house, second, caseSheet, { case: file })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is a colleague who accompanies here, and ends when the team says so', async () => {
    const { world, supervisor, coach, file, sheet } = await openAccompanied();
    await expect(act(world.house, supervisor, proposeAssignment, { case: file, account: (await world.as('desk_officer')).account })).rejects.toMatchObject({ code: 'accompaniment.worker-not-here' });
    const { mine } = await sheet();
    await act(world.house, supervisor, endAssignment, { assignment: mine!.id });
    await expect(sheet(coach)).rejects.toMatchObject({ name: 'NotFound' });
    expect((await sheet(supervisor)).next.kind).toBe('find-worker');
    expect((await ask(world.house, supervisor, caseList, { nobody: true })).files.map(({ id }) => id)).toEqual([file]);
    const job = { ...world.console, app: 'job', account: null } as const;
    expect(await act(world.house, job, endLeftAssignments, { case: file })).toEqual({ count: 0 });
  });

  it('two who are asked for the same place: only the last one asked can say yes, and one accompanies', async () => {
    const { world, supervisor, file, sheet } = await openAccompanied();
    const two = [await world.as('coach'), await world.as('coach')];
    const asked: string[] = [];
    for (const one of two) asked.push((await act(world.house, supervisor, proposeAssignment, { case: file, account: one.account })).assignment);
    const tries = await Promise.allSettled(two.map((one, at) => act(world.house, one, answerAssignment, { assignment: asked[at]!, answer: 'accepted' })));
    expect(tries).toMatchObject([{ status: 'rejected', reason: { code: 'accompaniment.no-longer-asked' } }, { status: 'fulfilled' }]);
    const main = (await sheet(supervisor)).assignments.filter(({ part, state }) => part === 'main' && state === 'accepted');
    expect(main.map(({ account }) => account)).toEqual([two[1]!.account]);
  });
});

describe('another hub, another role', () => {
  it('finds neither file nor person', async () => {
    const { world, woman, file, desk, coach } = await openAccompanied();
    const hub = await world.secondHub();
    for (const role of ['supervisor', 'coach', 'case_worker', 'hub_manager'] as const) {
      await expect(ask(world.house, await hub.as(role), caseSheet, { case: file })).rejects.toMatchObject({ name: 'NotFound' });
      expect((await ask(world.house, await hub.as(role), caseList, { state: 'all' })).count).toBe(0);
    }
    await expect(ask(world.house, desk.officer, caseSheet, { case: file })).rejects.toMatchObject({ code: 'core.role-missing' });
    await expect(ask(world.house, coach, personSheet, { person: woman })).rejects.toMatchObject({ code: 'core.role-missing' });
    await expect(ask(world.house, coach, caseSheet, { case: newId() })).rejects.toMatchObject({ name: 'NotFound' });
  });
});
