import { setTimeout as wait } from 'node:timers/promises';

/** One thing that is asked again and again: how, and what is wrong with an answer of status 200. */
export interface Asks {
  readonly what: string;
  send(): Promise<Response>;
  wrong?(answer: Response): Promise<string | null>;
}

/** One answer: when it was asked and came, in milliseconds of this process, and what was wrong with it. */
export interface Answered {
  readonly what: string;
  readonly began: number;
  readonly ended: number;
  readonly status: number;
  readonly fault: string | null;
}

/** For so long callers may hear no after a restart. */
const MOST_AWAY_MS = 3_000;
const MOST_BEYOND_MS = 1_000;
/** Nobody waits longer than a connection is waited for. */
const MOST_WAIT_MS = 12_000;
/** A machine that is slower than what is asked of it is asked no more meanwhile: what is looked for is what a restart does. */
const MOST_OPEN = 40;

/** Asks so many a second, each in its turn and forty at most at once, until `until` says enough; gives every answer. */
export async function askWithoutPause(asks: readonly Asks[], perSecond: number, until: () => boolean): Promise<Answered[]> {
  const answers: Answered[] = [];
  const open = new Set<Promise<void>>();
  const began = performance.now();
  for (let n = 0; !until(); n++) {
    const late = began + (n * 1_000) / perSecond - performance.now();
    if (late > 0) await wait(late);
    if (open.size >= MOST_OPEN) await Promise.race(open);
    const one = ask(asks[n % asks.length]!).then((answer) => { answers.push(answer); open.delete(one); });
    open.add(one);
  }
  await Promise.all(open);
  return answers;
}

async function ask({ what, send, wrong }: Asks): Promise<Answered> {
  const began = performance.now();
  try {
    const answer = await send();
    const ended = performance.now();
    const fault = answer.status === 200 ? ((await wrong?.(answer)) ?? null) : saysToWait(answer) ? null : `answers ${answer.status}`;
    return { what, began, ended, status: answer.status, fault };
  } catch (error) {
    return { what, began, ended: performance.now(), status: 0, fault: `breaks: ${String(error)}` };
  }
}

/** The one no that a caller may hear while the database is away: come again, and when. */
const saysToWait = (answer: Response): boolean => answer.status === 503 && Number(answer.headers.get('retry-after')) > 0;

/** A moment at which the database was told to end, and the milliseconds until it was ready again. */
export interface Restarted { readonly at: number; readonly took: number }

/**
 * What is wrong with the answers, and how long callers heard no after each restart (milliseconds): three seconds at most, or, where the machine needs longer for
 * the database itself, a second beyond it.
 */
export function judge(answers: readonly Answered[], moments: readonly Restarted[]): { faults: string[]; away: number[] } {
  const faults = new Set(answers.filter(({ fault }) => fault).map(({ what, fault }) => `${what} ${fault}`));
  for (const { what, began, ended } of answers) if (ended - began > MOST_WAIT_MS) faults.add(`${what} waited ${Math.round(ended - began)} ms for its answer`);
  const refused = answers.filter(({ status }) => status !== 200);
  if (refused.some(({ ended }) => ended < (moments[0]?.at ?? Infinity))) faults.add('somebody heard no before anything was restarted');
  const away = moments.map(({ at }, n) => Math.max(0, ...refused.filter(({ ended }) => ended >= at && ended < (moments[n + 1]?.at ?? Infinity)).map(({ ended }) => ended - at)));
  for (const [n, milliseconds] of away.entries()) if (milliseconds > Math.max(MOST_AWAY_MS, moments[n]!.took + MOST_BEYOND_MS)) faults.add(`after restart ${n + 1} callers heard no for ${Math.round(milliseconds)} ms`);
  return { faults: [...faults], away };
}
