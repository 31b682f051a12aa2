import type { HeldRole } from '#core/actor.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import { liveRole } from '../staff/live-role.ts';

/** The roles an account holds now, each with the hubs it reaches: one, those of its region, or all. */
export async function rolesOf(tx: AnyTx, account: string): Promise<HeldRole[]> {
  const db = within<NetworkTables>(tx);
  const rows = await db
    .selectFrom('network.held_role as held')
    .where('held.network_id', '=', inNetwork).where('held.account_id', '=', account).where(liveRole('held'))
    .select(['role', 'scope', 'hub_id', 'territory_code', 'organization_id', 'org_unit_id'])
    .orderBy('held.from_at').orderBy('held.id')
    .execute();
  const wide = rows.some(({ scope }) => scope === 'network' || scope === 'region');
  const hubs = wide ? await db.selectFrom('network.hub').where('network_id', '=', inNetwork).select(['id', 'region_code', 'territory_code']).execute() : [];
  // biome-ignore lint/suspicious/useIterableCallbackReturn: every scope has its case; the compiler knows of a missing one.
  return rows.map((held) => {
    switch (held.scope) {
      case 'network': return { role: held.role, scope: held.scope, scopeId: null, hubs: hubs.map(({ id }) => id) };
      case 'region': {
        const inside = hubs.filter((hub) => [hub.region_code, hub.territory_code].includes(held.territory_code));
        return { role: held.role, scope: held.scope, scopeId: held.territory_code, hubs: inside.map(({ id }) => id) };
      }
      case 'hub': return { role: held.role, scope: held.scope, scopeId: held.hub_id, hubs: [held.hub_id!] };
      // A department's role names the department, so that it never reaches what is addressed to the whole body (domain.md 0.8).
      case 'org': return { role: held.role, scope: held.scope, scopeId: held.org_unit_id ?? held.organization_id, hubs: [] };
    }
  });
}
