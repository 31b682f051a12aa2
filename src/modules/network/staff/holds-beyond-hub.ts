import type { Asking } from '#core/action.ts';
import { managesNetwork } from '../managed-hub.ts';
import type { NetworkTables } from '../network.ts';
import { liveRole } from './live-role.ts';
import { rolesOfHub } from './role-kinds.ts';

/**
 * Does this account hold a role that the manager of a hub could not give: another hub's, a region's, the network's, a protection
 * officer's, another manager's? Then its password and its end are not hers either: with a password she chose she could sign in
 * as that colleague and read what is hidden from her (trust.md 2.1). False for an administrator of the network.
 */
export async function holdsBeyondHub({ tx, network, actor }: Asking<NetworkTables>, account: string): Promise<boolean> {
  if (managesNetwork(actor)) return false;
  const roles = await tx.selectFrom('network.held_role as held').select(['role', 'scope', 'hub_id'])
    .where('network_id', '=', network).where('account_id', '=', account).where(liveRole('held')).execute();
  return roles.some(({ role, scope, hub_id }) => scope !== 'hub' || hub_id !== actor.hub || !(rolesOfHub as readonly string[]).includes(role));
}
