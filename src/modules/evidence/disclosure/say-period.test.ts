import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayPeriod } from './say-period.ts';

describe('a period of several months, outside the hub', () => {
  it('says at least so many, in steps of ten', () => {
    expect(sayPeriod(137, [60, 50, 40])).toBe(130);
    expect(sayPeriod(40, [20, 20])).toBe(40);
  });

  it('says no more than the printed months add up to, whoever is in a month that is kept back', () => {
    expect(sayPeriod(23, [12, 8, null])).toBe(20);
    expect(sayPeriod(29, [19, null, null])).toBe(10);
  });

  it('says no more than there are different persons, however often they came', () => {
    expect(sayPeriod(19, [19, 19, 19])).toBe(10);
  });

  it('says nothing below ten, nor where no month is printed', () => {
    expect(sayPeriod(9, [9])).toBeNull();
    expect(sayPeriod(12, [4, null, 5])).toBeNull();
    expect(sayPeriod(5_000, [null, null])).toBeNull();
    expect(sayPeriod(0, [])).toBeNull();
  });

  // Histories drawn person by person: who came in which month; a month under five is not printed.
  it('tells of a month that is kept back no more than that somebody came', () => {
    const history = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { maxLength: 60 });
    fc.assert(
      fc.property(history, (persons) => {
        const months = [0, 1, 2, 3].map((month) => persons.filter((came) => came[month]).length);
        const printed = months.map((count) => (count < 5 ? null : count));
        const upTo = (last: number) => persons.filter((came) => came.slice(0, last + 1).some(Boolean)).length;
        return [1, 2, 3].every((last) => {
          if (printed[last] !== null) return true;
          const before = sayPeriod(upTo(last - 1), printed.slice(0, last)) ?? 0;
          const after = sayPeriod(upTo(last), printed.slice(0, last + 1)) ?? 0;
          // What was said before may have been anything up to nine less than what there was.
          return after - before <= 10 && (after === before || months[last]! >= 1);
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
