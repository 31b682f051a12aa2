import { spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import type { RunningDatabase } from '#core/db/start-database.ts';
import { projectRoot } from '#core/project-root.ts';

/** Plants a stop before the commit of one migration: its last line, the note that it was done, waits until it is killed. */
const plantStop = `create or replace function migration.wait_here() returns trigger language plpgsql as $$
  begin
    if new.number = nullif(current_setting('migration.stop_at', true), '')::int then perform pg_sleep(600); end if;
    return new;
  end $$;
  create or replace trigger wait_here before insert on migration.done for each row execute function migration.wait_here();`;

/** The stop is a setting of the database, so that only a killed run meets it. */
const stopAt = (number: number | null): string =>
  number === null ? 'alter database hadina reset migration.stop_at' : `alter database hadina set migration.stop_at = '${number}'`;

/**
 * Runs `hadina migrate` in a process of its own, kills it with signal 9 inside the transaction of one step, and gives what was done
 * afterwards; null when the step was not reached.
 */
export async function killAt(database: RunningDatabase, home: string, number: number): Promise<readonly number[] | null> {
  const owner = new pg.Client(database.connection('hadina_owner', 'hadina'));
  await owner.connect();
  try {
    await owner.query(`${plantStop}; ${stopAt(number)}`);
    const child = migrateIn(home, database);
    const reached = await until(async () => (await sleeper(owner)) !== null || child.over(), 120_000);
    child.process.kill('SIGKILL');
    await child.ended;
    const pid = await sleeper(owner);
    // The dead client's own session notices only when it writes: what the system does within minutes is done here at once.
    if (pid !== null) await owner.query('select pg_terminate_backend($1)', [pid]);
    await until(async () => (await sleeper(owner)) === null, 10_000);
    await owner.query(stopAt(null));
    const { rows } = await owner.query<{ number: number }>('select number from migration.done');
    return reached && pid !== null ? rows.map((row) => row.number) : null;
  } finally {
    await owner.end();
  }
}

/** Runs `hadina migrate` to its end; gives its exit code and what it said. */
export async function migrateFully(database: RunningDatabase, home: string): Promise<{ code: number | null; said: string }> {
  const child = migrateIn(home, database);
  const code = await child.ended;
  return { code, said: child.said() };
}

function migrateIn(home: string, database: RunningDatabase) {
  const { host, user, password } = database.connection('hadina_owner');
  const { HADINA_TEST_HOME: _, ...env } = process.env;
  const child = spawn(process.execPath, [join(projectRoot(), 'bin', 'hadina'), '--json', 'migrate'], {
    cwd: projectRoot(), stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, HADINA_HOME: home, DATABASE_URL: `postgres://${user}:${encodeURIComponent(String(password))}@localhost/hadina?host=${encodeURIComponent(host!)}` },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return { process: child, ended, said: () => said, over: () => child.exitCode !== null || child.signalCode !== null };
}

const sleeper = async (owner: pg.Client): Promise<number | null> =>
  (await owner.query<{ pid: number }>(`select pid from pg_stat_activity where datname = 'hadina' and wait_event = 'PgSleep' limit 1`)).rows[0]?.pid ?? null;

async function until(what: () => Promise<boolean>, milliseconds: number): Promise<boolean> {
  for (const end = performance.now() + milliseconds; performance.now() < end; await new Promise((go) => setTimeout(go, 50))) if (await what()) return true;
  return false;
}
