import { type Expression, sql, type SqlBool } from 'kysely';
import type { Asking } from '#core/action.ts';
import { holds } from '#core/actor.ts';
import type { AccompanimentTables } from '../accompaniment.ts';
import type { CaseKind } from '../codes.ts';
import type { StateFilter } from './case-filter.ts';

export interface Wanted {
  readonly state?: StateFilter | undefined;
  readonly worker?: string | undefined;
  readonly nobody?: boolean | undefined;
  readonly kind?: CaseKind | undefined;
  readonly overdue?: boolean | undefined;
}

// Written out: a plan that serves any value of a parameter could use neither the index of open files nor that of who answers for them.
const isOpenFile = sql<SqlBool>`file.state in ('oriented', 'in_accompaniment')`;
const accompaniedByNobody = sql<SqlBool>`not exists (select from accompaniment.assignment a where a.network_id = file.network_id
  and a.hub_id = file.hub_id and a.case_id = file.id and a.part = 'main' and a.state = 'accepted')`;

/** The files of the hub that answer a filter: the team's whole, or those the reader accompanies or is asked to. `today` is the hub's day. */
export function filesOfHub({ tx, network, hub, actor }: Asking<AccompanimentTables>, today: string, { state = 'open', worker, nobody, kind, overdue }: Wanted) {
  const ownOnly = !holds(actor, ['case_worker', 'supervisor', 'hub_manager'], hub);
  return tx.selectFrom('accompaniment.case_file as file').where('file.network_id', '=', network).where('file.hub_id', '=', hub)
    .where((eb) => {
      // "is true" keeps the list in the order of its index with the worker's files beside it; joined, every one of them is looked up first.
      const assigned = (account: string | null, states: ('proposed' | 'accepted')[]) =>
        sql<SqlBool>`(${eb('file.id', 'in', eb.selectFrom('accompaniment.assignment').select('case_id').where('network_id', '=', network).where('hub_id', '=', hub)
          .where('account_id', '=', account).where('state', 'in', states))}) is true`;
      const all: Expression<SqlBool>[] = [];
      if (state === 'open') all.push(isOpenFile);
      else if (state !== 'all') all.push(eb('file.state', '=', state));
      if (kind) all.push(eb('file.kind', '=', kind));
      if (overdue) all.push(eb('file.next_on', '<', today), isOpenFile);
      if (worker) all.push(assigned(worker, ['accepted']));
      if (ownOnly) all.push(assigned(actor.account, ['proposed', 'accepted']));
      if (nobody) all.push(accompaniedByNobody);
      return eb.and(all);
    });
}
