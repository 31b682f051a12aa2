import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { localeOf } from '#core/words/locale.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { View } from '#ui/view.ts';
import { rightsWords } from '../words.ts';
import { KeptLine } from './kept-line.tsx';
import { keptTables } from './kept-tables.ts';

const view = { locale: localeOf('ar', 'TN'), terms: {} } as unknown as View;
const line = (table: string, row: Record<string, unknown>, questions = {}): string =>
  renderToStaticMarkup(<ul><KeptLine view={view} table={keptTables.find((each) => each.table === table)!} row={row} names={{ staff: {}, bodies: {}, questions }} /></ul>).replace(/<[^>]+>|[\u2066-\u2069]/g, '');

it('every code that a column she reads may hold has words in three languages: the database says which there are', async () => {
  const { house } = await openHub();
  const checks = await ownerQuery<{ table: string; column: string; check: string }>(house, `select n.nspname || '.' || c.relname as table, a.attname as column, pg_get_constraintdef(k.oid) as check
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) where k.contype = 'c'`);
  const codes = keptTables.flatMap(({ table, shows }) => shows.flatMap((column) => checks.filter((each) => each.table === table && each.column === column).flatMap(({ check }) => {
    const list = new RegExp(`^CHECK \\(\\(\\(*${column}(?:\\)::text)? (?:=|<@) (?:ANY )?\\(*ARRAY\\[(.*?)\\]`).exec(check)?.[1] ?? '';
    return [...list.matchAll(/'([^']*)'/g)].map(([, code]) => [table, column, code!] as const);
  })));
  expect(codes.length).toBeGreaterThan(100);
  const told = ([table, column, code]: (typeof codes)[number]) => [
    `code.${table.replace('.', '_')}.${code}`, `code.${code}`, ...(column === 'lang' ? [`code.language.${code}`] : []), ...(column === 'media_type' ? [`code.file.${code.split('/')[0]}`] : []),
  ].some((key) => Object.hasOwn(rightsWords.files.en, key));
  expect(codes.filter((each) => !told(each))).toEqual([]);
});

it('what went to a partner, languages and kinds of service are told in words, never as they are kept inside', () => {
  const sealed = JSON.stringify([{ field: 'name', value: 'هاجر الغربي' }, { field: 'languages', value: 'ar-TN fr' }, { field: 'need', value: 'LEG' }, { field: 'territory', value: 'TN-43' }]);
  const told = line('desk.disclosure', { purpose: 'referral', fields: ['name', 'birth-year'], sealed });
  expect(told).toContain('الاسم: هاجر الغربي');
  expect(told).toContain('الدارجة التونسية، الفرنسية');
  expect(told).toContain('مساندة قانونية');
  expect(told).toContain('سيدي بوزيد');
  expect(told).toContain('الاسم، سنة الميلاد');
  expect(told).not.toMatch(/[{}[\]"]|ar-TN|LEG|birth-year/);
  expect(line('accompaniment.special_need', { sealed: '["sign_language"]' })).toContain('لغة الإشارة');
});

it('an answer stands beside the question as it was asked; “no” to a question is no, not “does not fit”', () => {
  const questions = { a1: [{ code: 'childcare', kind: 'yes-no', labels: { ar: 'هل يلزم من يعتني بالأطفال؟' } }] };
  const told = line('desk.needs_answer', { assessment_id: 'a1', question: 'childcare', value: 'no' }, questions);
  expect(told).toContain('هل يلزم من يعتني بالأطفال؟');
  expect(told).toMatch(/الجواب: لا$/);
});
