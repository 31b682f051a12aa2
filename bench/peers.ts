import autocannon from 'autocannon';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';

const CONNECTIONS = 16;

/** Starts a server of the benches in a process of its own and gives its address once it says that it is ready. */
export function startPeer(children: ChildProcess[], file: string, port: number, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(projectRoot(), 'bench', file)], {
      cwd: projectRoot(), env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    child.stdout!.once('data', () => resolve(`http://localhost:${port}`));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
}

/** Requests a second over so many seconds, sixteen connections at once; a refusal or an error ends the bench. */
export async function load(url: string, cookie: string, duration: number): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration, headers: { cookie, 'accept-encoding': 'br' } });
  if (result.non2xx || result.errors) throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return result.requests.average;
}

