import { sql } from 'kysely';
import { z } from 'zod';
import { holds } from '#core/actor.ts';
import { accountsAt } from '#modules/network/public.ts';
import { workers } from '../access.ts';
import { query } from '../accompaniment.ts';
import { todayAt } from '../case/worked-case.ts';
import { caseFilterFields } from './case-filter.ts';
import { filesOfHub } from './files-of-hub.ts';
import { lineColumns, namedFiles } from './named-files.ts';

// Written into the statement: with how many rows are wanted the planner sees at once that one plan serves everybody, and keeps it.
const PAGE = 25;

/** Files of the hub by state, worker, kind, lateness; what is due first stands first unless another order is asked. True counts. */
export const caseList = query({
  name: 'case-list',
  says: 'Lists the files of the hub, or one’s own.',
  input: z.strictObject(caseFilterFields),
  run: async (asking, { sort = 'next', page = 1, ...wanted }) => {
    const today = await todayAt(asking);
    const files = () => filesOfHub(asking, today, wanted);
    const { count } = await files().select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    const down = sort.startsWith('-');
    const sorted = sort.endsWith('next')
      ? files().orderBy('file.next_on', (order) => (down ? order.desc().nullsLast() : order.asc().nullsLast())).orderBy('file.id', down ? 'desc' : 'asc')
      : files().orderBy('file.opened_at', down ? 'desc' : 'asc').orderBy('file.id', down ? 'desc' : 'asc');
    const first = sorted.select(lineColumns).limit(sql.lit(PAGE));
    const rows = await (page === 1 ? first : first.offset((page - 1) * PAGE)).execute();
    const leads = holds(asking.actor, ['case_worker', 'supervisor', 'hub_manager'], asking.hub);
    return {
      files: await namedFiles(asking, rows), count: Number(count), page, pageSize: PAGE, today, sort,
      workers: leads ? await accountsAt(asking.tx, asking.hub, workers) : [],
    };
  },
});
