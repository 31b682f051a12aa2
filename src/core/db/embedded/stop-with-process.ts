import { constants } from 'node:os';
import { sendSignal } from './stop-postmaster.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets PostgreSQL end with this process whichever way it ends short of a kill: also by Ctrl-C during the start,
 * before anybody listens for it. Gives back what undoes it.
 */
export function stopWithProcess(pid: number): () => void {
  const atExit = () => sendSignal(pid, 'SIGINT');
  const atSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
  };
  process.on('exit', atExit);
  for (const signal of signals) process.on(signal, atSignal);
  return () => {
    process.off('exit', atExit);
    for (const signal of signals) process.off(signal, atSignal);
  };
}
