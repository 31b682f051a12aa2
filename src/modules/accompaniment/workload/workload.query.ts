import { sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { accountNames, accountsAt } from '#modules/network/public.ts';
import { workers } from '../access.ts';
import { type AccompanimentTables, query } from '../accompaniment.ts';
import { lineColumns, namedFiles } from '../case-list/named-files.ts';
import { filesOfHub } from '../case-list/files-of-hub.ts';
import { timeZoneOf, todayAt } from '../case/worked-case.ts';

const SHOWN = 8;

/** Who carries how much: files of each worker, what of hers is late and of which kind, files that nobody accompanies, what waits for a decision. */
export const workload = query({
  name: 'workload',
  says: 'Shows how the files are spread over the team, and what is late.',
  input: z.strictObject({}),
  run: async (asking) => {
    const today = await todayAt(asking);
    const counts = await filesOfWorkers(asking);
    const late = await lateOfWorkers(asking, today);
    const here = await accountsAt(asking.tx, asking.hub, workers);
    const ids = [...new Set([...here.map(({ account }) => account), ...counts.map(({ account }) => account)])];
    const names = await accountNames(asking.tx, ids);
    const of = <K extends 'steps' | 'sessions' | 'follow_ups'>(account: string, kind: K) => late.find((row) => row.account === account && row.kind === kind)?.count ?? 0;
    const team = ids.map((account) => ({
      account, name: names.get(account) ?? null,
      main: counts.find((row) => row.account === account && row.part === 'main')?.count ?? 0, beside: counts.find((row) => row.account === account && row.part === 'with')?.count ?? 0,
      steps: of(account, 'steps'), sessions: of(account, 'sessions'), followUps: of(account, 'follow_ups'),
    }));
    const oldest = await filesOfHub(asking, today, { nobody: true }).select(lineColumns).select(sql<string>`count(*) over ()`.as('count'))
      .orderBy('file.opened_at').orderBy('file.id').limit(sql.lit(SHOWN)).execute();
    return { team: team.sort((a, b) => b.main - a.main), unassigned: { count: Number(oldest[0]?.count ?? 0), files: await namedFiles(asking, oldest) }, waiting: await waitingFor(asking), today };
  },
});

async function filesOfWorkers({ tx, network, hub }: Asking<AccompanimentTables>) {
  const rows = await tx.selectFrom('accompaniment.assignment').select(['account_id as account', 'part', ({ fn }) => fn.countAll<string>().as('count')])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('state', '=', 'accepted').groupBy(['account_id', 'part']).execute();
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
}

/** Late things by the worker who answers for the file; each from the index of what is open. */
async function lateOfWorkers(asking: Asking<AccompanimentTables>, today: string) {
  const { tx, network, hub, now } = asking;
  const zone = await timeZoneOf(asking);
  const { rows } = await sql<{ account: string; kind: 'steps' | 'sessions' | 'follow_ups'; count: string }>`
    with late as (
      select 'steps' as kind, case_id from accompaniment.step where network_id = ${network} and hub_id = ${hub} and done_at is null and due_on < ${today}::date
      union all
      select 'follow_ups', case_id from accompaniment.follow_up where network_id = ${network} and hub_id = ${hub} and done_at is null and due_on < ${today}::date
      union all
      select 'sessions', case_id from accompaniment.session where network_id = ${network} and hub_id = ${hub} and state = 'planned'
        and planned_at < (${now}::timestamptz at time zone ${zone})::date::timestamp at time zone ${zone})
    select a.account_id as account, late.kind, count(*) as count from late join accompaniment.assignment a
      on a.network_id = ${network} and a.hub_id = ${hub} and a.case_id = late.case_id and a.part = 'main' and a.state = 'accepted'
    group by 1, 2`.execute(tx);
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
}

/** Plans and closings that wait for a decision, the longest wait first; one's own are left out. */
async function waitingFor(asking: Asking<AccompanimentTables>) {
  const { tx, network, hub, actor } = asking;
  const asked = await tx.selectFrom('accompaniment.approval').select(['id', 'case_id', 'about', 'asked_by', 'asked_at as askedAt'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('decision', 'is', null).where('asked_by', '<>', actor.account ?? '')
    .orderBy('asked_at').orderBy('id').limit(sql.lit(SHOWN)).execute();
  if (asked.length === 0) return [];
  const rows = await tx.selectFrom('accompaniment.case_file as file').select(lineColumns)
    .where('file.network_id', '=', network).where('file.id', 'in', asked.map(({ case_id }) => case_id)).execute();
  const files = await namedFiles(asking, rows);
  const names = await accountNames(tx, asked.map(({ asked_by }) => asked_by));
  return asked.map(({ asked_by, case_id, ...row }) => ({ ...row, file: files.find(({ id }) => id === case_id)!, asker: names.get(asked_by) ?? null }));
}

export type Workload = Awaited<ReturnType<(typeof workload)['spec']['run']>>;
