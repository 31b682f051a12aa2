import { expect, it } from 'vitest';
import { stretchOf, weeksOf } from './stretch.ts';

it('a week runs from Monday to Sunday, a drawn month over whole weeks, also over the end of a year and in February', () => {
  expect(stretchOf('week', '2026-11-22')).toEqual({ from: '2026-11-16', until: '2026-11-22', before: '2026-11-15', after: '2026-11-29' });
  expect(stretchOf('list', '2026-12-31')).toEqual({ from: '2026-12-01', until: '2026-12-31', before: '2026-11-01', after: '2027-01-01' });
  expect(stretchOf('month', '2028-02-29')).toEqual({ from: '2028-01-31', until: '2028-03-05', before: '2028-01-01', after: '2028-03-01' });
  const weeks = weeksOf(stretchOf('month', '2026-02-10'));
  expect([weeks.length, weeks[0]![0], weeks.at(-1)![6]]).toEqual([5, '2026-01-26', '2026-03-01']);
  expect(weeksOf(stretchOf('month', '2027-02-01')).length).toBe(4);
});
