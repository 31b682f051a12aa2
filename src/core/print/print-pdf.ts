import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../project-root.ts';
import type { PrintedSheet } from './printed-sheet.ts';

const MOST_SECONDS = 15;
/** A sheet of thousands of lines takes its time. */
const SECONDS_A_LINE = 0.008;
const REST_SECONDS = 60;

interface Waiting {
  readonly done: (made: Uint8Array) => void;
  readonly fail: (error: Error) => void;
}

let typesetter: Worker | undefined;
let rest: NodeJS.Timeout | undefined;
let turns = 0;
const waiting = new Map<number, Waiting>();

/**
 * Sets a sheet as PDF: its title and language in the file, Arabic and Latin letters each with its font, numbers in their own
 * direction. The thread that does it starts with the first sheet and goes home when nobody prints for a minute.
 */
export const printPdf = (sheet: PrintedSheet): Promise<Uint8Array> => setSheet(sheet, 'pdf');

/** The same sheet as a drawing, to be looked at. */
export const drawSheet = async (sheet: PrintedSheet): Promise<string> => String(await setSheet(sheet, 'svg'));

function setSheet(sheet: PrintedSheet, as: 'pdf' | 'svg'): Promise<Uint8Array> {
  typesetter ??= startTypesetter();
  const turn = turns++;
  clearTimeout(rest);
  return new Promise<Uint8Array>((done, fail) => {
    const most = MOST_SECONDS + sheet.lines.length * SECONDS_A_LINE;
    const late = setTimeout(() => endWith(new Error(`The typesetter took more than ${Math.round(most)} seconds`)), most * 1_000);
    const after = <V>(then: (value: V) => void) => (value: V) => { clearTimeout(late); then(value); };
    waiting.set(turn, { done: after(done), fail: after(fail) });
    typesetter!.ref();
    typesetter!.postMessage({ turn, sheet, as });
  });
}

function startTypesetter(): Worker {
  const root = projectRoot();
  const worker = new Worker(join(root, 'src/core/print/typesetter.mjs'), { workerData: { root } });
  worker.on('message', ({ turn, made, fault }: { turn: number; made?: Uint8Array; fault?: string }) => {
    const asked = waiting.get(turn);
    waiting.delete(turn);
    if (fault === undefined) asked?.done(made!);
    else asked?.fail(new Error(`The sheet could not be set: ${fault}`));
    if (waiting.size === 0) goHomeLater(worker);
  });
  worker.on('error', endWith);
  return worker;
}

function goHomeLater(worker: Worker): void {
  worker.unref();
  rest = setTimeout(() => endWith(new Error('Nobody printed')), REST_SECONDS * 1_000).unref();
}

/** Ends the thread; whoever still waits hears why, and the next sheet starts a new one. */
function endWith(error: Error): void {
  const ended = typesetter;
  typesetter = undefined;
  for (const { fail } of waiting.values()) fail(error);
  waiting.clear();
  void ended?.terminate();
}
