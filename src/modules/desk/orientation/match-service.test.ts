import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientTest } from '#modules/directory/public.ts';
import type { ClientFacts } from './client-facts.ts';
import { type Match, matchService, type Weighed } from './match-service.ts';
import { rankMatches } from './rank-matches.ts';
import { changed } from './smallest-change.ts';

const lines: Record<string, string[]> = { 'TN-43': ['TN-43', 'TN'], 'TN-53': ['TN-53', 'TN'], 'MA-AOU': ['MA-AOU', 'MA-09', 'MA'] };
const lineOf = (code: string) => lines[code] ?? [code];
const need = { wants: [], childcare: false };

const service = (over: Partial<Weighed> = {}): Weighed => ({
  id: 's', names: { fr: 'Service' }, types: ['ADV'], stages: [], areas: [], status: 'active', rules: [], priorities: [],
  freePlaces: null, waitingDays: null, childcare: false, stale: false, mayLose: [], ...over,
});
const rule = (over: Partial<ClientTest> & Pick<ClientTest, 'field'>): ClientTest => ({
  id: 'r', operator: 'one-of', codes: [], lowest: null, highest: null, words: {}, ...over,
});
const woman: ClientFacts = {
  kind: 'person', sex: 'female', ages: [24], territory: ['TN-43', 'TN'], stage: 'idea', legalForm: null, situations: ['rural'],
};
const manOf45: ClientFacts = { ...woman, sex: 'male', ages: [45], situations: [] };

const anyFacts: fc.Arbitrary<ClientFacts> = fc.record({
  kind: fc.constantFrom('person', 'organization'),
  sex: fc.constantFrom('female', 'male', null),
  ages: fc.oneof(fc.constant([]), fc.integer({ min: 10, max: 90 }).map((age) => [age]), fc.integer({ min: 10, max: 90 }).map((age) => [age, age + 1])),
  territory: fc.constantFrom([], ...Object.values(lines)),
  stage: fc.constantFrom('idea', 'creation', 'development', 'sustainability', null),
  legalForm: fc.constantFrom('cooperative', 'association', 'company', null),
  situations: fc.option(fc.subarray(['rural', 'jobless', 'disability']), { nil: null }),
});
const someOf = (...codes: string[]) => fc.subarray(codes, { minLength: 1 });
const codeRule = (field: ClientTest['field'], ...codes: string[]) =>
  fc.record({ operator: fc.constantFrom('one-of' as const, 'none-of' as const), codes: someOf(...codes) }).map((more) => rule({ field, ...more }));
const anyRule: fc.Arbitrary<ClientTest> = fc.oneof(
  codeRule('sex', 'female', 'male'),
  codeRule('stage', 'idea', 'creation', 'development', 'sustainability'),
  codeRule('client-kind', 'person', 'organization'),
  codeRule('legal-form', 'cooperative', 'association', 'smsa', 'company'),
  codeRule('priority', 'rural', 'jobless', 'disability'),
  someOf('TN-43', 'TN-53', 'MA-AOU', 'TN').map((codes) => rule({ field: 'territory', operator: 'within', codes })),
  fc.tuple(fc.integer({ min: 15, max: 60 }), fc.integer({ min: 0, max: 30 }))
    .map(([lowest, more]) => rule({ field: 'age', operator: 'between', lowest, highest: lowest + more })),
);
const anyService = fc.record({
  rules: fc.array(anyRule, { maxLength: 4 }),
  priorities: fc.array(fc.tuple(anyRule, fc.integer({ min: 1, max: 10 })).map(([test, weight]) => ({ ...test, weight })), { maxLength: 3 }),
  stages: fc.subarray(['idea', 'creation', 'development', 'sustainability']),
  status: fc.constantFrom('active', 'temporarily closed'),
  freePlaces: fc.constantFrom(null, 0, 4),
  waitingDays: fc.constantFrom(null, 3, 30),
}).map((over) => service(over));

