import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '#core/project-root.ts';
import type { TillPlace } from './open-till.ts';
import type { Said } from './till-process.ts';
import { emptyNotes, type Notes } from './what-was-asked.ts';

/** What became of a till's process: what it had said until then, its exit code, and how long it took to end after the signal. */
export interface Ended { readonly notes: Notes; readonly code: number | null; readonly milliseconds: number; readonly complained: string }

/** Starts a till in a process of its own and sends it a signal some milliseconds after so many payments were acknowledged. */
export function signalTill(home: string, { network, book, wallet, shop }: TillPlace, signal: NodeJS.Signals, after: number, wait: number): Promise<Ended> {
  const { DATABASE_URL: _, HADINA_TEST_HOME: __, ...env } = process.env;
  const child = spawn(process.execPath, [join(projectRoot(), 'bin', 'hadina'), 'trust-till', network, book, wallet, shop], {
    cwd: projectRoot(), stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, HADINA_HOME: home },
  });
  const notes = emptyNotes();
  let [complained, sent] = ['', 0];
  child.stderr.on('data', (text: Buffer) => { complained += String(text); });
  const send = () => { sent = performance.now(); child.kill(signal); };
  createInterface({ input: child.stdout }).on('line', (line) => {
    // The last line of a process that was killed may be cut: then nobody was told.
    const said = whole(line);
    if (!said) return;
    if ('asked' in said) notes.asked.push(said.asked);
    else for (const [n, key] of said.told.entries()) notes.told.set(key, said.numbers[n]!);
    if (!sent && notes.told.size >= after) {
      sent = performance.now();
      setTimeout(send, wait);
    }
  });
  return new Promise((done) => {
    const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.once('close', (code) => { clearTimeout(late); done({ notes, code, milliseconds: performance.now() - sent, complained }); });
  });
}

function whole(line: string): Said | null {
  try {
    return JSON.parse(line) as Said;
  } catch {
    return null;
  }
}
