import type { monitorEventLoopDelay } from 'node:perf_hooks';
import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { sql } from 'kysely';
import { hadinaVersion } from '#core/project-root.ts';
import type { WebHouse } from '../web-house.ts';

type Figure = readonly [name: string, help: string, value: number, labels?: string];

/** How many of the newest events are looked at for ones without a seal; the sealer is never that far behind unless it stands. */
const NEWEST = 5_000;

/** Figures of the house at this moment, as lines of Prometheus text: process, pools, jobs, chain, sessions. Counts only. */
export async function houseFigures(web: WebHouse, started: number, delay: ReturnType<typeof monitorEventLoopDelay>): Promise<string[]> {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const asked = await Promise.all([jobs(web), chain(web), sessions(web)]).catch(() => null);
  const figures: Figure[] = [
    ['hadina_info', 'The version that runs', 1, `version="${hadinaVersion()}",node="${process.version}"`],
    ['hadina_database_answers', 'Whether the database answered this question', asked ? 1 : 0],
    ['hadina_up_seconds', 'Seconds since this process began to serve', Math.round((Date.now() - started) / 1000)],
    ['hadina_resident_bytes', 'Memory of the process', rss], ['hadina_heap_bytes', 'Memory used by objects', heapUsed], ['hadina_external_bytes', 'Memory outside the heap', external],
    ['hadina_cpu_seconds_total', 'Processor time', (user + system) / 1e6],
    ['hadina_event_loop_delay_seconds', 'How late the process was at worst since the last question', delay.max / 1e9],
    ...pools(web), ...(asked?.flat() ?? []),
  ];
  delay.reset();
  const seen = new Set<string>();
  return figures.flatMap(([name, help, value, labels]) => {
    const head = seen.has(name) ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}`];
    seen.add(name);
    return [...head, `${name}${labels ? `{${labels}}` : ''} ${value}`];
  });
}

function pools({ house }: WebHouse): Figure[] {
  const open = Object.entries({ app: house.app, report: house.report, protected: house.protected, worker: house.worker, rights: house.rights, intake: house.intake });
  return [
    ...open.map(([name, pool]): Figure => ['hadina_database_connections', 'Connections of each login', pool.totalCount, `login="${name}"`]),
    ...open.map(([name, pool]): Figure => ['hadina_database_idle', 'Connections that wait for work', pool.idleCount, `login="${name}"`]),
    ...open.map(([name, pool]): Figure => ['hadina_database_waiting', 'Requests that wait for a connection', pool.waitingCount, `login="${name}"`]),
  ];
}

async function jobs({ house }: WebHouse): Promise<Figure[]> {
  const { rows } = await house.worker.query<{ waiting: number; failed: number; late: number }>(`
    select count(*) filter (where attempts < max_attempts)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as failed,
      coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and run_at < now())), 0)::float8 as late
    from graphile_worker._private_jobs`);
  const { waiting, failed, late } = rows[0]!;
  return [
    ['hadina_jobs_waiting', 'Jobs to be done, now or later', waiting], ['hadina_jobs_failed', 'Jobs given up', failed],
    ['hadina_jobs_late_seconds', 'How long the job that is due longest has been waiting', late],
  ];
}

async function chain({ house }: WebHouse): Promise<Figure[]> {
  const { rows } = await house.worker.query<{ unsealed: number; oldest: number }>(`
    select count(*)::int as unsealed, coalesce(extract(epoch from now() - min(e.at)), 0)::float8 as oldest
    from (select network_id, id, at, app from core.event order by xid desc limit ${NEWEST}) e
    where e.app <> 'demo' and not exists (select from core.seal s where s.network_id = e.network_id and s.event_id = e.id)`);
  return [
    ['hadina_events_unsealed', 'Events among the newest that no link of the chain holds yet', rows[0]!.unsealed],
    ['hadina_oldest_unsealed_seconds', 'How long the oldest of them has been waiting: the lag of the sealer', rows[0]!.oldest],
  ];
}

async function sessions({ house, home }: WebHouse): Promise<Figure[]> {
  const open = await inTransaction(house.app, beginFor(visitor(home.network), { readOnly: true }), async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from network.session where network_id = ${home.network} and closed_at is null and ends_at > now()`.execute(tx);
    return rows[0]!.n;
  });
  return [['hadina_sessions_open', 'Signed-in screens', open]];
}
