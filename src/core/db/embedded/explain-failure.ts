import { join } from 'node:path';
import { StartRefusal } from '../../start/start-refusal.ts';

/** Where PostgreSQL writes what happens to it: never what people typed. */
export const logFile = (home: string): string => join(home, 'postgres.log');

/** Turns PostgreSQL's own last words into a sentence for the person at the console. */
export function explainFailure(output: string, home: string): StartRefusal {
  if (/No space left on device|Disk quota exceeded/.test(output))
    return new StartRefusal('disk-full', { folder: home });
  const denied = /Permission denied|Read-only file system|Operation not permitted/.exec(output);
  if (denied) return new StartRefusal('folder-unwritable', { folder: home, reason: denied[0] });
  const lines = output.trim().split('\n');
  const reason = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '';
  return new StartRefusal('engine-failed', {
    reason: reason.replace(/^.*?(FATAL|PANIC|error):\s*/, '').replace(/\.$/, ''),
    log: logFile(home),
  });
}
