import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLog } from '../log.ts';
import { copiesToDrop, copyPlanOf, keepCopies } from './keep-copies.ts';

it('is wanted only by whoever names a place', () => {
  expect(copyPlanOf({})).toBe(null);
  expect(copyPlanOf({ HADINA_COPIES: '/mnt/x' })).toEqual({ data: '/mnt/x', keys: null, minutes: 5 });
  expect(copyPlanOf({ HADINA_COPIES: '/mnt/x', HADINA_KEY_COPIES: '/mnt/y', HADINA_COPIES_MINUTES: '0.2' })).toEqual({ data: '/mnt/x', keys: '/mnt/y', minutes: 1 });
});

it('writes when something changed, keeps one file of keys, and goes on after a round that failed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hadina-copies-'));
  const plan = { data: join(folder, 'data'), keys: join(folder, 'keys'), minutes: 60 };
  let [state, now, broken, rounds] = ['1', new Date('2026-11-22T08:00:00Z'), false, 0];
  const write = async (kind: string, file: string) => { if (broken) throw new Error('disk full'); await writeFile(file, `${kind} ${++rounds}`, { flag: 'wx' }); };
  const copies = keepCopies(plan, { write, changes: async () => state, now: () => now }, openLog());
  await copies.stop();
  await copies.round();
  expect(await readdir(plan.data)).toEqual(['copy-2026-11-22-080000.data.age']);
  [state, now, broken] = ['2', new Date('2026-11-22T08:05:00Z'), true];
  await expect(copies.round()).rejects.toThrow('disk full');
  broken = false;
  await copies.round();
  expect(await readdir(plan.data)).toEqual(['copy-2026-11-22-080000.data.age', 'copy-2026-11-22-080500.data.age']);
  expect([await readdir(plan.keys), await readFile(join(plan.keys, 'hadina.keys.age'), 'utf8')]).toEqual([['hadina.keys.age'], 'keys 4']);
});

it('of a year of copies every five minutes, twelve of the last hour, one an hour and one a day stay', () => {
  const now = new Date('2026-11-22T12:02:00Z');
  const name = (at: number) => `copy-${new Date(at).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')}.data.age`;
  const all = Array.from({ length: 12 * 24 * 365 }, (_, back) => name(Date.parse('2026-11-22T12:00:00Z') - back * 300_000));
  const dropped = new Set(copiesToDrop([...all, 'hadina-2026-01-01-0000.data.age', 'notes.txt'], now));
  const kept = all.filter((each) => !dropped.has(each));
  expect(kept.slice(0, 12)).toEqual(all.slice(0, 12));
  expect(kept.length).toBeGreaterThanOrEqual(12 + 23 + 30);
  expect(kept.length).toBeLessThanOrEqual(12 + 25 + 32);
  expect([...dropped].every((each) => each.startsWith('copy-'))).toBe(true);
  // Round after round the same ones stay: dropping at each round leaves no hole that dropping once would not.
  let here: string[] = [];
  for (let back = 12 * 24 * 3; back >= 0; back--) {
    const at = Date.parse('2026-11-22T12:00:00Z') - back * 300_000;
    here.push(name(at));
    const gone = new Set(copiesToDrop(here, new Date(at + 120_000)));
    here = here.filter((each) => !gone.has(each));
  }
  const hours = new Set(here.map((each) => each.slice(5, 18)));
  for (let back = 1; back < 23; back++) expect(hours).toContain(name(Date.parse('2026-11-22T12:00:00Z') - back * 3_600_000).slice(5, 18));
});
