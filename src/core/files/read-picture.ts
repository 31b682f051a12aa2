import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';
import { turnedAway, type Verdict } from './media-type.ts';

/** A picture of a telephone has 12 million points; one that is unpacked whole before its first line is drawn may have no more. */
const mostPoints = 24_000_000;
const mostPointsAtOnce = 12_000_000;
/** Long side of what is kept: a page of paper is read at 170 points an inch, and a telephone's picture is unpacked at half its size. Smaller when it stays too heavy. */
const longSides = [2_000, 1_400, 1_000];
const mostMilliseconds = 5_000;
/** The process waits this long for another picture, and is begun anew after so many: what memory it took goes back. */
const idleMilliseconds = 20_000;
const mostPictures = 50;

interface Drawer { readonly child: ChildProcess; drawn: number; rest?: NodeJS.Timeout }
let drawer: Drawer | null = null;

/**
 * Reads a picture and writes it anew: upright, at most 2,000 points long, in plain colours, without anything a camera or a program
 * wrote beside it (place, hour, device, colour profile, second picture, appended file). Of a moving picture the first one stays.
 * `mostBytes` bounds what comes out. It is read in another process, which knows no key and is stopped when it takes longer than
 * five seconds: a picture that breaks its reader breaks nothing else. One picture at a time.
 */
export function readPicture(file: Buffer, mostBytes: number): Promise<Verdict> {
  const at = drawer ?? begin();
  clearTimeout(at.rest);
  at.child.ref();
  return new Promise((resolve) => {
    const done = (verdict: Verdict, keep: boolean) => {
      clearTimeout(late);
      at.child.off('message', drawn).off('exit', broken);
      if (!keep || ++at.drawn >= mostPictures) stop(at);
      else rest(at);
      resolve(verdict);
    };
    const drawn = (verdict: Verdict) => done(verdict.ok ? { ...verdict, content: Buffer.from(verdict.content) } : verdict, true);
    const broken = () => done(turnedAway('file-damaged'), false);
    const late = setTimeout(() => done(turnedAway('file-swollen'), false), mostMilliseconds);
    at.child.on('message', drawn).on('exit', broken);
    at.child.send({ file, mostBytes, mostPoints, mostPointsAtOnce, longSides }, (error) => { if (error) broken(); });
  });
}

/** Starts the process that reads pictures. One arena of memory: with several it would keep what it once took. */
function begin(): Drawer {
  const env = { PATH: process.env.PATH, MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '1048576', MALLOC_MMAP_THRESHOLD_: '1048576', UV_THREADPOOL_SIZE: '1' };
  const child = fork(join(projectRoot(), 'src', 'core', 'files', 'draw-pictures.mjs'), { serialization: 'advanced', env, execArgv: ['--max-old-space-size=128'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const begun = { child, drawn: 0 };
  child.once('exit', () => { if (drawer === begun) drawer = null; });
  drawer = begun;
  return begun;
}

/** Lets it wait for the next picture without holding the house up when it wants to end. */
function rest(at: Drawer): void {
  at.rest = setTimeout(() => stop(at), idleMilliseconds).unref();
  at.child.unref();
  at.child.channel?.unref();
}

function stop(at: Drawer): void {
  if (drawer === at) drawer = null;
  clearTimeout(at.rest);
  at.child.kill('SIGKILL');
}
