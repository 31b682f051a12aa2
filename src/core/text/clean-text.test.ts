import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText, type TextKind } from './clean-text.ts';

const value = (text: string, kind: TextKind) => {
  const checked = checkText(text, kind);
  return checked.ok ? checked.value : checked.code;
};

test.each<[string, TextKind, string]>([
  ['cafe\u0301', 'name', 'café'],
  ['  Fatma \n Ben\tAli ', 'name', 'Fatma Ben Ali'],
  ['\u202EilA\u202C', 'name', 'ilA'],
  ['نو\u200Bر\u200F', 'name', 'نور'],
  ['', 'name', ''],
  ['a\r\nb\rc', 'prose', 'a\nb\nc'],
  ['می\u200Cخواهم', 'prose', 'می\u200Cخواهم'],
  ['a\u2067b', 'prose', 'ab'],
  ['👩‍🌾 ok', 'prose', '👩‍🌾 ok'],
  ['a\u0000b', 'name', 'text-not-readable'],
  ['a\uD800b', 'prose', 'text-not-readable'],
  ['a\u0007', 'line', 'text-not-readable'],
  ['\uFFFE', 'line', 'text-not-readable'],
  ['123', 'name', 'text-without-letters'],
  ['x'.repeat(201), 'name', 'text-too-long'],
  ['x'.repeat(1_000_000), 'prose', 'text-too-long'],
  [`a${'\u0301'.repeat(9)}`, 'line', 'text-overloaded-marks'],
  ['مُحَمَّدٌ', 'name', 'مُحَمَّدٌ'.normalize('NFC')],
])('%j as %s', (text, kind, expected) => {
  expect(value(text, kind)).toBe(expected);
});

test('what was accepted is accepted unchanged', () => {
  const kind = fc.constantFrom<TextKind>('name', 'line', 'prose');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), kind, (text, as) => {
      const once = checkText(text, as);
      if (once.ok) expect(checkText(once.value, as)).toEqual(once);
    }),
    { numRuns: 2000 },
  );
});
