import { tmpdir } from 'node:os';
import { expect, it, vi } from 'vitest';
import type { Log } from '../log.ts';
import { shareUsed, tellsOfDisk, watchDisk } from './watch-disk.ts';

it('warns from 85 % on and not before', () => {
  expect(tellsOfDisk({ blocks: 1_000, bavail: 151 })).toBe(null);
  expect(tellsOfDisk({ blocks: 1_000, bavail: 150 })).toMatch(/85 % full/);
  expect(tellsOfDisk({ blocks: 1_000, bavail: 0 })).toMatch(/100 % full/);
  // What some systems say of a place that is no disk.
  expect([shareUsed({ blocks: 0, bavail: 0 }), tellsOfDisk({ blocks: 0, bavail: 0 })]).toEqual([0, null]);
});

it('looks at the disk of a folder, and a folder that is gone ends nothing', async () => {
  const warn = vi.fn();
  for (const folder of [tmpdir(), '/nowhere/at/all']) {
    const watching = watchDisk(folder, { warn } as unknown as Log);
    await watching.round();
    watching.stop();
  }
  expect(warn.mock.calls.every(([text]) => /% full/.test(text as string))).toBe(true);
});
