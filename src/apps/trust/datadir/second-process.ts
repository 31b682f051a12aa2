import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';

/** What a second Hadina on the same folder said, and how long it took beyond a Hadina that only tells its version. */
export async function startSecond(home: string): Promise<{ code: number | null; said: string; milliseconds: number }> {
  // Where this is not the built program itself, the first call may build it; only the next one tells how long a start takes.
  if (!process.argv[1]?.endsWith('hadina.js')) await run(['--version'], home);
  const plain = await run(['--version'], home);
  const second = await run(['start'], home);
  return { code: second.code, said: second.said, milliseconds: Math.max(0, second.milliseconds - plain.milliseconds) };
}

function run(args: string[], home: string): Promise<{ code: number | null; said: string; milliseconds: number }> {
  const began = performance.now();
  return new Promise((done) => {
    const { DATABASE_URL: _, HADINA_KEY_FILE: __, ...env } = process.env;
    const child = spawn(process.execPath, [join(projectRoot(), 'bin', 'hadina'), ...args], {
      cwd: projectRoot(), env: { ...env, HADINA_HOME: home, PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.once('exit', (code) => { clearTimeout(late); done({ code, said, milliseconds: performance.now() - began }); });
  });
}
