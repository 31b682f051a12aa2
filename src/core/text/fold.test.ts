import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldDigits } from './fold.ts';

test.each([
  ['فاطمة', 'فاطمه'],
  ['إيمان', 'ايمان'],
  ['آمنة', 'امنه'],
  ['مُحَمَّد', 'محمد'],
  ['مـــحـــمـــد', 'محمد'],
  ['ليلى', 'ليلي'],
  ['مؤمن', 'مومن'],
  ['عائشة', 'عايشه'],
  ['وفاء', 'وفا'],
  ['فارسی', 'فارسي'],
  ['کریم', 'كريم'],
  ['ﷲ', 'الله'],
  ['ﻻ', 'لا'],
  ['Aïcha', 'aicha'],
  ['ŒUVRE', 'oeuvre'],
  ['L’Économie', "l'economie"],
  ['Straße', 'strasse'],
  ['ÇA', 'ca'],
  ['İstanbul', 'istanbul'],
  ['cafe\u0301', 'cafe'],
  ['\u202Eabc\u202C', 'abc'],
  ['a\u200Bb\u200Fc', 'abc'],
  ['  a \n b  ', 'a b'],
  ['ＡＢＣ', 'abc'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۱۲۳', '123'],
])('%s → %s', (written, folded) => {
  expect(fold(written)).toBe(folded);
});

test('digits alone', () => {
  expect(foldDigits('هاتف ٢١٦ و ۹۸')).toBe('هاتف 216 و 98');
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 2000 },
  );
});

test('a short vowel sign, tatweel or bidi mark anywhere changes nothing', () => {
  const mark = fc.constantFrom('\u064E', '\u0651', '\u0640', '\u200F', '\u202B', '\u200C');
  fc.assert(
    fc.property(fc.constantFrom('خديجة', 'المنصوري', 'محمد'), mark, fc.nat(3), (word, sign, at) => {
      expect(fold(word.slice(0, at + 1) + sign + word.slice(at + 1))).toBe(fold(word));
    }),
  );
});
