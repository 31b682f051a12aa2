import { contactReaders } from '#core/policy/reach.ts';
import type { Asking } from '#core/action.ts';
import type { RoleCode } from '#core/actor.ts';
import type { NetworkTables } from '../network.ts';
import { liveRole } from './live-role.ts';

/**
 * Does this role wait for a second officer? An administrator's does, and a role that reads contacts when it is given to an account
 * that nobody has entered yet: one officer alone could otherwise invent a colleague and read as her. It waits only where somebody
 * else can confirm: the hub's other manager or an administrator (trust.md 2.1). The console and the demo act alone.
 */
export async function needsAnother(
  { tx, network, actor }: Asking<NetworkTables>, role: RoleCode, hub: string | null, her: { readonly id: string; readonly password_one_time: boolean },
): Promise<boolean> {
  if (actor.app === 'demo') return false;
  const isContact = contactReaders.includes(role) || role === 'protection_officer';
  if (role !== 'network_admin' && !(isContact && her.password_one_time && actor.account)) return false;
  const other = await tx.selectFrom('network.held_role as held')
    .innerJoin('network.account as account', (join) => join.onRef('account.network_id', '=', 'held.network_id').onRef('account.id', '=', 'held.account_id'))
    .where('held.network_id', '=', network).where(liveRole('held')).where('account.closed_at', 'is', null)
    .where('held.account_id', 'not in', [her.id, actor.account ?? her.id])
    .where((eb) => eb.or([eb('held.role', '=', 'network_admin'), ...(hub && role !== 'network_admin' ? [eb.and([eb('held.role', '=', 'hub_manager'), eb('held.hub_id', '=', hub)])] : [])]))
    .select('held.id').executeTakeFirst();
  return other !== undefined;
}
