import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '#core/project-root.ts';

/** Somebody who sends files to a house from another process. */
export interface Bringer {
  /** Sends one file, or the same one many times at once; gives the statuses. */
  bring(file: { readonly name: string; readonly bytes: Buffer }, again?: number): Promise<number[]>;
  close(): Promise<void>;
}

/** Starts the other process, which sends to this address with this cookie and token. */
export function openBringer(address: string, cookie: string, csrf: string): Bringer {
  const child = spawn(process.execPath, [join(projectRoot(), 'src', 'apps', 'trust', 'uploads', 'bringer.mjs'), address, cookie, csrf], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const write = (piece: string | Buffer): Promise<void> => new Promise((resolve, reject) => child.stdin.write(piece, (error) => (error ? reject(error) : resolve())));
  return {
    bring: async ({ name, bytes }, again = 1) => {
      const about = JSON.stringify({ name, bytes: bytes.length, again });
      await write(String(Buffer.byteLength(about)).padStart(8, '0') + about);
      await write(bytes);
      const { value } = await lines.next();
      if (!value) throw new Error('The process that brings files stopped');
      return JSON.parse(value);
    },
    close: () => new Promise((resolve) => { child.once('exit', () => resolve()); child.stdin.end(); }),
  };
}
