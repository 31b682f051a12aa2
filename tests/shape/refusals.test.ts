import { expect, test } from 'vitest';
import { allActions, allQueries } from '#core/action.ts';
import { NotFound, Refusal } from '#core/refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { allWords } from '#core/words/words.ts';
import { refusalText } from '#apps/explain.ts';
import { exitCodeOf, faultOf } from '#apps/fault.ts';
import '#apps/web/sitemap.ts';

const langs = ['ar', 'fr', 'en'] as const;
const coreCodes = ['sign-in-first', 'role-missing', 'other-hub', 'not-fresh', 'not-own', 'no-rule', 'key-reused', 'disk-full'].map((code) => `core.${code}`);
const declared = [...allActions().values(), ...allQueries().values()].flatMap(({ module, spec }) => (spec.refuses ?? []).map((code) => `${module}.${code}`));

/** A two for every value that its sentences name. */
function valuesOf(code: string): Record<string, number> {
  const files = allWords().filter(({ module, files }) => module === code.split('.')[0] && `refusal.${code.split('.')[1]}` in files.en);
  const sentences = files.flatMap(({ files }) => langs.map((lang) => files[lang][`refusal.${code.split('.')[1]}`] ?? ''));
  return Object.fromEntries(sentences.flatMap((text) => [...text.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => [name!, 2])));
}

test.each([...new Set([...coreCodes, ...declared])])('%s is said in a sentence of its own in Arabic, French and English', (code) => {
  const said = langs.map((lang) => refusalText(new Refusal(code, valuesOf(code)), { locale: localeOf(lang, 'TN'), terms: {} }));
  for (const text of said) expect(text).toMatch(/\s/);
  expect(said[0]).toMatch(/[\u0621-\u064a]{2}/);
  expect(said[1]).not.toBe(said[2]);
});

test('what the database says of a full disk is a refusal, also below a failed migration; what is no expected no is a bug', () => {
  const full = Object.assign(new Error('could not extend file'), { code: '53100' });
  for (const error of [full, new Error('Migration 0042 failed', { cause: full }), Object.assign(new Error(), { code: 'ENOSPC' })]) {
    expect(faultOf(error)).toMatchObject({ kind: 'refused', status: 507, error: { code: 'core.disk-full' } });
  }
  for (const error of [new TypeError('x'), null, undefined, 'text', { code: '42601' }]) expect(faultOf(error)).toMatchObject({ kind: 'bug', status: 500 });
  expect([faultOf(new NotFound()), faultOf(full), faultOf(null)].map(exitCodeOf)).toEqual([3, 3, 1]);
});
