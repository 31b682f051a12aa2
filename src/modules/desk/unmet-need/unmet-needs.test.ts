import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openReferringDesk } from '#tests/fixtures/refer.ts';
import { answerByLink } from '../answer-referral/answer-by-link.ts';
import { unmetCauses } from './unmet-cause.ts';
import { hideSmall, unmetFigures } from './unmet-figures.query.ts';
import { unmetNeeds } from './unmet-needs.query.ts';

const cell = fc.record({
  cause: fc.constantFrom(...unmetCauses), type: fc.constantFrom('FIN', 'LEG', null), territory: fc.constantFrom('TN-43', 'TN-51', null),
  count: fc.integer({ min: 1, max: 30 }),
});
const sameCell = (one: { cause: string; type: string | null; territory: string | null }) => `${one.cause} ${one.type} ${one.territory}`;

describe('the register of unmet needs', () => {
  it('counts each declined referral once, by cause, kind and place, at its own hub only', async () => {
    const desk = await openReferringDesk();
    const { house, network } = desk.world;
    const far = await desk.another({ mainType: 'FIN' });
    for (const [service, reason] of [[desk.service, 'full'], [far, 'too-far']] as const) {
      const referral = await desk.refer({ service });
      await act(house, visitor(network), answerByLink, { token: await desk.token(referral), answer: 'declined', reason });
    }
    const register = await ask(house, desk.officer, unmetNeeds, {});
    expect(register).toMatchObject({ total: 2, byCause: { full: 1, 'too-far': 1 } });
    expect(register.cells).toContainEqual({ cause: 'too-far', type: 'FIN', territory: 'TN-43', count: 1 });
    const stranger = await (await desk.world.secondHub()).as('desk_officer');
    expect((await ask(house, stranger, unmetNeeds, {})).total).toBe(0);
    expect((await ask(house, desk.officer, unmetNeeds, { until: '2020-01-01' })).total).toBe(0);
    expect(await ownerQuery(house, "select id from core.event where network_id = $1 and name = 'desk.need-unmet'", [network])).toHaveLength(2);
  });

  it('shows no small number to those who may not see people', async () => {
    const desk = await openReferringDesk();
    const { house, network } = desk.world;
    const referral = await desk.refer();
    await act(house, visitor(network), answerByLink, { token: await desk.token(referral), answer: 'declined', reason: 'full' });
    const donor = await desk.world.as('donor_viewer');
    const later: Actor = { ...donor, app: 'demo', demoAt: new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 1, 15)) };
    expect(await ask(house, later, unmetFigures, {})).toMatchObject({ total: null, byCause: {}, cells: [], hides: true });
    // A month that has not ended is not read, whatever days are asked for.
    const today = new Date().toISOString().slice(0, 10);
    expect(await ask(house, donor, unmetFigures, { from: today, until: today })).toMatchObject({ total: 0, cells: [], hides: false });
    await expect(ask(house, donor, unmetNeeds, {})).rejects.toMatchObject({ code: 'core.role-missing' });
  });

  it('no shown table lets one hidden number below 5 be subtracted out, by cause or by place as the figures show them', () => {
    fc.assert(fc.property(fc.uniqueArray(cell, { selector: sameCell, minLength: 1, maxLength: 12 }), (cells) => {
      const { cells: shown, byCause, total } = hideSmall(cells);
      const isShown = (one: (typeof cells)[number]) => shown.some((other) => sameCell(other) === sameCell(one));
      for (const one of shown) expect(one.count).toBeGreaterThanOrEqual(5);
      for (const cause of new Set(cells.map((one) => one.cause))) {
        const hidden = cells.filter((one) => one.cause === cause && !isShown(one));
        if (byCause[cause] !== undefined && hidden.length) expect(hidden.length).toBeGreaterThan(1);
      }
      for (const place of new Set(cells.map(({ territory }) => territory))) {
        const here = cells.filter(({ territory }) => territory === place);
        // The page of figures shows this place when it and every other hold five or more.
        const alone = here.filter((one) => !isShown(one));
        const allPlaces = [...new Set(cells.map(({ territory }) => territory))].map((one) => cells.filter(({ territory }) => territory === one).reduce((sum, { count }) => sum + count, 0));
        if (allPlaces.every((sum) => sum >= 5) && alone.length === 1) expect(alone[0]!.count).toBeGreaterThanOrEqual(5);
      }
      if (total !== null && cells.length > shown.length) expect(cells.length - shown.length).toBeGreaterThan(1);
    }));
  });
});
