import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fields, joinEdits } from './edit-conflict.ts';

const seen = { name: 'Fatma', year: 1988, place: 'TN-43', languages: ['ar-TN'] };

describe('two people change the same thing', () => {
  it('both changes are kept when they touched different fields', () => {
    const joined = joinEdits({ seen, now: { ...seen, year: 1989 }, mine: { ...seen, name: 'Fatma Zohra' } });
    expect(joined).toMatchObject({ fields: { ...seen, year: 1989, name: 'Fatma Zohra' }, changed: ['name'], conflicts: [] });
  });

  it('the same field changed to two values is shown with both, and to one value is no matter', () => {
    const now = { ...seen, year: 1989, place: 'TN-53' };
    const joined = joinEdits({ seen, now, mine: { ...seen, year: 1990, place: 'TN-53' } });
    expect(joined.conflicts).toEqual([{ field: 'year', mine: 1990, theirs: 1989 }]);
  });

  it('she chooses for each field, and what she did not choose for stays open', () => {
    const now = { ...seen, name: 'Fatima', year: 1989 };
    const mine = { ...seen, name: 'Fetma', year: 1990 };
    expect(joinEdits({ seen, now, mine, keep: { name: 'theirs' } }).conflicts.map(({ field }) => field)).toEqual(['year']);
    const settled = joinEdits({ seen, now, mine, keep: { name: 'theirs', year: 'mine' } });
    expect(settled).toMatchObject({ fields: { ...seen, name: 'Fatima', year: 1990 }, changed: ['year'], conflicts: [] });
  });

  it('emptied by one and changed by the other is a conflict too', () => {
    const joined = joinEdits({ seen, now: { ...seen, place: 'TN-53' }, mine: { ...seen, place: '' } });
    expect(joined.conflicts).toEqual([{ field: 'place', mine: '', theirs: 'TN-53' }]);
  });

  it('a form’s text and a row’s number are one value, nothing and an empty list too', () => {
    const base = { year: '1988', languages: [], other: null, map: { a: 1, b: 2 } };
    expect(joinEdits<Fields>({ seen: base, now: { year: 1988, languages: null, other: '', map: { b: 2, a: 1 } }, mine: base }).changed).toEqual([]);
    expect(joinEdits({ now: { languages: ['ar'] as string[] }, mine: { languages: ['ar', 'fr'] } }).changed).toEqual(['languages']);
  });

  it('without what she saw, what she sends stands', () => {
    expect(joinEdits({ now: { name: 'a', year: 1 }, mine: { name: 'b', year: 1 } })).toMatchObject({ fields: { name: 'b', year: 1 }, changed: ['name'], conflicts: [] });
  });

  it('a choice holds for the value she was shown: a third change is asked about again', () => {
    const mine = { ...seen, year: 1990 };
    const first = joinEdits({ seen, now: { ...seen, year: 1989 }, mine });
    expect(first.offer).toEqual({ conflicts: first.conflicts, seen, shown: { year: 1989 } });
    const again = joinEdits({ ...first.offer, now: { ...seen, year: 1987 }, mine, keep: { year: 'mine' } });
    expect(again.conflicts).toEqual([{ field: 'year', mine: 1990, theirs: 1987 }]);
    expect(joinEdits({ ...first.offer, now: { ...seen, year: 1989 }, mine, keep: { year: 'mine' } }).changed).toEqual(['year']);
  });

  const value = fc.constantFrom('x', 'y', 'z', '');
  const row = fc.record({ one: value, two: value, three: value });
  it('never loses a change: every value of either side is written, agreed on, or in a conflict', () => {
    fc.assert(fc.property(row, row, row, (base, now, mine) => {
      const { fields, conflicts } = joinEdits({ seen: base, now, mine });
      for (const field of ['one', 'two', 'three'] as const) {
        const open = conflicts.some((each) => each.field === field);
        const [i, they] = [mine[field] !== base[field], now[field] !== base[field]];
        expect(open).toBe(i && they && mine[field] !== now[field]);
        if (!open) expect(fields[field]).toBe(i ? mine[field] : now[field]);
      }
    }), { numRuns: 2_000 });
  });
});
