import { beforeAll, describe, expect, test } from 'vitest';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { closeDecision } from '../close-decision/close-decision.ts';
import { decisions } from '../decisions/decisions.query.ts';
import { openCommitteeDecision } from '../open-committee-decision/open-committee-decision.ts';
import { whoDoesWhatWhere } from './who-does-what-where.query.ts';
import { cellsOf } from './roll-up.ts';

let directory: Directory;
let first: string;
let second: string;
beforeAll(async () => {
  directory = await openDirectory(await openHub({ territory: 'TN-43' }));
  [first, second] = [await directory.body({ fr: 'Une' }), await directory.body({ fr: 'Deux' })];
  await directory.service({ organization: first, mainType: 'LEG', areas: ['TN-43', 'TN-53'] });
  await directory.service({ organization: second, mainType: 'LEG', areas: ['TN-43'] });
  await directory.service({ organization: first, mainType: 'CAP', areas: ['TN-43'] });
  await directory.service({ organization: first, mainType: 'CAP', areas: ['TN-43'] });
});

describe('the matrix', () => {
  test('shows who, overlaps and gaps', async () => {
    const matrix = await directory.ask(whoDoesWhatWhere, {});
    expect(matrix.columns).toEqual(['TN-43', 'TN-53']);
    expect(matrix.overlaps.map(({ type, territory }) => [type, territory])).toEqual([['LEG', 'TN-43']]);
    expect(matrix.overlaps[0]?.organizations.toSorted()).toEqual([first, second].toSorted());
    // Two services of one body are not an overlap.
    expect(matrix.cells.find(({ type }) => type === 'CAP')).toMatchObject({ services: 2, overlap: false });
    expect(matrix.gaps).toContainEqual({ type: 'CAP', territory: 'TN-53' });
    expect(matrix.gaps).not.toContainEqual({ type: 'LEG', territory: 'TN-53' });
    expect(matrix.gaps).toHaveLength(16 * 2 - 3);
    expect(matrix.territories['TN-53']?.fr).toBe('Mahdia');
  });

  test('another network has its own', async () => {
    const other = await openDirectory(await openHub({ territory: 'TN-43' }));
    expect((await other.ask(whoDoesWhatWhere, {})).cells).toEqual([]);
  });

  test('two communes of one region do not overlap, a region and its commune do', () => {
    const lines = new Map([['MA-06', ['MA-06', 'MA']], ['A', ['A', 'MA-06', 'MA']], ['B', ['B', 'MA-06', 'MA']], ['MA', ['MA']]]);
    const doing = (organization: string, territory: string) => ({ organization, type: 'LEG', territory, service: organization + territory });
    const overlaps = (...doings: ReturnType<typeof doing>[]) => cellsOf(doings, ['MA-06'], lines)[0]?.overlap;
    expect(overlaps(doing('1', 'A'), doing('2', 'B'))).toBe(false);
    expect(overlaps(doing('1', 'A'), doing('2', 'A'))).toBe(true);
    expect(overlaps(doing('1', 'A'), doing('2', 'MA-06'))).toBe(true);
    expect(overlaps(doing('1', 'A'), doing('2', 'MA'))).toBe(true);
    expect(overlaps(doing('1', 'A'), doing('1', 'MA'))).toBe(false);
  });
});

describe('the committee’s decisions', () => {
  const decide = (more = {}) =>
    directory.do(openCommitteeDecision, { what: { fr: 'Une seule permanence' }, owner: first, decidedOn: '2024-03-01', dueOn: '2024-04-01', serviceType: 'LEG', territory: 'TN-43', ...more });

  test('who does what by when, and late when it is', async () => {
    const { decision } = await decide();
    const later = await decide({ dueOn: '2999-01-01' });
    const list = (await directory.ask(decisions, { state: 'open' })).decisions;
    expect(list.find(({ id }) => id === decision)).toMatchObject({ ownerNames: { fr: 'Une' }, late: true, territory: { fr: 'Sidi Bouzid' } });
    expect(list.find(({ id }) => id === later.decision)).toMatchObject({ late: false });
  });

  test('closes once', async () => {
    const { decision } = await decide();
    const both = await Promise.allSettled([1, 2].map(() => directory.do(closeDecision, { decision, state: 'done' })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'directory.already-closed' } });
    await expect(directory.do(closeDecision, { decision: (await decide()).decision, state: 'dropped' })).rejects.toMatchObject({ code: 'directory.say-why-dropped' });
  });

  test('refuses what cannot be, and whom it is not for', async () => {
    await expect(decide({ dueOn: '2024-02-28' })).rejects.toMatchObject({ code: 'directory.due-before-decided' });
    await expect(decide({ owner: '018f0000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'directory.unknown-organization' });
    await expect(decide({ territory: 'TN-99' })).rejects.toMatchObject({ code: 'directory.unknown-territory' });
    await expect(decide({ dueOn: '2024-02-30' })).rejects.toThrow('impossible-date');
    const officer = await directory.world.as('desk_officer');
    await expect(directory.do(openCommitteeDecision, { what: { fr: 'X' }, owner: first, decidedOn: '2024-03-01', dueOn: '2024-04-01' }, officer))
      .rejects.toMatchObject({ code: 'core.role-missing' });
    const neighbour = await openDirectory(await directory.world.secondHub());
    await expect(neighbour.do(closeDecision, { decision: (await decide()).decision, state: 'done' })).rejects.toMatchObject({ name: 'NotFound' });
  });
});
