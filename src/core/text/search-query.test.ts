import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { lightStem } from './light-stem.ts';
import { rankTokens, readSearchQuery, tsqueryText, wordsToDrop } from './search-query.ts';
import { searchTokens, wordsOf } from './tokens.ts';

describe('stems', () => {
  test.each([
    ['coopérative', 'coopératives'],
    ['local', 'locaux'],
    ['service', 'services'],
    ['artisan', 'artisanes'],
    ['professionnel', 'professionnelles'],
    ['activity', 'activities'],
    ['coopératif', 'coopérative'],
    ['réseau', 'réseaux'],
    ['formation', 'formations'],
    ['employé', 'employées'],
    ['التعاونية', 'تعاونيات'],
    ['خدمة', 'الخدمات'],
    ['والتمويل', 'تمويل'],
    ['الحرفيات', 'حرفية'],
    ['مستشار', 'المستشارين'],
  ])('%s and %s meet', (a, b) => {
    const [x, y] = [a, b].map((word) => lightStem(wordsOf(word)[0] ?? ''));
    expect(x).toBe(y);
  });
  test.each([
    ['وثيقة', 'ثقة'],
    ['poste', 'piste'],
    ['conte', 'compte'],
    ['عمل', 'معمل'],
  ])('%s and %s do not', (a, b) => {
    expect(lightStem(wordsOf(a)[0] ?? '')).not.toBe(lightStem(wordsOf(b)[0] ?? ''));
  });
});

test('words of a mixed text', () => {
  expect(wordsOf("L’accès à l'emploi : خدمة ٢٠٢٤")).toEqual(['acces', 'a', 'emploi', 'خدمه', '2024']);
});

describe('what is typed finds what is kept', () => {
  const finds = (typed: string, text: string, heard = false) =>
    rankTokens(readSearchQuery(`${typed} `), searchTokens(text, { heard }));
  test('best as written, then stem, then heard, then slip', () => {
    const ranks = [
      finds('formation', 'Formation'),
      finds('formations', 'la formation'),
      finds('Bouzid', 'بوزيد', true),
      finds('fromation', 'formation'),
    ];
    expect(ranks).toEqual([1, 0.8, 0.5, 0.4]);
  });
  test('a word being typed matches as a beginning', () => {
    expect(rankTokens(readSearchQuery('form'), searchTokens('formation'))).toBe(0.7);
  });
  test('places in the other script, with the article', () => {
    expect(finds('Sidi Bouzid', 'سيدي بوزيد', true)).toBe(0.5);
    expect(finds('Qasrine', 'القصرين', true)).toBe(0.5);
    expect(finds('المنستير', 'Monastir', true)).toBe(0.5);
  });
  test('a stranger is not found', () => {
    expect(finds('tissage', 'conseil juridique')).toBe(0);
  });
  test('its own text is always found as written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('خدمة', 'Économie', 'work', 'صندوق', "l'aide"), { minLength: 1, maxLength: 6 }),
        (words) => {
          expect(finds(words.join(' '), words.join(' '))).toBe(1);
        },
      ),
    );
  });
});

describe('tsquery text', () => {
  test('every word, any form', () => {
    expect(tsqueryText(readSearchQuery('services sociaux '))).toBe("('services' | 'servic') & ('sociaux' | 'social')");
    expect(tsqueryText(readSearchQuery('Gafsa'), { heard: true })).toBe("('gafsa' | '~gfs' | '~kfs' | 'gafsa':*)");
  });
  test('alike words join, one word can be left out, nothing typed is nothing', () => {
    const query = readSearchQuery('fromation couture ');
    expect(wordsToDrop(query)).toEqual([1, 0]);
    expect(tsqueryText(query, { alike: { fromation: ['formation'] }, without: 1 })).toBe("('fromation' | 'formation')");
    expect(tsqueryText(readSearchQuery('؟ !'))).toBe('');
  });
  test('nothing typed escapes its quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const left = tsqueryText(readSearchQuery(typed), { heard: true }).replace(/'[^'\\]*'(:\*)?/gu, '');
        expect(left).toMatch(/^[()|& ]*$/u);
      }),
      { numRuns: 500 },
    );
  });
});

test('edit distance', () => {
  expect([
    editDistance('kitten', 'sitting'),
    editDistance('', 'abc'),
    editDistance('abc', 'abc'),
    editDistance('abcd', 'wxyz', 2),
  ]).toEqual([3, 3, 0, Number.POSITIVE_INFINITY]);
});
