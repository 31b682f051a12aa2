import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choose, type Quota } from './choose.ts';
import { juryPoints, type JuryScore } from './jury-points.ts';
import { type InLine, nextInLine } from './next-in-line.ts';
import { type Candidate, rank, type RankRules } from './rank.ts';

const receipts = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{8}$/), { minLength: 1, maxLength: 12 });
const jurors = ['j1', 'j2', 'j3'];
const rulesOf = fc.record({
  criteria: fc.constant([{ code: 'age', kind: 'automatic' as const, weight: 30, most: 7 }, { code: 'idea', kind: 'jury' as const, weight: 50, most: 10 }, { code: 'market', kind: 'jury' as const, weight: 20, most: 3 }]),
  quotas: fc.array(fc.record({ rule: fc.constantFrom('at_least' as const, 'at_most' as const, 'exactly' as const), places: fc.integer({ min: 0, max: 5 }) }), { maxLength: 5 })
    .map((list): Quota[] => list.map((quota, at) => ({ ...quota, id: `q${at}` }))),
  places: fc.integer({ min: 1, max: 8 }), waitlist: fc.integer({ min: 0, max: 4 }), ties: fc.constant(['jury', 'younger', 'receipt'] as const),
});
const calls = fc.tuple(receipts, rulesOf).chain(([list, rules]) => fc.record({
  rules: fc.constant(rules as RankRules),
  candidates: fc.tuple(...list.map((receipt): fc.Arbitrary<Candidate> => fc.record({
    receipt: fc.constant(receipt), age: fc.option(fc.integer({ min: 18, max: 22 })), members: fc.integer({ min: 1, max: 3 }), handedIn: fc.integer({ min: 0, max: 3 }),
    counts: fc.subarray(rules.quotas.map(({ id }) => id)), automatic: fc.record({ age: fc.integer({ min: 0, max: 7 }) }),
    jury: fc.record({
      idea: fc.subarray(jurors).chain((who) => fc.tuple(...who.map((juror) => fc.record({ juror: fc.constant(juror), points: fc.integer({ min: 0, max: 10 }) })))),
      market: fc.subarray(jurors).chain((who) => fc.tuple(...who.map((juror) => fc.record({ juror: fc.constant(juror), points: fc.integer({ min: 0, max: 3 }) })))),
    }),
  }))),
}));

/** The best choice by trying every set: it keeps the quotas as far as they can be kept, first the first; of those, who stands higher decides. */
function byTrying(counts: readonly (readonly string[])[], quotas: readonly Quota[], places: number): boolean[] {
  const sets = Array.from({ length: 2 ** counts.length }, (_, set) => counts.map((_each, at) => Boolean(set & (2 ** at)))).filter((set) => set.filter(Boolean).length <= places);
  const many = (set: boolean[], id: string): number => counts.filter((of, at) => set[at] && of.includes(id)).length;
  let left = sets.filter((set) => quotas.every(({ id, rule, places: most }) => rule === 'at_least' || many(set, id) <= most));
  for (const { id, rule, places: least } of quotas) {
    if (rule === 'at_most') continue;
    const reached = Math.max(...left.map((set) => Math.min(least, many(set, id))));
    left = left.filter((set) => many(set, id) >= reached);
  }
  return counts.reduce((sets, _, at) => (sets.some((set) => set[at]) ? sets.filter((set) => set[at]) : sets), left)[0]!;
}

it('takes the best that the quotas allow, as trying every set finds; no upper bound and no place is passed', () => {
  fc.assert(fc.property(calls, ({ candidates, rules }) => {
    const counts = candidates.map((each) => each.counts);
    const { choices, quotas } = choose(counts, rules.quotas, rules.places);
    expect(choices.map(({ chosen }) => chosen)).toEqual(byTrying(counts, rules.quotas, rules.places));
    for (const [at, { rule, places }] of rules.quotas.entries()) {
      if (rule !== 'at_least') expect(quotas[at]!.taken).toBeLessThanOrEqual(places);
      expect(quotas[at]!.short).toBe(rule !== 'at_most' && quotas[at]!.taken < places);
    }
  }), { numRuns: 250, seed: 5 });
});

it('gives the same answer whatever the order of what it is given, and counts places and waiting list', () => {
  fc.assert(fc.property(calls, ({ candidates, rules }) => {
    const { standings } = rank(candidates, rules);
    const turned = [...candidates].reverse().map((each) => ({ ...each, jury: { idea: [...each.jury.idea!].reverse(), market: [...each.jury.market!].reverse() } }));
    expect(rank(turned, rules).standings).toEqual(standings);
    expect(standings.filter(({ outcome }) => outcome === 'selected').length).toBeLessThanOrEqual(rules.places);
    expect(standings.filter(({ outcome }) => outcome === 'waitlisted').length).toBeLessThanOrEqual(rules.waitlist);
    expect(standings.map((each) => each.rank)).toEqual(candidates.map((_, at) => at + 1));
  }), { numRuns: 150, seed: 5 });
});

it('a point more from one juror, or a rule that fits better, never lowers a rank and never loses a place', () => {
  const better = { selected: 0, waitlisted: 1, rejected: 2 };
  fc.assert(fc.property(calls, fc.nat(), fc.nat(), ({ candidates, rules }, who, which) => {
    const at = who % candidates.length;
    const before = candidates[at]!;
    const given = before.jury.idea![which % Math.max(1, before.jury.idea!.length)];
    const raised: Candidate = given && given.points < 10
      ? { ...before, jury: { ...before.jury, idea: before.jury.idea!.map((each) => (each === given ? { ...each, points: each.points + 1 } : each)) } }
      : { ...before, automatic: { age: Math.min(7, before.automatic.age! + 1) } };
    const find = (list: readonly Candidate[]) => rank(list, rules).standings.find(({ receipt }) => receipt === before.receipt)!;
    const [was, is] = [find(candidates), find(candidates.with(at, raised))];
    expect(is.rank).toBeLessThanOrEqual(was.rank);
    expect(is.adjusted).toBeGreaterThanOrEqual(was.adjusted);
    if (was.outcome === 'selected') expect(better[is.outcome]).toBe(0);
  }), { numRuns: 250, seed: 5 });
});

