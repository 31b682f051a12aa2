import type { Doing } from '#core/action.ts';
import type { AccompanimentTables } from '../accompaniment.ts';
import { type CaseFile, workedCase } from '../case/worked-case.ts';

/** A session with its file, both held until the transaction ends; absent to who may not work on it. */
export async function workedSession(doing: Doing<AccompanimentTables>, session: string, { over = false } = {}) {
  const row = (await doing.tx.selectFrom('accompaniment.session').select(['id', 'case_id', 'place', 'planned_at', 'state', 'account_id'])
    .where('network_id', '=', doing.network).where('hub_id', '=', doing.hub).where('id', '=', session).forUpdate().executeTakeFirst()) ?? doing.absent();
  const file: CaseFile = await workedCase(doing, row.case_id, { over });
  return { row, file };
}
