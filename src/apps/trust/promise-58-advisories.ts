import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';
import { inRange } from './advisories/in-range.ts';
import { noneOf, type TrustPromise } from './promise.ts';

interface Advisory { readonly id: string; readonly package: string; readonly affected: readonly string[]; readonly severity: string; readonly what: string; readonly source: string; readonly source_date: string }
interface Accepted { readonly id: string; readonly package: string; readonly until: string; readonly reason: string }
interface Advisories { readonly gathered_on: string; readonly advisories: readonly Advisory[]; readonly accepted: readonly Accepted[] }
interface Lock { readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>> }

const DAY = 86_400_000;
const OLD_DAYS = 90;

export const advisoriesPromise: TrustPromise = {
  number: 58,
  name: 'advisories',
  title: 'no package has a fault that was publicly known on the day of the advisory file, unless the reason for keeping it is written down',
  apart: true,
  run: async () => {
    const [book, lock] = await Promise.all([read<Advisories>('docs/advisories.json'), read<Lock>('package-lock.json')]);
    const today = new Date().toISOString().slice(0, 10);
    const age = Math.floor((Date.parse(today) - Date.parse(book.gathered_on)) / DAY);
    const { checks, known, kept } = match(book, lock, today);
    const newest = book.advisories.map(({ source_date: date }) => date).sort().at(-1);
    return noneOf('known faults', checks, [...known, ...mistakes(book)], 1, [
      `${book.advisories.length} advisories gathered on ${book.gathered_on} (${age} days ago${age > OLD_DAYS ? ': OLD, gather them anew' : ''}), the newest of ${newest}; \`npm audit\` belongs in the release step`,
      ...kept,
    ]);
  },
  plantedFault: async () => {
    const [book, lock] = await Promise.all([read<Advisories>('docs/advisories.json'), read<Lock>('package-lock.json')]);
    const planted: Lock = { packages: { ...lock.packages, 'node_modules/planted/node_modules/hono': { version: '4.12.24' }, 'node_modules/@hono/node-server': { version: '1.19.12' }, 'node_modules/x/node_modules/minimatch': { version: '5.1.7' } } };
    const { known } = match(book, planted, '2026-11-22');
    const late = match(book, lock, '2099-01-01').known;
    return known.some((fault) => fault.includes('hono 4.12.24')) && known.some((fault) => fault.includes('@hono/node-server 1.19.12'))
      && !known.some((fault) => fault.includes('minimatch 5.1.7')) && late.some((fault) => fault.includes('accepted until'));
  },
};

/** Every package of the lock against every advisory about it. */
function match({ advisories, accepted }: Advisories, { packages }: Lock, today: string): { checks: number; known: string[]; kept: string[] } {
  const [known, kept] = [[] as string[], [] as string[]];
  let checks = 0;
  for (const [path, { version, dev }] of Object.entries(packages)) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (!path || !version) continue;
    checks++;
    for (const { id, affected, severity, what } of advisories.filter((advisory) => advisory.package === name)) {
      if (!affected.some((range) => inRange(version, range))) continue;
      const fault = `${name} ${version}${dev ? ' (development only)' : ''}: ${id}, ${severity}, ${what}`;
      const reason = accepted.find((one) => one.id === id && one.package === name);
      if (!reason || severity === 'critical') known.push(fault);
      else if (reason.until < today) known.push(`${fault}; accepted until ${reason.until}, which is past`);
      else kept.push(`kept until ${reason.until}: ${fault}. ${reason.reason}`);
    }
  }
  return { checks, known, kept };
}

/** What is wrong with the file itself. */
const mistakes = ({ advisories, accepted }: Advisories): string[] => [
  ...advisories.filter(({ source, source_date: date }) => !/^https:\/\//.test(source) || Number.isNaN(Date.parse(date))).map(({ id }) => `${id} names no dated source`),
  ...accepted.filter(({ reason }) => reason.length < 30).map(({ id }) => `${id} is accepted without a reason`),
];

const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(join(projectRoot(), file), 'utf8')) as T;
