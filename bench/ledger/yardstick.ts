import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SCALE = 50;
const ROOT = '/usr/lib/postgresql';

/** The folder of a PostgreSQL with its own pgbench: HADINA_PG_BIN, else the newest of the system. The engine that comes with the packages has none. */
export function programsWithPgbench(): string | null {
  const folders = process.env.HADINA_PG_BIN ? [process.env.HADINA_PG_BIN] : existsSync(ROOT) ? readdirSync(ROOT).sort((a, b) => Number(b) - Number(a)).map((version) => join(ROOT, version, 'bin')) : [];
  return folders.find((folder) => existsSync(join(folder, 'pgbench')) && existsSync(join(folder, 'initdb'))) ?? null;
}

/** What pgbench reached: transactions a second and how many asked at once; what every number of callers reached, and how many transactions that were in all. */
export interface Reached { readonly rate: number; readonly callers: number; readonly tried: string; readonly done: number }

/** pgbench's own bank (TPC-B-like, scale 50, prepared statements) on the server of this socket folder, in a database of its own. */
export class Yardstick {
  private constructor(private readonly bin: string, private readonly folder: string) {}

  static open(bin: string, folder: string): Yardstick {
    const as = ['-h', folder, '-U', 'ministry'];
    execFileSync(join(bin, 'createdb'), [...as, 'yardstick']);
    execFileSync(join(bin, 'pgbench'), [...as, '-i', '-q', '-s', String(SCALE), 'yardstick'], { stdio: 'ignore' });
    return new Yardstick(bin, folder);
  }

  /** So many callers for so many seconds. */
  async rate(callers: number, seconds: number): Promise<number> {
    const { stdout } = await run(join(this.bin, 'pgbench'), ['-h', this.folder, '-U', 'ministry', '-n', '-M', 'prepared', '-c', String(callers), '-j', '2', '-T', String(seconds), 'yardstick']);
    return Number(/tps = ([\d.]+)/u.exec(stdout)![1]);
  }

  /** The best of several numbers of callers. */
  async best(seconds: number): Promise<Reached> {
    const reached: { rate: number; callers: number }[] = [];
    for (const callers of [8, 16, 32, 64]) reached.push({ rate: await this.rate(callers, seconds), callers });
    const { rate, callers } = reached.reduce((one, other) => (other.rate > one.rate ? other : one));
    return { rate, callers, done: reached.reduce((sum, each) => sum + each.rate * seconds, 0), tried: reached.map((each) => `${each.callers}: ${Math.round(each.rate)}`).join(', ') };
  }
}
