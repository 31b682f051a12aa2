import { expect, test } from 'vitest';
import { familyNamePairs, firstNamePairs } from '#tests/fixtures/region-names.ts';
import { labelledPersons } from '../../../bench/match/all-pairs.ts';
import { type Comparable, findDoubles } from './find-doubles.ts';
import { likelySame } from './same-person.ts';

const found = (persons: readonly Comparable[], from = 0) => [...findDoubles(persons, from)].flat().map(({ first, second }) => `${first} ${second}`).sort();

/** Everybody with everybody, by the comparison alone. */
function bruteForce(persons: readonly Comparable[]): string[] {
  const pairs: string[] = [];
  for (const [second, b] of persons.entries()) {
    for (const [first, a] of persons.slice(0, second).entries()) if (likelySame(a, b).strength !== 'none') pairs.push(`${first} ${second}`);
  }
  return pairs.sort();
}

const { persons, who } = labelledPersons(firstNamePairs, familyNamePairs, 150);

test('nearly all that comparing everybody with everybody finds, and nothing else', () => {
  const [all, some] = [bruteForce(persons), found(persons)];
  expect(some.filter((pair) => !all.includes(pair))).toEqual([]);
  expect(some.length / all.length).toBeGreaterThan(0.95);
  const truth = persons.flatMap((_, second) => persons.slice(0, second).flatMap((_, first) => (who[first] === who[second] ? [`${first} ${second}`] : [])));
  expect(truth.filter((pair) => some.includes(pair)).length / truth.length).toBeGreaterThan(0.95);
  // A walk that lost every other person would be found out.
  expect(found(persons.filter((_, at) => at % 2 === 0)).length / all.length).toBeLessThan(0.95);
});

test('a walk that stopped anywhere goes on to the same end', () => {
  const whole = found(persons);
  for (const from of [1, 77, 299]) {
    const before = whole.filter((pair) => Number(pair.split(' ')[1]) < from);
    expect([...before, ...found(persons, from)].sort()).toEqual(whole);
  }
});

test('a name that very many bear without a year is not compared with itself over and over', () => {
  const many: Comparable[] = Array.from({ length: 400 }, () => ({ names: ['Mohamed Trabelsi'] }));
  expect(found(many).length).toBeLessThan(400 * 61);
  const [year, other] = [{ names: ['محمد الطرابلسي'], birthYear: 1980 }, { names: ['Mohamed Trabelsi'], birthYear: 1981 }];
  expect(found([...many, year, other])).toContain('400 401');
});

test('two who share a fingerprint are compared whatever their names and years', () => {
  const marked = [{ names: ['Hajer Lamine'], birthYear: 1950, marks: ['x'] }, { names: ['هاجر الأمين'], marks: ['x'] }];
  const paper = [{ ...marked[0]!, idNumber: '01234567' }, { ...marked[1]!, birthYear: 1980, idNumber: '01234567' }];
  expect(found(paper)).toEqual(['0 1']);
  expect(found(paper.map(({ marks: _, ...rest }) => rest))).toEqual([]);
});
