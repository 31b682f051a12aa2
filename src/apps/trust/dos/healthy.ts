import { setTimeout as wait } from 'node:timers/promises';
import { askHouse, atMost, ownSockets, type Target } from './ask.ts';

/** How a colleague at work was served: the milliseconds that 95 of 100 answers did not pass, how many she got, and every status that was not 200. */
export interface Served {
  readonly p95: number;
  readonly answers: number;
  readonly others: readonly number[];
}

/** Two pages a second and more are quicker than anybody reads them. Who asks faster than that has to wait for her own turns, and they would be measured instead of the house. */
const THINKS_MS = 400;

/** Somebody who is signed in and opens her desk again and again for so many milliseconds. */
export async function workAt(target: Target, cookie: string, milliseconds: number): Promise<Served> {
  const sockets = ownSockets();
  const times: number[] = [];
  const others: number[] = [];
  const began = performance.now();
  while (performance.now() - began < milliseconds) {
    const { status, milliseconds: took } = await askHouse(target, { path: '/desk', headers: { cookie, 'accept-encoding': 'br' } }, sockets);
    times.push(took);
    if (status !== 200) others.push(status);
    await wait(THINKS_MS);
  }
  sockets.destroy();
  return { p95: atMost(times, 0.95), answers: times.length, others };
}
