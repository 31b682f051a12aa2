import { expect, it } from 'vitest';
import { defineWords } from './words.ts';
import { localeOf } from './locale.ts';

const words = defineWords('french-spaces-test', {
  en: { ask: 'Really?', say: 'Say: “no” to {who}', url: 'see' },
  ar: { ask: 'حقا؟', say: 'قولوا: «لا» لـ {who}', url: 'انظروا' },
  fr: { ask: 'Vraiment ?', say: 'Dites : « non » à {who} ; merci !', url: 'voir {n, plural, one {# clé :} other {# clés :}} https://a.tn/?b=1' },
});

it('never lets a French line begin with a mark, and keeps « with its word', () => {
  const french = words({ locale: localeOf('fr', 'TN'), terms: {} });
  expect(french('ask')).toBe('Vraiment\u202F?');
  expect(french('say', { who: 'Ali : 2 ?' }).replaceAll(/[\u2068\u2069]/g, '')).toBe('Dites\u00A0: «\u00A0non\u00A0» à Ali : 2 ?\u202F; merci\u202F!');
  expect(french('url', { n: 2 })).toBe('voir 2 clés\u00A0: https://a.tn/?b=1');
});

it('leaves the other languages as they were written', () => {
  const arabic = words({ locale: localeOf('ar', 'TN'), terms: {} });
  expect(arabic('say', { who: 'علي' }).replaceAll(/[\u2068\u2069]/g, '')).toBe('قولوا: «لا» لـ علي');
});
