import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { newToken } from '#modules/network/sign-in/secret-token.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

/** Writes a token row for a colleague, as create-token does for a program, and gives the header that carries it. */
export async function bearerOf({ house }: World, actor: Actor): Promise<Record<string, string>> {
  const { token, hash } = newToken(actor.network);
  await ownerQuery(house, `insert into network.token (network_id, id, account_id, token_hash, created_by, created_at, until_at)
    values ($1, $2, $3, $4, $3, now(), now() + interval '1 day')`, [actor.network, newId(), actor.account, hash]);
  return { authorization: `Bearer ${token}` };
}