it('who waits keeps her order when somebody drops out, and the first who keeps the quotas moves up', () => {
  fc.assert(fc.property(calls, fc.nat(), ({ candidates, rules }, who) => {
    const counts = new Map(candidates.map((each) => [each.receipt, each.counts]));
    const line = (outcome: string): InLine[] => rank(candidates, rules).standings.filter((each) => each.outcome === outcome).map(({ receipt }) => ({ application: receipt, counts: counts.get(receipt)! }));
    const [selected, waiting] = [line('selected'), line('waitlisted')];
    if (selected.length === 0) return;
    const stay = selected.toSpliced(who % selected.length, 1);
    const next = nextInLine(stay, waiting, rules.quotas, rules.places);
    if (!next) return;
    const after = [...stay, next];
    expect(after.length).toBeLessThanOrEqual(rules.places);
    for (const { id, rule, places } of rules.quotas) if (rule !== 'at_least') expect(after.filter((each) => each.counts.includes(id)).length).toBeLessThanOrEqual(places);
    const second = nextInLine(after.slice(1), waiting.filter((each) => each !== next), rules.quotas, rules.places);
    if (second) expect(waiting).toContain(second);
  }), { numRuns: 150, seed: 5 });
  const quota: Quota[] = [{ id: 'women', rule: 'at_least', places: 1 }, { id: 'sfax', rule: 'at_most', places: 1 }];
  const [man, woman, ofSfax] = [{ application: 'man', counts: [] }, { application: 'woman', counts: ['women'] }, { application: 'sfax', counts: ['women', 'sfax'] }];
  expect(nextInLine([{ application: 'x', counts: ['sfax'] }], [man, ofSfax, woman], quota, 2)).toBe(woman);
  expect(nextInLine([{ application: 'x', counts: ['women'] }], [man, ofSfax, woman], quota, 2)).toBe(man);
  expect(nextInLine([{ application: 'x', counts: [] }, man], [woman], quota, 2)).toBeUndefined();
});

it('counts by the published formula and says what told equals apart', () => {
  const rules: RankRules = { criteria: [{ code: 'income', kind: 'automatic', weight: 40, most: 5 }, { code: 'idea', kind: 'jury', weight: 60, most: 10 }], quotas: [], places: 1, waitlist: 1, ties: ['younger'] };
  const candidate = (receipt: string, age: number, income: number, points: readonly number[]): Candidate =>
    ({ receipt, age, members: 1, handedIn: 0, counts: [], automatic: { income }, jury: { idea: points.map((each, at) => ({ juror: `j${at}`, points: each })) } });
  // 100 × (40 × 3/5 + 60 × 6/10) / 100 = 60; both jurors gave the same, so nothing is adjusted.
  const { standings } = rank([candidate('AAAA0001', 30, 3, [6, 6]), candidate('AAAA0002', 25, 3, [6, 6]), candidate('AAAA0003', 20, 5, [2, 2])], rules);
  expect(standings.map(({ receipt, raw, adjusted, outcome, tie, disagree }) => [receipt, raw, adjusted, outcome, tie, disagree])).toEqual([
    ['AAAA0002', 60_000, 60_000, 'selected', null, false], ['AAAA0001', 60_000, 60_000, 'waitlisted', 'younger', false], ['AAAA0003', 52_000, 52_000, 'rejected', null, false],
  ]);
  expect(rank([candidate('AAAA0001', 30, 3, [1, 6])], rules).standings[0]).toMatchObject({ raw: 45_000, disagree: true });
});

it('moves a strict juror up by part of what she lies below the jury', () => {
  // j2 gave two points less than j1 on all five: each lies 1 from the jury's mean, and moves by 1 × 5 / (5 + 5).
  const five = new Map<string, JuryScore[]>(['a', 'b', 'c', 'd', 'e'].map((receipt, at) => [receipt, [{ juror: 'j1', points: 4 + at }, { juror: 'j2', points: 2 + at }]]));
  expect(juryPoints(five).get('a')).toEqual({ raw: 3_000, adjusted: 3_000, spread: 2 });
  // Only j2 judged one more: she is moved up by what she lies below the jury over her six: 5/6 × 6/11.
  expect(juryPoints(new Map([...five, ['f', [{ juror: 'j2', points: 3 }]]])).get('f')).toEqual({ raw: 3_000, adjusted: 3_455, spread: 0 });
});

it('a quota larger than its pool takes as many as there are and says so; no province comes short for it', () => {
  const applicants = [...Array.from({ length: 30 }, () => ['tunis']), ...Array.from({ length: 4 }, () => ['gafsa', 'women']), ...Array.from({ length: 6 }, () => ['women'])];
  const { choices, quotas } = choose(applicants, [{ id: 'gafsa', rule: 'at_least', places: 10 }, { id: 'women', rule: 'at_least', places: 8 }, { id: 'tunis', rule: 'at_most', places: 5 }], 20);
  expect(quotas).toEqual([{ id: 'gafsa', taken: 4, pool: 4, short: true }, { id: 'women', taken: 10, pool: 10, short: false }, { id: 'tunis', taken: 5, pool: 30, short: false }]);
  expect(choices[5]).toEqual({ chosen: false, why: 'quota_full', quota: 'tunis' });
  expect(choices[31]).toMatchObject({ chosen: true, why: 'by_quota' });
});
