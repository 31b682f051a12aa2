import { expect, test } from 'vitest';
import { compareBirths } from './birth-evidence.ts';

test.each([
  ['1991-04-17', '1991-04-17', 'same-birth-date'],
  ['1991-04-07', '1991-07-04', 'swapped-day-month'],
  ['1991-04-17', '1991-04-18', 'one-digit-birth-date'],
  ['1991-04-17', '1991-11-28', 'different-birth-date'],
  ['1991-04-17', '1975-09-02', 'different-birth-year'],
  ['1960-01-01', '1960-01-01', 'same-birth-year'],
  ['1960-01-01', '1962-05-04', 'near-birth-year'],
  ['1960-01-01', '1963-05-04', 'different-birth-year'],
])('%s and %s: %s', (a, b, evidence) => {
  expect(compareBirths({ birthDate: a }, { birthDate: b })).toBe(evidence);
  expect(compareBirths({ birthDate: b }, { birthDate: a })).toBe(evidence);
});

test('a year alone, or nothing', () => {
  expect(compareBirths({ birthYear: 1991 }, { birthDate: '1991-04-17' })).toBe('same-birth-year');
  expect(compareBirths({}, { birthDate: '1991-04-17' })).toBe('unknown');
});
