import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openAccompanied } from '#tests/fixtures/accompanied.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { caseList } from '../case-list/case-list.query.ts';
import { askClosure } from '../closing/ask-closure.ts';
import { decideApproval } from '../closing/decide-approval.ts';
import { dropOut } from '../closing/drop-out.ts';
import { reopenCase } from '../closing/reopen-case.ts';
import { openCase } from '../open-case/open-case.ts';
import { addGoal, changeGoal, closeGoal } from './goals.ts';
import { daysLate } from './days-late.ts';
import { addStep, changeStep, finishStep } from './steps.ts';
import { submitPlan } from './submit-plan.ts';


describe('a plan', () => {
  it('is written in goals and steps, is late by its days, and says what is next', async () => {
    const { world, coach, file, plan, sheet } = await openAccompanied();
    const { step } = await plan(dayAtHub(-3));
    expect((await sheet()).next).toMatchObject({ kind: 'step', id: step, on: dayAtHub(-3) });
    expect(await ask(world.house, coach, caseList, { overdue: true })).toMatchObject({ count: 1, files: [{ id: file, nextOn: dayAtHub(-3) }] });
    await act(world.house, coach, finishStep, { step });
    expect(await eventsAbout(world, file, 'accompaniment.step-finished')).toMatchObject([{ body: { who: 'she', days_late: 3 } }]);
    expect((await ask(world.house, coach, caseList, { overdue: true })).count).toBe(0);
    await expect(act(world.house, coach, finishStep, { step })).rejects.toMatchObject({ code: 'accompaniment.step-over' });
    await expect(act(world.house, coach, changeStep, { step, words: 'x', who: 'she' })).rejects.toMatchObject({ code: 'accompaniment.step-over' });
  });

  it('names a partner only where a partner does it', async () => {
    const { world, coach, plan, sheet } = await openAccompanied();
    const { goal } = await plan();
    const partner = await inventOrganization(world);
    await expect(act(world.house, coach, addStep, { goal, words: 'قرض صغير', who: 'she', partner })).rejects.toMatchObject({ code: 'accompaniment.partner-unexpected' });
    const { step } = await act(world.house, coach, addStep, { goal, words: 'قرض صغير', who: 'partner', partner });
    expect((await sheet()).goals[0]!.steps.find(({ id }) => id === step)!.partner).toBe(partner);
    await act(world.house, coach, closeGoal, { goal, state: 'reached' });
    await expect(act(world.house, coach, closeGoal, { goal, state: 'left' })).rejects.toMatchObject({ code: 'accompaniment.goal-over' });
    await expect(act(world.house, coach, addStep, { goal, words: 'x', who: 'she' })).rejects.toMatchObject({ code: 'accompaniment.goal-over' });
  });

  it('two who change the same: what one of them changed is kept, what both changed is shown with both', async () => {
    const { world, coach, supervisor, plan, sheet } = await openAccompanied();
    const { goal, step } = await plan('2027-03-01');
    const seen = JSON.stringify({ words: 'زيارة السوق', who: 'she', partner: null, due_on: '2027-03-01' });
    await act(world.house, supervisor, changeStep, { step, words: 'زيارة السوق', who: 'she', due_on: '2027-04-01', seen });
    await act(world.house, coach, changeStep, { step, words: 'زيارة سوق الجملة', who: 'she', due_on: '2027-03-01', seen });
    expect((await sheet()).goals[0]!.steps[0]).toMatchObject({ words: 'زيارة سوق الجملة', dueOn: '2027-04-01' });
    const both = JSON.stringify({ area: 'activity', words: 'أبيع خبزي في السوق' });
    await act(world.house, supervisor, changeGoal, { goal, area: 'market', words: 'أبيع خبزي', seen: both });
    const late = act(world.house, coach, changeGoal, { goal, area: 'activity', words: 'أبيع الخبز والمعجنات', seen: both });
    await expect(late).rejects.toMatchObject({ code: 'accompaniment.changed-meanwhile', offer: { conflicts: [{ field: 'words', mine: 'أبيع الخبز والمعجنات', theirs: 'أبيع خبزي' }] } });
    await act(world.house, coach, changeGoal, { goal, area: 'activity', words: 'أبيع الخبز والمعجنات', seen: both, keep: { words: 'mine' } });
    expect((await sheet()).goals[0]).toMatchObject({ area: 'market', words: 'أبيع الخبز والمعجنات' });
  });

  it('counts calendar days late', () => {
    expect([daysLate(null, '2026-03-01'), daysLate('2026-03-01', '2026-02-01'), daysLate('2026-02-27', '2026-03-02')]).toEqual([0, 0, 3]);
  });
});

