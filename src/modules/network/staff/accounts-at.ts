import type { RoleCode } from '#core/actor.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import { liveRole } from './live-role.ts';

/** A colleague: her account, her name as she writes it, the role meant. */
export interface StaffCard {
  readonly account: string;
  readonly name: string;
  readonly language: string;
  readonly role: RoleCode;
}

/** The colleagues who hold one of these roles at this hub now, by name; without roles, everyone of the hub. */
export async function accountsAt(tx: AnyTx, hub: string, roles: readonly RoleCode[] = []): Promise<StaffCard[]> {
  const rows = await within<NetworkTables>(tx)
    .selectFrom('network.held_role as held')
    .innerJoin('network.account as account', (join) =>
      join.onRef('account.network_id', '=', 'held.network_id').onRef('account.id', '=', 'held.account_id'))
    .where('held.network_id', '=', inNetwork)
    .where('held.hub_id', '=', hub)
    .where(liveRole('held'))
    .where('account.closed_at', 'is', null)
    .$if(roles.length > 0, (q) => q.where('held.role', 'in', [...roles]))
    .orderBy('account.name').orderBy('account.id')
    .select(['account.id as account', 'account.name', 'account.language', 'held.role'])
    .execute();
  return rows;
}

/** The accounts that hold one of these roles now, wherever they hold it, by name; each once, with the first of its roles. */
export async function accountsWith(tx: AnyTx, roles: readonly RoleCode[]): Promise<StaffCard[]> {
  const rows = await within<NetworkTables>(tx)
    .selectFrom('network.held_role as held')
    .innerJoin('network.account as account', (join) =>
      join.onRef('account.network_id', '=', 'held.network_id').onRef('account.id', '=', 'held.account_id'))
    .where('held.network_id', '=', inNetwork)
    .where('held.role', 'in', [...roles])
    .where(liveRole('held'))
    .where('account.closed_at', 'is', null)
    .distinctOn(['account.name', 'account.id'])
    .orderBy('account.name').orderBy('account.id').orderBy('held.from_at')
    .select(['account.id as account', 'account.name', 'account.language', 'held.role'])
    .execute();
  return rows;
}

/** The name of one account, to say who did something. */
export const accountName = async (tx: AnyTx, id: string): Promise<string | undefined> => (await accountNames(tx, [id])).get(id);

/** The names of accounts, to write beside what they did; accounts of another network are left out. */
export async function accountNames(tx: AnyTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await within<NetworkTables>(tx)
    .selectFrom('network.account')
    .where('network_id', '=', inNetwork).where('id', 'in', [...new Set(ids)])
    .select(['id', 'name'])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
