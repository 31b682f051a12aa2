import { sql } from 'kysely';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction, within } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import { rolesOf } from './roles-of.ts';
import { networkOfToken, tokenHash } from './secret-token.ts';

/**
 * The program behind a bearer token, standing in the hub of its one role and limited to its scopes; null when the token ended, was
 * revoked or is not ours. A role that was taken back since is gone for the token too.
 */
export async function actorOfToken(house: House, bearer: string): Promise<Actor | null> {
  const network = networkOfToken(bearer);
  if (!network) return null;
  const found = await inTransaction(house.app, beginFor(visitor(network, 'api')), async (tx) => {
    const row = await within<NetworkTables>(tx)
      .selectFrom('network.token as token')
      .innerJoin('network.account as account', (join) =>
        join.onRef('account.network_id', '=', 'token.network_id').onRef('account.id', '=', 'token.account_id'))
      .where('token.network_id', '=', inNetwork)
      .where('token.token_hash', '=', tokenHash(bearer))
      .where('token.revoked_at', 'is', null).where('account.closed_at', 'is', null)
      .where(sql<boolean>`token.until_at > now()`)
      .select(['account.id as account', 'token.id as token', 'token.scopes', sql<boolean>`coalesce(token.used_at < now() - interval '1 minute', true)`.as('stale')])
      .executeTakeFirst();
    if (!row) return null;
    const roles = await rolesOf(tx, row.account);
    const hub = roles.find(({ scope }) => scope === 'hub')?.scopeId ?? null;
    const actor: Actor = { network, account: row.account, person: null, hub, roles, app: 'api', token: row.token, scopes: row.scopes };
    return { actor, stale: row.stale };
  });
  if (found?.stale) await markUsed(house, found.actor);
  return found?.actor ?? null;
}

async function markUsed(house: House, actor: Actor): Promise<void> {
  await inTransaction(house.app, beginFor(actor), (tx) =>
    within<NetworkTables>(tx).updateTable('network.token').set({ used_at: sql`now()` }).where('network_id', '=', actor.network).where('id', '=', actor.token!).execute());
}
