import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '#core/project-root.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

/** A process of its own that serves a world on this machine. */
export interface DoorProcess {
  readonly port: number;
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts a process that serves the network of a world out of a folder; `env` is what else it is told, such as another clock. Throws with what it said when it ends instead. */
export const openDoorProcess = (home: string, { network, country }: Pick<World, 'network' | 'country'>, env: NodeJS.ProcessEnv = {}): Promise<DoorProcess> =>
  openServing(['trust-door', network, country], { HADINA_HOME: home, HADINA_LOG: 'silent', ...env });

/** Starts a command of the house that serves and says its port in its first line. Throws with what it said when it ends instead. */
export function openServing(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<DoorProcess> {
  const { DATABASE_URL: _, HADINA_TEST_HOME: __, ...own } = process.env;
  const child = spawn(process.execPath, [join(projectRoot(), 'bin', 'hadina'), ...words], { cwd: projectRoot(), stdio: ['ignore', 'pipe', 'pipe'], env: { ...own, ...env } });
  let complained = '';
  child.stderr.on('data', (text: Buffer) => { complained += String(text); });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  };
  return new Promise((opened, failed) => {
    createInterface({ input: child.stdout }).once('line', (line) => opened({ port: Number(line), origin: `http://127.0.0.1:${line}`, stop }));
    void ended.then(() => failed(new Error(`the process that serves ended: ${complained.slice(0, 500)}`)));
  });
}
