import { describe, expect, it } from 'vitest';
import { applicationStates } from '../codes.ts';
import { afterFollowUp, type Cause, ended, mayMove, nextByHand, pathStates } from './path.ts';

/** Written from SM-INCUB of domain.md by hand, not from the code: who comes from where, by what. */
const told = [
  'selected>trained hand', 'trained>incubating hand', 'incubating>plan_validated plan', 'plan_validated>funding_committee money', 'funding_committee>plan_validated money',
  'funding_committee>funded money', 'plan_validated>created creation', 'funded>created creation', 'created>post_creation follow_up', 'created>ceased follow_up',
  'post_creation>consolidated follow_up', 'post_creation>ceased follow_up', 'selected>dropped_out stop', 'trained>dropped_out stop', 'incubating>dropped_out stop',
  'plan_validated>dropped_out stop', 'funding_committee>dropped_out stop', 'funded>dropped_out stop',
  // Money that is taken back before any of it was paid: she stands where she stood before.
  'funded>funding_committee money', 'funded>plan_validated money',
];
const causes: readonly Cause[] = ['hand', 'plan', 'money', 'creation', 'follow_up', 'stop'];

describe('the way from selected to alumni', () => {
  it('takes exactly the steps told, for every pair of states and every cause; all others are refused', () => {
    let refused = 0;
    for (const from of applicationStates) for (const to of applicationStates) for (const by of causes) {
      const should = told.includes(`${from}>${to} ${by}`);
      expect(mayMove(from, to, by, 'idea'), `${from} > ${to} by ${by}`).toBe(should);
      if (!should) refused++;
    }
    expect(refused).toBe(applicationStates.length ** 2 * causes.length - told.length);
  });

  it('lets only an existing activity begin at development', () => {
    expect([mayMove('selected', 'incubating', 'hand', 'existing'), mayMove('selected', 'incubating', 'hand', 'idea'), mayMove('selected', 'incubating', 'hand', null)]).toEqual([true, false, false]);
    expect(nextByHand('selected', 'existing')).toEqual(['trained', 'incubating']);
    expect(nextByHand('selected', 'idea')).toEqual(['trained']);
    expect(nextByHand('plan_validated', 'idea')).toEqual([]);
  });

  it('ends where nothing leads on, and nowhere else', () => {
    const dead = pathStates.filter((from) => !pathStates.some((to) => causes.some((by) => mayMove(from, to, by, 'existing'))));
    expect(dead).toEqual(ended);
  });

  it('a follow-up leaves her alive on the way, consolidated after two years, or ceased at once', () => {
    expect([afterFollowUp(3, true), afterFollowUp(12, true), afterFollowUp(24, true), afterFollowUp(3, false), afterFollowUp(24, false)])
      .toEqual(['post_creation', 'post_creation', 'consolidated', 'ceased', 'ceased']);
  });
});
