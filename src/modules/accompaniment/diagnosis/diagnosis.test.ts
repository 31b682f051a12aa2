import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openAccompanied } from '#tests/fixtures/accompanied.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { answerAssignment } from '../assign/answer-assignment.ts';
import { proposeAssignment } from '../assign/propose-assignment.ts';
import { caseSheet } from '../case-sheet/case-sheet.query.ts';
import { openCase } from '../open-case/open-case.ts';
import { workload } from '../workload/workload.query.ts';
import { makeDiagnosis, planFromDiagnosis } from './diagnoses.ts';
import { sessionsFor } from './weak-domains.ts';

const wording = { marketing: { goal: 'Vendre mieux', session: 'Séance de marketing' }, finance: { goal: 'Tenir les comptes', session: 'Séance de comptabilité' } };

describe('a body', () => {
  it('gets a plan out of what is weak, and the next look shows the change (domain.md 4.2)', async () => {
    const { world, desk, supervisor, coach, woman } = await openAccompanied();
    const organization = await inventOrganization(world);
    const { case: file } = await act(world.house, desk.officer, openCase, { kind: 'organization', organization, acting_person: woman });
    const { assignment } = await act(world.house, supervisor, proposeAssignment, { case: file, account: coach.account });
    await act(world.house, coach, answerAssignment, { assignment, answer: 'accepted' });
    await expect(act(world.house, coach, planFromDiagnosis, { case: file, wording })).rejects.toMatchObject({ code: 'accompaniment.no-diagnosis' });
    await expect(act(world.house, coach, makeDiagnosis, { case: file, scores: {} })).rejects.toMatchObject({ code: 'accompaniment.no-score' });
    await act(world.house, coach, makeDiagnosis, { case: file, scores: { marketing: 2, finance: '4', governance: 5 } });
    expect(await act(world.house, coach, planFromDiagnosis, { case: file, wording })).toMatchObject({ goals: 1 });
    await expect(act(world.house, coach, planFromDiagnosis, { case: file, wording })).rejects.toMatchObject({ code: 'accompaniment.nothing-weak' });
    await act(world.house, coach, makeDiagnosis, { case: file, scores: { marketing: 4, finance: 4, governance: 5 } });
    const sheet = await ask(world.house, coach, caseSheet, { case: file });
    expect(sheet.goals).toMatchObject([{ area: 'marketing', words: 'Vendre mieux', steps: [{ words: 'Séance de marketing (1/2)' }, { words: 'Séance de marketing (2/2)' }] }]);
    expect(sheet.diagnoses.map(({ scores }) => scores.marketing)).toEqual([2, 4]);
    const board = await ask(world.house, supervisor, workload, {});
    expect(board.team.find(({ account }) => account === coach.account)).toMatchObject({ main: 2, beside: 0, steps: 0 });
  });

  it('only a body has a diagnosis', async () => {
    const { world, coach, file } = await openAccompanied();
    await expect(act(world.house, coach, makeDiagnosis, { case: file, scores: { marketing: 2 } })).rejects.toMatchObject({ code: 'accompaniment.bodies-only' });
  });

  it('the weakest domain comes first, with as many sessions as are missing', () => {
    expect(sessionsFor({ marketing: 3, finance: 1, digital: 5 })).toEqual([{ domain: 'finance', sessions: 3 }, { domain: 'marketing', sessions: 1 }]);
  });
});
