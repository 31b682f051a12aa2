import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allActions, allQueries } from '#core/action.ts';
import { migrationFiles } from '#core/db/migration-files.ts';
import { allEvents } from '#core/event.ts';
import { decide } from '#core/policy/decide.ts';
import { allRules } from '#core/policy/rule.ts';
import { checkRules } from '#apps/check-rules.ts';
import { accessMatrix } from '#apps/trust/authz/access-matrix.ts';
import { allNames, decideCells } from '#apps/trust/authz/decide-cells.ts';
import { randomOf } from '#apps/trust/random.ts';
import { sitemap } from '#apps/web/sitemap.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { dutyOf, namesJudged } from '#tests/oracle/duties.ts';

const root = join(import.meta.dirname, '..', '..');
const filesBelow = (folder: string, ending: RegExp): string[] =>
  (readdirSync(join(root, folder), { recursive: true }) as string[]).filter((file) => ending.test(file)).map((file) => join(folder, file));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const sources = filesBelow('src', /\.tsx?$/).filter((file) => !/\.test\.tsx?$/.test(file));
const tests = [...filesBelow('src', /\.test\.tsx?$/), ...filesBelow('tests', /\.tsx?$/)];
const asked = [...allActions().values(), ...allQueries().values()];

it('every action and query has one rule, and every rule rules something', () => {
  expect(() => checkRules(sitemap)).not.toThrow();
  expect(() => checkRules([...sitemap, { path: '/planted', audience: 'staff', needs: 'desk.planted' }])).toThrow('/planted');
  expect(asked.length).toBe(allRules().length);
});

it('the oracle has read the sentence of every action and query, and of nothing else', () => {
  const names = new Set(asked.map(({ fullName }) => fullName));
  expect(asked.filter(({ fullName }) => !dutyOf(fullName)).map(({ fullName, spec }) => `${fullName}: ${spec.says}`)).toEqual([]);
  expect(namesJudged().filter((name) => !names.has(name))).toEqual([]);
});

it('policy and oracle say the same of everyone about figures, their proofs, reports and extracts', () => {
  const names = allNames().filter((name) => /^(evidence|reports|research)\./.test(name));
  expect(decideCells(randomOf(1), 0, decide, names).faults).toEqual([]);
  const asTeam: typeof decide = (actor, name, resource, now) => (actor.roles.some(({ role }) => role === 'coach') ? { allow: true, reason: 'role' } : decide(actor, name, resource, now));
  expect(decideCells(randomOf(1), 0, asTeam, ['evidence.hub-board']).faults).not.toEqual([]);
});

it('docs/access-matrix.md tells the rights as they are (npm run access-matrix)', () => {
  expect(textOf('docs/access-matrix.md')).toBe(accessMatrix());
});

const words = (module: string, lang: string): Record<string, string> =>
  Object.assign({}, ...filesBelow(`src/modules/${module}/locales`, new RegExp(`(^|[./])${lang}\\.json$`)).map((file) => JSON.parse(textOf(file))));

it.each(['ar', 'fr', 'en'])('every refusal has words in %s', (lang) => {
  const mute = asked.flatMap(({ module, fullName, spec }) => (spec.refuses ?? []).filter((code) => !words(module, lang)[`refusal.${code}`]).map((code) => `${fullName}: ${code}`));
  expect(mute).toEqual([]);
});

it('every refusal is provoked by a test', () => {
  const told = tests.map(textOf).join('\n');
  const codes = [...new Set(asked.flatMap(({ module, spec }) => (spec.refuses ?? []).map((code) => `${module}.${code}`)))];
  expect(codes.filter((code) => !new RegExp(`['"\`./]${code.split('.')[1]}\\b`).test(told))).toEqual([]);
});

it('every language holds the same keys', () => {
  const folders = [...new Set(filesBelow('src', /locales\/[\w.-]+\.json$/).map((file) => file.replace(/\/[^/]+$/, '')))];
  const uneven = folders.flatMap((folder) => {
    const files = filesBelow(folder, /^[\w.-]+\.json$/);
    const keysOf = (lang: string) => new Set(files.filter((file) => new RegExp(`(^|[./])${lang}\\.json$`).test(file)).flatMap((file) => Object.keys(JSON.parse(textOf(file)))));
    const [ar, fr, en] = [keysOf('ar'), keysOf('fr'), keysOf('en')];
    return [...new Set([...ar, ...fr, ...en])].filter((key) => !ar.has(key) || !fr.has(key) || !en.has(key)).map((key) => `${folder} ${key}`);
  });
  expect(folders.length).toBeGreaterThan(5);
  expect(uneven).toEqual([]);
});

it('the middle source file has at most 70 lines', () => {
  const lengths = sources.map((file) => textOf(file).split('\n').length - 1).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(70);
});

it('no file is longer than 300 lines, tables of places and service types apart', () => {
  expect(sources.filter((file) => textOf(file).split('\n').length > 300 && !/territories-(ma|tn)|service-types-of|needs-form/.test(file))).toEqual([]);
});

it('nothing waits to be done, no code sleeps in a comment', () => {
  const waiting = /\b(TODO|FIXME|XXX|HACK)\b/;
  const asleep = /^\s*\/\/\s*(?:(?:const|let|import|export|return|await|if|for)\b.*[;{]|[\w.]+\(.*\);)\s*$/;
  const found = sources.flatMap((file) => textOf(file).split('\n').map((line, i) => ({ line, at: `${file}:${i + 1}` })))
    .filter(({ line, at }) => (waiting.test(line) && !/house-rules/.test(at)) || asleep.test(line)).map(({ at }) => at);
  expect(found).toEqual([]);
  expect(asleep.test('  // const x = ask(y);')).toBe(true);
});

it('every event that is recorded is declared, and every declared one is recorded', () => {
  const recorded = sources.map(textOf).join('\n').replace(/defineEvents[\s\S]*?\n\}\)/g, '');
  const idle = [...allEvents().keys()].filter((name) => !["'", '"', '`'].some((quote) => recorded.includes(`${quote}${name.split('.')[1]}${quote}`)));
  expect(idle).toEqual([]);
});

it('every table and column says what it is', async () => {
  // Other tests make schemas of their own meanwhile; the house's are those its migrations create.
  const schemas = migrationFiles(join(root, 'migrations')).flatMap(({ up }) => [...up.matchAll(/^create schema (\w+)/gm)].map(([, name]) => name!));
  expect(schemas).toContain('people');
  const rows = await ownerQuery<{ name: string }>(await testHouse(), `
    select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'v') and n.nspname = any ($1::text[])
      and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null) order by 1`, [schemas]);
  expect(rows.map(({ name }) => name)).toEqual([]);
});
