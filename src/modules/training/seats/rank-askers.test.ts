import { expect, it } from 'vitest';
import fc from 'fast-check';
import { type Asker, rankAskers } from './rank-askers.ts';

const asker = (seat: string, more: Partial<Asker> = {}): Asker => ({ seat, askedAt: new Date('2026-03-02T09:00:00Z'), sex: 'male', birthYear: 1980, lead: false, notYetTrained: true, ...more });
const order = (askers: readonly Asker[], priority: Parameters<typeof rankAskers>[1], on = '2026-03-05') => rankAskers(askers, priority, on).map(({ seat }) => seat).join('');

it('a young man stands beside the women, an unknown age has no priority and says so, and nobody is left out', () => {
  const askers = [asker('a'), asker('b', { sex: 'female', birthYear: null }), asker('c', { birthYear: 2000 }), asker('d', { birthYear: null })];
  expect(order(askers, ['women_and_youth', 'order'])).toBe('bcad');
  expect(rankAskers(askers, ['women_and_youth', 'order'], '2026-03-05').map(({ why }) => why.join(' '))).toEqual(['women age_unknown', 'youth', 'no_priority', 'no_priority age_unknown']);
});

it('ages are those of the last day of asking: 18 and 35 are youth, 17 and 36 are not', () => {
  const young = (birthYear: number) => rankAskers([asker('x', { birthYear })], ['youth', 'order'], '2026-12-31')[0]!.why;
  expect([2009, 2008, 1991, 1990].map(young)).toEqual([['no_priority'], ['youth'], ['youth'], ['no_priority']]);
});

it('each priority decides before the next, the moment of asking after all of them', () => {
  const late = new Date('2026-03-04T09:00:00Z');
  const askers = [asker('a', { notYetTrained: false }), asker('b', { lead: true, askedAt: late }), asker('c', { askedAt: late }), asker('d')];
  expect(order(askers, ['lead', 'not_yet_trained', 'order'])).toBe('bdca');
  expect(order(askers, ['order'])).toBe('adbc');
});

it('the same askers stand in the same order, however they come in; nobody with a priority stands behind somebody without', () => {
  const some = fc.uniqueArray(fc.record({ seat: fc.uuid(), askedAt: fc.date({ noInvalidDate: true }), sex: fc.constantFrom('female', 'male', 'unknown', null), birthYear: fc.option(fc.integer({ min: 1940, max: 2015 })), lead: fc.boolean(), notYetTrained: fc.boolean() }), { selector: ({ seat }) => seat, maxLength: 30 });
  fc.assert(fc.property(some, (askers) => {
    const ranked = rankAskers(askers as Asker[], ['women_and_youth', 'order'], '2026-03-05');
    expect(rankAskers([...askers].reverse() as Asker[], ['women_and_youth', 'order'], '2026-03-05')).toEqual(ranked);
    const first = ranked.map(({ why }) => why.includes('no_priority'));
    expect(first).toEqual([...first].sort());
  }), { seed: 43, numRuns: 200 });
});
