import { sql } from 'kysely';
import { z } from 'zod';
import { choice, maybe, wholeNumber } from '#core/input.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { query } from '../incubation.ts';
import { dayAt, partnerMayWork } from '../path/worked-application.ts';

const pageSize = 25;

/** The cohorts of the hub, the newest first, with how many are in each and whether a partner's agreement has ended. */
export const cohortList = query({
  name: 'cohort-list',
  says: 'Shows the cohorts of the hub.',
  input: z.strictObject({ state: maybe(choice(['open', 'closed', 'all'])), page: maybe(wholeNumber(1, 100_000)) }),
  run: async (asking, { state = 'open', page = 1 }) => {
    const { tx, network, hub } = asking;
    const cohorts = tx.selectFrom('incubation.cohort').where('network_id', '=', network).where('hub_id', '=', hub)
      .$if(state === 'open', (q) => q.where('closed_at', 'is', null)).$if(state === 'closed', (q) => q.where('closed_at', 'is not', null));
    const { count } = await cohorts.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    const rows = await cohorts.select(['id', 'names', 'from_on as fromOn', 'until_on as untilOn', 'places', 'partner_id as partner', 'closed_at as closedAt'])
      .orderBy('from_on', 'desc').orderBy('id', 'desc').limit(pageSize).offset((page - 1) * pageSize).execute();
    const inside = rows.length === 0 ? [] : await tx.selectFrom('incubation.cohort_place').select(['cohort_id as cohort', sql<string>`count(*)`.as('count')])
      .where('network_id', '=', network).where('cohort_id', 'in', rows.map(({ id }) => id)).where('left_at', 'is', null).groupBy('cohort_id').execute();
    const bodies = await organizationsByIds(tx, rows.flatMap(({ partner }) => partner ?? []));
    const lines = [];
    for (const { partner, ...row } of rows) {
      lines.push({
        ...row, inside: Number(inside.find(({ cohort }) => cohort === row.id)?.count ?? 0),
        partner: partner ? (bodies.find(({ id }) => id === partner)?.names ?? null) : null, readOnly: !(await partnerMayWork(asking, partner)),
      });
    }
    return { rows: lines, count: Number(count), page, pageSize, today: await dayAt(asking) };
  },
});
