import type { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Log } from '../log.ts';

/** Marks of living workers among the advisory locks of the database. */
const MARK = 74_210;
const LOOK_EVERY_MS = 5_000;
/** A worker's mark stands a moment after its first job: so long nobody calls it lost. */
const SURELY_MARKED_SECONDS = 15;

/**
 * Says of each worker of this process that it lives, by a lock that goes with the connection, and gives back the jobs of workers
 * whose lock is gone: a process that was killed leaves its jobs locked, and without this nobody would touch them for hours. A job
 * that was cut off behind its commit is not done twice: its key is known.
 */
export async function watchForLost(config: pg.ClientConfig, births: EventEmitter, log: Log): Promise<{ stop(): Promise<void> }> {
  const mine = new Set<string>();
  let client = await connected(config);
  const mark = (worker: string): Promise<unknown> => client.query('select pg_advisory_lock_shared($1, hashtext($2))', [MARK, worker]).catch(() => {});
  const look = async (): Promise<void> => {
    const { rows } = await client.query<{ lost: string[] | null }>(lostWorkers, [MARK, SURELY_MARKED_SECONDS, [...mine]]);
    const lost = rows[0]?.lost;
    if (!lost?.length) return;
    await client.query('select graphile_worker.force_unlock_workers($1::text[])', [lost]);
    log.info({ workers: lost.length }, 'jobs of lost workers given back');
  };
  const again = async (): Promise<void> => {
    await client.end().catch(() => {});
    client = await connected(config);
    for (const worker of mine) await mark(worker);
  };
  // One after the other over the one connection, also when many are born at once.
  let looking: Promise<void> = Promise.resolve();
  births.on('worker:create', ({ worker: { workerId } }: { worker: { workerId: string } }) => {
    mine.add(workerId);
    looking = looking.then(() => mark(workerId)).then(() => {});
  });
  const round = (): void => { looking = looking.then(look).catch(() => again().catch(() => {})); };
  const timer = setInterval(round, LOOK_EVERY_MS).unref();
  round();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
      await client.end().catch(() => {});
    },
  };
}

async function connected(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config);
  // A connection that breaks is made anew at the next look.
  client.on('error', () => {});
  await client.connect();
  return client;
}

const lostWorkers = `
  select array_agg(distinct j.locked_by) as lost from graphile_worker.jobs j
  where j.locked_by is not null and j.locked_at < now() - make_interval(secs => $2) and not (j.locked_by = any ($3::text[]))
    and not exists (select from pg_locks l where l.locktype = 'advisory' and l.classid = $1::int::oid and l.objsubid = 2 and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
      and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid)`;
