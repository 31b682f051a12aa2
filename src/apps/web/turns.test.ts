import { expect, it } from 'vitest';
import { openTurns } from './turns.ts';

/** Work that ends when it is told to. */
function works() {
  const begun: (() => void)[] = [];
  return { begun, work: () => new Promise<string>((go) => begun.push(() => go('done'))) };
}
const soon = () => new Promise((go) => setTimeout(go, 5));

it('whoever asks a hundred things has a few at once, waits in her own line, and makes nobody else wait', async () => {
  const turn = openTurns({ atOnce: 2, mostWaiting: 3, ease: Number.POSITIVE_INFINITY });
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
  const turn = openTurns({ atOnce: 1, longest: 20, ease: Number.POSITIVE_INFINITY });
  const slow = works();
  const first = turn('line', slow.work);
  expect(await turn('line', async () => 'next')).toBe('next');
  slow.begun[0]!();
  expect(await first).toBe('done');
  await expect(turn('line', () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
  expect(await turn('line', async () => 'after')).toBe('after');
});

it('who asks on and on is answered one by one and leaves three quarters of the time to others; a pause gives her ease back', async () => {
  let now = 0;
  const turn = openTurns({ atOnce: 3, ease: 30, clock: () => now });
  const takes = (milliseconds: number) => async () => { now += milliseconds; return now; };
  // Her ease is used up by the second; the third waits for four times what is over, told by the clock of the machine.
  for (let n = 0; n < 2; n++) await turn('hers', takes(40));
  const began = performance.now();
  const third = turn('hers', takes(1));
  const beside = turn('another', takes(0));
  expect(await beside).toBe(80);
  await third;
  // A timer of this machine is never early: forty milliseconds over at a quarter of the time.
  expect(performance.now() - began).toBeGreaterThan(100);
  now += 10_000;
  const again = works();
  for (let n = 0; n < 3; n++) void turn('hers', again.work);
  await soon();
  expect(again.begun.length).toBe(3);
});

it('of the many that somebody asks beyond her ease one is answered at a time', async () => {
  const turn = openTurns({ atOnce: 3, ease: -1 });
  const slow = works();
  const asked = Array.from({ length: 3 }, () => turn('hers', slow.work));
  await soon();
  await soon();
  expect(slow.begun.length).toBe(1);
  for (let n = 0; n < 3; n++) { slow.begun[n]!(); while (n < 2 && slow.begun.length < n + 2) await soon(); }
  expect(await Promise.all(asked)).toEqual(['done', 'done', 'done']);
});
