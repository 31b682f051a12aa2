import { spawn } from 'node:child_process';
import pg from 'pg';
import type { RunningDatabase } from '#core/db/start-database.ts';

/** How many commits were made and how many times PostgreSQL says it forced its log to the disk meanwhile. */
export interface Syncs {
  readonly commits: number;
  readonly syncs: number;
  /** The same counted from outside by strace; null where it may not look. */
  readonly seenFromOutside: number | null;
}

/** Commits one after the other and counts the flushes between; `lazy` plants the fault of not waiting for the disk. */
export async function countSyncs(database: RunningDatabase, commits: number, lazy = false): Promise<Syncs> {
  const client = new pg.Client(database.connection('hadina_owner'));
  await client.connect();
  try {
    await client.query(`set synchronous_commit = ${lazy ? 'off' : 'on'}`);
    await client.query('create table if not exists public.trust_kept (n int)');
    const { pid } = (await client.query('select pg_backend_pid() as pid')).rows[0];
    const before = await flushes(client);
    const outside = lazy ? null : await watch(pid);
    for (let n = 0; n < commits; n++) await client.query('insert into public.trust_kept values ($1)', [n]);
    const seenFromOutside = outside ? await outside() : null;
    return { commits, syncs: (await flushes(client)) - before, seenFromOutside };
  } finally {
    await client.end();
  }
}

/** PostgreSQL 18 counts flushes of its log in pg_stat_io; this backend's own, so that nobody else's are counted. */
async function flushes(client: pg.Client): Promise<number> {
  await client.query('select pg_stat_force_next_flush()');
  const { rows } = await client.query(
    `select coalesce(sum(fsyncs), 0)::int as n from pg_stat_get_backend_io(pg_backend_pid()) where object = 'wal'`);
  return rows[0].n;
}

/** Follows one process with strace; the answer stops it and gives the number of its fdatasync calls. */
async function watch(pid: number): Promise<(() => Promise<number>) | null> {
  const child = spawn('strace', ['-f', '-e', 'trace=fdatasync,fsync', '-p', String(pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise<void>((done) => { child.once('exit', () => done()); child.once('error', () => done()); });
  const attached = await Promise.race([
    ended.then(() => false),
    new Promise<boolean>((done) => {
      const ask = setInterval(() => { if (said.includes('attached')) { clearInterval(ask); done(true); } }, 20);
      setTimeout(() => { clearInterval(ask); done(false); }, 3_000);
    }),
  ]);
  if (!attached) {
    child.kill();
    return null;
  }
  return async () => {
    child.kill('SIGINT');
    await ended;
    return (said.match(/f(data)?sync\(\d+\)\s+= 0/g) ?? []).length;
  };
}
