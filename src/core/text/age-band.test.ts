import { expect, test } from 'vitest';
import { ageAt, ageBandAt } from './age-band.ts';

test.each([
  ['2008-06-15', '2026-06-14', '0-17'],
  ['2008-06-15', '2026-06-15', '18-24'],
  ['2001-01-01', '2026-01-01', '25-34'],
  ['1991-12-31', '2026-12-30', '25-34'],
  ['1991-12-31', '2026-12-31', '35-49'],
  ['1976-03-01', '2026-03-01', '50-64'],
  ['1961-03-01', '2026-03-01', '65+'],
  ['2027-01-01', '2026-03-01', 'unknown'],
  ['1890-01-01', '2026-03-01', 'unknown'],
])('born %s, on %s: %s', (birthDate, day, band) => {
  expect(ageBandAt({ birthDate }, day)).toBe(band);
});

test('born on 29 February, a year older on 1 March', () => {
  expect([ageAt({ birthDate: '2008-02-29' }, '2026-02-28'), ageAt({ birthDate: '2008-02-29' }, '2026-03-01')]).toEqual([
    17, 18,
  ]);
});

test('only the year: from 1 July on; nothing known: unknown', () => {
  expect([ageAt({ birthYear: 2008 }, '2026-06-30'), ageAt({ birthYear: 2008 }, '2026-07-01')]).toEqual([17, 18]);
  expect(ageBandAt({}, '2026-07-01')).toBe('unknown');
});
