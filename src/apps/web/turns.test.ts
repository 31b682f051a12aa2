import { expect, it } from 'vitest';
import { openTurns } from './turns.ts';

/** Work that ends when it is told to. */
function works() {
  const begun: (() => void)[] = [];
  return { begun, work: () => new Promise<string>((go) => begun.push(() => go('done'))) };
}
const soon = () => new Promise((go) => setTimeout(go, 5));

it('whoever asks a hundred things has a few at once, waits in her own line, and makes nobody else wait', async () => {
  const turn = openTurns({ atOnce: 2, mostWaiting: 3 });
  const [hers, another] = [works(), works()];
  const asked = Array.from({ length: 7 }, () => turn('hers', hers.work));
  const beside = turn('another', another.work);
  await soon();
  expect([hers.begun.length, another.begun.length]).toEqual([2, 1]);
  expect(await Promise.all(asked.slice(5))).toEqual([null, null]);
  another.begun[0]!();
  expect(await beside).toBe('done');
  for (let n = 0; n < 5; n++) { hers.begun[n]!(); await soon(); }
  expect(await Promise.all(asked.slice(0, 5))).toEqual(Array.from({ length: 5 }, () => 'done'));
});

it('who is slow does not keep the turns of her line for ever, and what breaks is told and frees its turn', async () => {
  const turn = openTurns({ atOnce: 1, longest: 20 });
  const slow = works();
  const first = turn('line', slow.work);
  expect(await turn('line', async () => 'next')).toBe('next');
  slow.begun[0]!();
  expect(await first).toBe('done');
  await expect(turn('line', () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
  expect(await turn('line', async () => 'after')).toBe('after');
});
