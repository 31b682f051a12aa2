import type { Asking } from '#core/action.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { ApplicationState } from '../codes.ts';
import type { IncubationTables } from '../incubation.ts';
import { mayMove } from '../path/path.ts';

/** What funding knows of an application: its receipt and where it stands; who stands behind it only as an id, for whoever may read her. */
export interface ApplicationToFund {
  readonly id: string;
  readonly receipt: string;
  readonly state: ApplicationState;
  readonly person: string;
  readonly organization: string | null;
  readonly typedBy: string | null;
  /** Province or governorate on the day it was handed in. */
  readonly territory: string | null;
}

/** From here money may be proposed for it: its plan is validated (SM-INCUB). */
export const fundableStates: readonly ApplicationState[] = ['plan_validated', 'funding_committee'];

/** Some by id, one of a hub by its receipt, or with a hub alone those of it that may be funded now. */
interface Which {
  readonly ids?: readonly string[];
  readonly hub?: string;
  readonly receipt?: string;
}

/** The applications asked for, by receipt; only those the reader may see. */
export async function applicationsToFund(tx: AnyTx, network: string, { ids, hub, receipt }: Which): Promise<ApplicationToFund[]> {
  if (ids?.length === 0) return [];
  const rows = await within<IncubationTables>(tx).selectFrom('incubation.application').select(['id', 'receipt', 'state', 'person_id', 'organization_id', 'typed_by', 'territory_code'])
    .where('network_id', '=', network)
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...new Set(ids)]))
    .$if(hub !== undefined, (query) => query.where('hub_id', '=', hub!))
    .$if(receipt !== undefined, (query) => query.where('receipt', '=', receipt!))
    .$if(ids === undefined && receipt === undefined, (query) => query.where('state', 'in', fundableStates))
    .orderBy('receipt').limit(2_000).execute();
  return rows.map(({ person_id, organization_id, typed_by, territory_code, ...row }) => ({ ...row, person: person_id, organization: organization_id, typedBy: typed_by, territory: territory_code }));
}

/** Money moves an application on its way (SM-INCUB): before the committee, funded, or back to its validated plan. Whoever stands elsewhere stays there. Answers from where it moved, or nothing. */
export async function noteFunding({ tx, network, now }: Pick<Asking<unknown>, 'network' | 'now'> & { readonly tx: AnyTx }, application: string, to: 'funding_committee' | 'funded' | 'plan_validated'): Promise<ApplicationState | undefined> {
  const own = within<IncubationTables>(tx);
  const row = await own.selectFrom('incubation.application').select(['state', 'stage']).where('network_id', '=', network).where('id', '=', application).executeTakeFirst();
  if (!row || !mayMove(row.state, to, 'money', row.stage)) return undefined;
  const moved = await own.updateTable('incubation.application').set({ state: to, state_at: now }).where('network_id', '=', network).where('id', '=', application).where('state', '=', row.state).executeTakeFirst();
  return moved.numUpdatedRows === 1n ? row.state : undefined;
}
