import { expect, test } from 'vitest';
import { localeOf } from './locale.ts';
import { defineWords } from './words.ts';

const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '');

test('two parts of one module may say one key in their own words, of one length: each says its own', () => {
  const reader = { locale: localeOf('ar', 'TN'), terms: {} };
  const [first, second] = ['count', 'value'].map((name) => {
    const files = { at_least: `{${name}} على الأقل` };
    return defineWords('module-of-two-parts', { en: files, ar: files, fr: files });
  });
  expect([bare(first!(reader)('at_least', { count: '20' })), bare(second!(reader)('at_least', { value: '30' }))]).toEqual(['20 على الأقل', '30 على الأقل']);
});
