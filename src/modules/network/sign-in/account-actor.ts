import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction, within } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import { rolesOf } from './roles-of.ts';

/**
 * A colleague for whom a job works on after she left the page: with the roles she holds when the job runs, at the hub where she
 * asked for it. Whoever lost a role or an account meanwhile has none, so her job stops there.
 */
export async function actorOfAccount(house: House, network: string, { account, hub }: { readonly account: string; readonly hub: string | null }): Promise<Actor> {
  return inTransaction(house.app, beginFor(visitor(network, 'job')), async (tx) => {
    const row = await within<NetworkTables>(tx).selectFrom('network.account').select('id')
      .where('network_id', '=', inNetwork).where('id', '=', account).where('closed_at', 'is', null).executeTakeFirst();
    const roles = row ? await rolesOf(tx, account) : [];
    const here = hub !== null && roles.some(({ hubs, scope }) => scope === 'hub' && hubs.includes(hub)) ? hub : null;
    return { network, account, person: null, hub: here, roles, app: 'job' };
  });
}
