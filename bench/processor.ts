import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** What two processes worked, in seconds: on a machine that others use, how long it took says less. */
export interface Processor {
  readonly ours: number;
  /** PostgreSQL with all its processes; null where the system does not tell (only Linux does). */
  readonly database: number | null;
}

const ticks = 100;

/** Fields of /proc/PID/stat behind the name of the program: parent first, then times in hundredths of a second. */
function statOf(pid: string): { parent: string; own: number; ended: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: fields[1]!, own: Number(fields[11]) + Number(fields[12]), ended: Number(fields[13]) + Number(fields[14]) };
  } catch {
    return null;
  }
}

/** Watches both processes from now on; what it answers, called later, is what they worked since. */
export async function watchProcessor(pool: pg.Pool): Promise<() => Processor> {
  const { rows: [backend] } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = statOf(String(backend!.pid))?.parent;
  const worked = (): number | null => {
    const whole = postmaster === undefined ? null : statOf(postmaster);
    if (!whole) return null;
    const living = readdirSync('/proc').filter((name) => /^\d+$/u.test(name)).flatMap((pid) => statOf(pid) ?? []).filter(({ parent }) => parent === postmaster);
    return living.reduce((sum, { own }) => sum + own, whole.own + whole.ended);
  };
  const [used, before] = [process.cpuUsage(), worked()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    const after = worked();
    return { ours: (user + system) / 1e6, database: before === null || after === null ? null : (after - before) / ticks };
  };
}

/** In words, for the line of a figure. */
export const inSeconds = ({ ours, database }: Processor): string =>
  `${ours.toFixed(1)} s of processor here${database === null ? '' : `, ${database.toFixed(1)} s in PostgreSQL`}`;