describe('four eyes', () => {
  it('a plan is approved by another than its author, as it stood when it was submitted', async () => {
    const { world, coach, supervisor, file, plan, sheet } = await openAccompanied();
    await expect(act(world.house, coach, submitPlan, { case: file })).rejects.toMatchObject({ code: 'accompaniment.plan-empty' });
    await plan();
    const { approval } = await act(world.house, coach, submitPlan, { case: file });
    await expect(act(world.house, coach, submitPlan, { case: file })).rejects.toMatchObject({ code: 'accompaniment.already-waiting' });
    await act(world.house, coach, addGoal, { case: file, area: 'money', words: 'دفتر حسابات' });
    await expect(act(world.house, coach, decideApproval, { approval, decision: 'approved' })).rejects.toMatchObject({ code: 'core.role-missing' });
    expect((await sheet(supervisor)).next.kind).toBe('decide');
    await expect(act(world.house, supervisor, decideApproval, { approval, decision: 'returned' })).rejects.toMatchObject({ code: 'accompaniment.return-words-missing' });
    await act(world.house, supervisor, decideApproval, { approval, decision: 'approved' });
    await expect(act(world.house, supervisor, decideApproval, { approval, decision: 'returned', words: 'x' })).rejects.toMatchObject({ code: 'accompaniment.already-decided' });
    expect(await sheet()).toMatchObject({ planVersion: 1, approvedVersion: 1 });
    const [kept] = await ownerQuery<{ content: { words: string }[] }>(world.house, 'select content from accompaniment.approval where id = $1', [approval]);
    expect(kept!.content.map(({ words }) => words)).toEqual(['أبيع خبزي في السوق']);
  });

  it('nobody decides on her own, neither by the action nor in the database', async () => {
    const { world, supervisor, file, plan } = await openAccompanied();
    await plan();
    const { approval } = await act(world.house, supervisor, submitPlan, { case: file });
    await expect(act(world.house, supervisor, decideApproval, { approval, decision: 'approved' })).rejects.toMatchObject({ code: 'accompaniment.own-work' });
    const forced = ownerQuery(world.house, `set session_replication_role = origin; update accompaniment.approval set decision = 'approved', decided_at = now(), decided_by = asked_by`);
    await expect(forced).rejects.toMatchObject({ code: '23514' });
  });

  it('she stands on her own when another agrees; who accompanied no longer reads, and the figure counts it', async () => {
    const { world, coach, file, sheet } = await openAccompanied();
    const { approval } = await act(world.house, coach, askClosure, { case: file, outcome: 'graduated', reason: 'goals_reached' });
    await expect(act(world.house, coach, askClosure, { case: file, outcome: 'closed', reason: 'other' })).rejects.toMatchObject({ code: 'accompaniment.already-waiting' });
    await act(world.house, await world.as('hub_manager'), decideApproval, { approval, decision: 'approved' });
    expect(await eventsAbout(world, file, 'accompaniment.case-ended')).toMatchObject([{ body: { outcome: 'graduated', reason: 'goals_reached', towards: 'project', sex: 'female', days: 0 } }]);
    await expect(sheet(coach)).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('an end and a new beginning', () => {
  it('she stops coming, and comes back to everything that was there', async () => {
    const { world, desk, coach, supervisor, woman, file, plan, sheet } = await openAccompanied();
    await plan();
    await act(world.house, coach, dropOut, { case: file, reason: 'no_news' });
    await expect(act(world.house, supervisor, addGoal, { case: file, area: 'money', words: 'x' })).rejects.toMatchObject({ code: 'accompaniment.case-over' });
    expect((await sheet(supervisor)).state).toBe('dropped_out');
    const { case: newer } = await act(world.house, desk.officer, openCase, { kind: 'project', person: woman });
    await expect(act(world.house, supervisor, reopenCase, { case: file, reason: 'came_back' })).rejects.toMatchObject({ code: 'accompaniment.case-open-already', offer: { case: newer } });
    await expect(act(world.house, supervisor, reopenCase, { case: newer, reason: 'came_back' })).rejects.toMatchObject({ code: 'accompaniment.not-over' });
    await act(world.house, supervisor, dropOut, { case: newer, reason: 'other' });
    await act(world.house, supervisor, reopenCase, { case: file, reason: 'came_back' });
    expect(await sheet(supervisor)).toMatchObject({ state: 'oriented', next: { kind: 'find-worker' }, goals: [{ words: 'أبيع خبزي في السوق', state: 'open' }] });
  });

  it('nobody finishes a path that has not begun', async () => {
    const { world, desk, supervisor } = await openAccompanied();
    const { case: file } = await act(world.house, desk.officer, openCase, { kind: 'work', person: await desk.person('سنية المثلوثي', 1990) });
    await expect(act(world.house, supervisor, askClosure, { case: file, outcome: 'graduated', reason: 'goals_reached' })).rejects.toMatchObject({ code: 'accompaniment.not-begun' });
  });
});
