import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { sitemap } from '#apps/web/sitemap.ts';
import { givesLists } from '#apps/web/lists/gives-lists.ts';

const named = /<(?:PersonName|ClientLabel)\b/;
const sources = new Map(readdirSync('src/modules', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx')).map((name) => join('src/modules', name)).map((file) => [file, readFileSync(file, 'utf8')]));

/** What a page is drawn with: its own file and the components of its module that it takes, but no other page. */
function drawnWith(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = sources.get(file) ?? '';
  const parts = [...text.matchAll(/from '(\.{1,2}\/[^']+\.tsx)'/g)].map(([, part]) => join(dirname(file), part!)).filter((part) => existsSync(part) && !part.endsWith('.page.tsx'));
  return [text, ...parts.flatMap((part) => drawnWith(part, seen))];
}

/** Page files that draw a table and call persons by name, without saying so; the sides of a case say it once for all, where their head is. */
const unsaid = () => [...sources].filter(([file]) => file.endsWith('.page.tsx')).filter(([file, text]) => {
  const all = drawnWith(file).join('\n');
  return /<Table\b/.test(all) && named.test(all) && /audience: 'staff'/.test(text) && !/namesPersons: true|caseTab\(/.test(text);
}).map(([file]) => file);

it('a page whose table calls persons by name says so, and gives no open file', () => {
  expect(unsaid()).toEqual([]);
  const planted = 'src/modules/people/people-search/people.page.tsx';
  const text = sources.get(planted)!;
  sources.set(planted, text.replace('namesPersons: true', ''));
  expect(unsaid()).toEqual([planted]);
  sources.set(planted, text);
});

it('the lists of persons, of what was begun for them and of one person’s things stay; what tells of none goes out', () => {
  const shown = sitemap.filter(({ show, audience }) => show && audience === 'staff');
  const giving = new Map(shown.map((page) => [page.path, givesLists(page)]));
  for (const path of ['/people', '/people/consents', '/people/merges', '/cases', '/cases/workload', '/cases/:case/sessions', '/referrals', '/inbox', '/messages', '/transfers', '/desk', '/desk/appointments', '/desk/requests', '/files/:import']) {
    expect([path, giving.get(path)]).toEqual([path, false]);
  }
  for (const path of ['/services', '/agreements', '/unmet-needs', '/network/organizations', '/settings/staff']) expect([path, giving.get(path)]).toEqual([path, true]);
});