describe('weighing a service', () => {
  it('flips to fitting when the smallest change it states comes true', () => {
    let flipped = 0;
    fc.assert(fc.property(anyService, anyFacts, (offered, facts) => {
      const before = matchService(offered, facts, need, lineOf);
      if (before.standing !== 'no' || !before.changes) return;
      const after = before.changes.reduce((now, change) => changed(now, change, lineOf), facts);
      const reopened = before.changes.some(({ field }) => field === 'status') ? { ...offered, status: 'active' } : offered;
      expect(matchService(reopened, after, need, lineOf).standing).not.toBe('no');
      flipped++;
    }), { numRuns: 2_000, seed: 3 });
    expect(flipped).toBeGreaterThan(200);
  });

  it('names one change for each field that fails, and none for one that holds', () => {
    fc.assert(fc.property(anyService, anyFacts, (offered, facts) => {
      const { changes, failed, closed } = matchService(offered, facts, need, lineOf);
      if (!changes) return;
      const fields = [...new Set(failed.map(({ field }) => field)), ...(closed ? ['status'] : [])];
      expect(changes.map(({ field }) => field).sort()).toEqual(fields.sort());
    }), { seed: 4 });
  });

  it('never shuts anyone out by a priority: without them the standing is the same', () => {
    fc.assert(fc.property(anyService, anyFacts, (offered, facts) => {
      const bare = { ...offered, priorities: [] };
      expect(matchService(offered, facts, need, lineOf).standing).toBe(matchService(bare, facts, need, lineOf).standing);
    }), { seed: 5 });
  });

  it('serves a man of 45 where women and youth come first, with less lift than theirs', () => {
    const offered = service({
      priorities: [
        { ...rule({ field: 'sex', codes: ['female'] }), weight: 5 },
        { ...rule({ field: 'age', operator: 'between', lowest: 18, highest: 35 }), weight: 3 },
      ],
    });
    expect(matchService(offered, manOf45, need, lineOf)).toMatchObject({ standing: 'fits', priority: 0 });
    expect(matchService(offered, woman, need, lineOf)).toMatchObject({ standing: 'fits', priority: 8 });
  });

  it('says what nobody can change instead of proposing it', () => {
    const refused = (facts: ClientFacts, test: ClientTest) => matchService(service({ rules: [test] }), facts, need, lineOf).changes;
    expect(refused(manOf45, rule({ field: 'sex', codes: ['female'] }))).toBeNull();
    expect(refused(manOf45, rule({ field: 'age', operator: 'between', lowest: 18, highest: 35 }))).toBeNull();
    expect(refused({ ...woman, stage: 'development' }, rule({ field: 'stage', codes: ['idea'] }))).toBeNull();
  });

  it('proposes the nearest: years to wait, the next stage, the territory, the legal form', () => {
    const refused = (test: ClientTest) => matchService(service({ rules: [test] }), { ...woman, legalForm: 'none' }, need, lineOf).changes;
    expect(refused(rule({ field: 'age', operator: 'between', lowest: 26, highest: 35 }))).toEqual([{ field: 'age', years: 2 }]);
    expect(refused(rule({ field: 'stage', codes: ['sustainability', 'creation'] }))).toEqual([{ field: 'stage', to: ['creation'] }]);
    expect(refused(rule({ field: 'territory', operator: 'within', codes: ['TN-53'] }))).toEqual([{ field: 'territory', to: ['TN-53'] }]);
    expect(refused(rule({ field: 'legal-form', codes: ['smsa'] }))).toEqual([{ field: 'legal-form', to: ['smsa'] }]);
  });

  it('asks when something is not known, and never takes silence for a no', () => {
    const silent: ClientFacts = { ...woman, sex: null, ages: [], territory: [], stage: null, legalForm: null, situations: null };
    fc.assert(fc.property(anyService, (offered) => {
      const { failed } = matchService(offered, silent, need, lineOf);
      expect(failed.filter(({ field }) => field !== 'client-kind')).toEqual([]);
    }), { seed: 6 });
    expect(matchService(service({ rules: [rule({ field: 'priority', codes: ['rural'] })] }), silent, need, lineOf).standing).toBe('ask');
  });

  it('gives a cooperative that grows marketing, not the birth of ideas', () => {
    const cooperative: ClientFacts = { ...woman, kind: 'organization', sex: null, ages: [], stage: 'development', legalForm: 'cooperative', situations: null };
    const weighed = [
      service({ id: 'ideation', names: { fr: 'Atelier d’idées' }, types: ['CAP'], stages: ['idea'] }),
      service({ id: 'marketing', names: { fr: 'Vendre mieux' }, types: ['MKT'], stages: ['development', 'sustainability'] }),
    ].map((one) => matchService(one, cooperative, { wants: ['MKT'], childcare: false }, lineOf));
    const [first, last] = rankMatches(weighed);
    expect([first?.service.id, first?.standing, last?.service.id, last?.standing]).toEqual(['marketing', 'fits', 'ideation', 'no']);
  });
});

describe('the order shown', () => {
  const order = (...services: Weighed[]): string[] =>
    rankMatches(services.map((one) => matchService(one, woman, { wants: ['FIN'], childcare: true }, lineOf))).map(({ service: { id } }) => id);

  it('puts the need first, then free places, freshness, groups, childcare, the shorter wait, the name', () => {
    const base = { types: ['FIN'], waitingDays: 10 };
    expect(order(
      service({ ...base, id: 'name-b', names: { fr: 'B' } }), service({ ...base, id: 'name-a', names: { fr: 'A' } }),
      service({ ...base, id: 'quick', waitingDays: 2 }), service({ ...base, id: 'unknown-wait', waitingDays: null }),
      service({ ...base, id: 'childcare', childcare: true }), service({ ...base, id: 'old', stale: true }),
      service({ ...base, id: 'full', freePlaces: 0 }), service({ ...base, id: 'other-kind', types: ['LEG'] }),
      service({ ...base, id: 'group', priorities: [{ ...rule({ field: 'sex', codes: ['female'] }), weight: 1 }] }),
      service({ ...base, id: 'refused', rules: [rule({ field: 'sex', codes: ['male'] })] }),
    )).toEqual(['group', 'childcare', 'quick', 'name-a', 'name-b', 'unknown-wait', 'old', 'full', 'other-kind', 'refused']);
  });

  it('is the same whatever the order the services came in', () => {
    fc.assert(fc.property(fc.uniqueArray(anyService.map((one) => one), { maxLength: 6 }), fc.infiniteStream(fc.nat()), (services, dice) => {
      const named = services.map((one, index) => ({ ...one, id: `s${index}` }));
      const shuffled = [...named].sort(() => (Number(dice.next().value) % 2 ? 1 : -1));
      const ids = (matches: readonly Match[]) => matches.map(({ service: { id } }) => id);
      const weigh = (list: readonly Weighed[]) => ids(rankMatches(list.map((one) => matchService(one, woman, need, lineOf))));
      expect(weigh(shuffled)).toEqual(weigh(named));
    }), { seed: 7 });
  });
});
