import { sql } from 'kysely';
import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { managedHub, managesNetwork } from '../managed-hub.ts';
import { query } from '../network.ts';

/** The tokens of a hub's programs that live: what for, which role, limited to what, until when, last used. Never the token itself. */
export const tokenList = query({
  name: 'token-list',
  says: 'The tokens of programs at a hub.',
  input: z.strictObject({ hub: maybe(id()) }),
  run: async (asking, { hub: wanted }) => {
    const { tx, network, actor } = asking;
    const hub = managesNetwork(actor) ? (wanted ?? null) : managedHub(asking, wanted);
    const rows = await tx
      .selectFrom('network.token as token')
      .innerJoin('network.account as account', (join) => join.onRef('account.network_id', '=', 'token.network_id').onRef('account.id', '=', 'token.account_id'))
      .leftJoin('network.held_role as held', (join) => join.onRef('held.network_id', '=', 'token.network_id').onRef('held.account_id', '=', 'token.account_id').on('held.revoked_at', 'is', null))
      .where('token.network_id', '=', network).where('account.kind', '=', 'program').where('token.revoked_at', 'is', null).where(sql<boolean>`token.until_at > now()`)
      .$if(hub !== null, (q) => q.where('account.home_hub_id', '=', hub!))
      .select(['token.id', 'account.name', 'held.role', 'token.scopes', 'token.created_at as createdAt', 'token.until_at as until', 'token.used_at as usedAt'])
      .orderBy('token.created_at', 'desc').orderBy('token.id')
      .execute();
    return rows;
  },
});
