import { z } from 'zod';
import { sql } from 'kysely';
import { type Multilingual, wholeNumber } from '#core/input.ts';
import { accountNames, hubsOf } from '#modules/network/public.ts';
import { query } from '../people.ts';

/** How far back the list reaches, and how many files a page of it shows. */
export const recentDays = 30;
export const pageSize = 50;

interface OpenedRow {
  readonly person: string;
  readonly last: Date;
  readonly hub_id: string | null;
  readonly times: bigint;
  readonly readers: bigint;
  readonly total: bigint;
}

interface RefusedRow {
  readonly id: string;
  readonly at: Date;
  readonly account_id: string | null;
  readonly hub_id: string | null;
}

/** A file of which something sealed was opened lately: no name, only when, where, how often and by how many. */
export interface OpenedFile {
  readonly person: string;
  readonly last: Date;
  readonly hub: Multilingual | null;
  readonly times: number;
  readonly readers: number;
}

/**
 * The files whose sealed fields were opened in the last thirty days, the latest first, 50 a page; and the latest tries that were
 * refused. Row-level security gives the auditor all of her hubs, a supervisor what was opened where she stands.
 */
export const recentLooks = query({
  name: 'recent-looks',
  says: 'Shows of which files something sealed was opened lately, and which tries were refused.',
  input: z.strictObject({ page: wholeNumber(1, 100_000).default(1) }),
  run: async ({ tx, network, now }, { page }) => {
    const since = new Date(now.getTime() - recentDays * 86_400_000);
    const { rows } = await sql<OpenedRow>`select person_id as person, max(at) as last, (array_agg(hub_id order by at desc))[1] as hub_id,
        count(*) as times, count(distinct account_id) as readers, count(*) over () as total
      from core.look where network_id = ${network} and at >= ${since} and outcome = 'opened' and person_id is not null
      group by person_id order by last desc, person_id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx);
    const { rows: refused } = await sql<RefusedRow>`select id, at, account_id, hub_id from core.look
      where network_id = ${network} and at >= ${since} and outcome <> 'opened' order by at desc, id desc limit ${pageSize}`.execute(tx);
    const hubs = new Map((await hubsOf(tx)).map(({ id, names }) => [id, names]));
    const names = await accountNames(tx, refused.flatMap(({ account_id: account }) => account ?? []));
    const hubOf = (hub: string | null): Multilingual | null => (hub && hubs.get(hub)) || null;
    return {
      page, total: Number(rows[0]?.total ?? 0),
      files: rows.map(({ person, last, hub_id: hub, times, readers }): OpenedFile => ({ person, last, hub: hubOf(hub), times: Number(times), readers: Number(readers) })),
      refused: refused.map(({ id, at, account_id: account, hub_id: hub }) => ({ id, at, who: (account && names.get(account)) || null, hub: hubOf(hub) })),
    };
  },
});
