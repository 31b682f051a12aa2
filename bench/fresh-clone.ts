import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';

const PORT = 4110;
const REST_MS = 20_000;

/** Seconds from `npm start` in a fresh clone to the first page, seconds of the second start, and resident megabytes at rest. */
export async function freshClone(): Promise<{ name: string; value: number; bound: number; unit: string }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hadina-clone-'));
  chmodSync(folder, 0o755);
  const clone = join(folder, 'hadina');
  execFileSync('git', ['clone', '-q', projectRoot(), clone]);
  try {
    const first = await start(clone);
    await stop(first.process);
    const second = await start(clone);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const megabytes = residentBytes(second.process.pid!) / 1024 / 1024;
    await stop(second.process);
    return [
      { name: 'fresh clone, warm npm cache: first page', value: first.seconds, bound: 60, unit: 's' },
      { name: 'second start: first page', value: second.seconds, bound: 5, unit: 's' },
      { name: 'whole product with its database, at rest', value: megabytes, bound: 350, unit: 'MB' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(clone: string): Promise<{ process: ChildProcess; seconds: number }> {
  const began = performance.now();
  const { HADINA_HOME: _, ...env } = process.env;
  const child = spawn('npm', ['start'], { cwd: clone, env: { ...env, PORT: String(PORT) }, stdio: 'ignore', detached: true });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    const page = await fetch(`http://localhost:${PORT}/`).then((r) => (r.ok ? r.text() : ''), () => '');
    if (/<html lang="ar/.test(page)) return { process: child, seconds: (performance.now() - began) / 1000 };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Ctrl-C: the whole group hears it, as in a terminal. */
async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGINT');
  await ended;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
}

/** Memory of a process and all it started; what processes share counts once (proportional set size). Linux only. */
function residentBytes(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const belongs = (pid: number): boolean => pid === root || (parents.has(pid) && parents.get(pid)! > 1 && belongs(parents.get(pid)!));
  return [...parents.keys()].filter(belongs).reduce((sum, pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return sum + Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
  }, 0);
}
