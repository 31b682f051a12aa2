import { describe, expect, it } from 'vitest';
import { expectedRamadans, isRamadan } from './ramadan.ts';

describe('Ramadan', () => {
  it('falls where published Umm al-Qura calendars put its first day', () => {
    expect(expectedRamadans().map(({ hijriYear, from }) => `${hijriYear} ${from}`)).toEqual([
      '1445 2024-03-11',
      '1446 2025-03-01',
      '1447 2026-02-18',
      '1448 2027-02-08',
      '1449 2028-01-28',
      '1450 2029-01-16',
      '1451 2030-01-05',
      '1452 2030-12-26',
    ]);
  });

  it('lasts 29 or 30 days', () => {
    for (const { from, to } of expectedRamadans())
      expect([29, 30]).toContain((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1);
  });

  it('counts its first and last day, also across the new year', () => {
    expect(isRamadan('2026-02-17')).toBe(false);
    expect(isRamadan('2026-02-18')).toBe(true);
    expect(isRamadan('2026-03-20')).toBe(false);
    expect(isRamadan('2030-12-31')).toBe(true);
    expect(isRamadan('2031-01-05')).toBe(true);
  });

  it('follows the country’s own announcement once a hub has entered it', () => {
    const announced = [{ hijriYear: 1445, from: '2024-03-12', to: '2024-04-09' }];
    expect(isRamadan('2024-03-11')).toBe(true);
    expect(isRamadan('2024-03-11', announced)).toBe(false);
    expect(isRamadan('2025-03-01', announced)).toBe(true);
  });
});
