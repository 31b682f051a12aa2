import type { Expression, SqlBool } from 'kysely';
import type { Asking } from '#core/action.ts';
import { holds } from '#core/actor.ts';
import type { AccompanimentTables } from '../accompaniment.ts';
import { type CaseKind, openStates } from '../codes.ts';
import type { StateFilter } from './case-filter.ts';

export interface Wanted {
  readonly state?: StateFilter | undefined;
  readonly worker?: string | undefined;
  readonly nobody?: boolean | undefined;
  readonly kind?: CaseKind | undefined;
  readonly overdue?: boolean | undefined;
}

/** The files of the hub that answer a filter: the team's whole, or those the reader accompanies or is asked to. `today` is the hub's day. */
export function filesOfHub({ tx, network, hub, actor }: Asking<AccompanimentTables>, today: string, { state = 'open', worker, nobody, kind, overdue }: Wanted) {
  const ownOnly = !holds(actor, ['case_worker', 'supervisor', 'hub_manager'], hub);
  return tx.selectFrom('accompaniment.case_file as file').where('file.network_id', '=', network).where('file.hub_id', '=', hub)
    .where((eb) => {
      const assigned = (account: string | null, states: ('proposed' | 'accepted')[]) =>
        eb('file.id', 'in', eb.selectFrom('accompaniment.assignment').select('case_id').where('network_id', '=', network).where('hub_id', '=', hub)
          .where('account_id', '=', account).where('state', 'in', states));
      const all: Expression<SqlBool>[] = [];
      if (state === 'open') all.push(eb('file.state', 'in', [...openStates]));
      else if (state !== 'all') all.push(eb('file.state', '=', state));
      if (kind) all.push(eb('file.kind', '=', kind));
      if (overdue) all.push(eb('file.next_on', '<', today), eb('file.state', 'in', [...openStates]));
      if (worker) all.push(assigned(worker, ['accepted']));
      if (ownOnly) all.push(assigned(actor.account, ['proposed', 'accepted']));
      if (nobody) {
        all.push(eb.not(eb.exists(eb.selectFrom('accompaniment.assignment as a').select('a.id').whereRef('a.network_id', '=', 'file.network_id')
          .whereRef('a.case_id', '=', 'file.id').where('a.part', '=', 'main').where('a.state', '=', 'accepted'))));
      }
      return eb.and(all);
    });
}
