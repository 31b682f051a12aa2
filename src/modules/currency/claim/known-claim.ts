import type { Asking, Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { ClaimState } from '../codes.ts';
import type { CurrencyTables } from '../currency.ts';

/** A claim of the hub where she stands, held until the action is over: two colleagues never move it at once. */
export async function knownClaim({ tx, network, hub, absent }: Asking<CurrencyTables>, claim: string, held = true) {
  const row = await tx.selectFrom('currency.claim').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', claim).$if(held, (q) => q.forUpdate()).executeTakeFirst();
  return row ? { ...row, amount: Number(row.amount_minor) } : absent();
}

export type KnownClaim = Awaited<ReturnType<typeof knownClaim>>;

/** Whether the reader is tied to a shop: by a role she holds or held there, or by what was said. PostgreSQL asks the same again. */
export async function isTied({ tx, network, actor }: Asking<CurrencyTables>, { merchant_id, organization_id }: Pick<KnownClaim, 'merchant_id' | 'organization_id'>): Promise<boolean> {
  if (actor.roles.some(({ scope, scopeId }) => scope === 'org' && scopeId === organization_id)) return true;
  const said = await tx.selectFrom('currency.merchant_tie').select('id').where('network_id', '=', network).where('merchant_id', '=', merchant_id).where('account_id', '=', actor.account).executeTakeFirst();
  return said !== undefined;
}

/** Writes one step of a claim's history. */
export async function writeStep({ tx, network, now, actor, absent }: Doing<CurrencyTables>, claim: Pick<KnownClaim, 'id' | 'hub_id' | 'organization_id'>, state: ClaimState, why: string | null = null): Promise<void> {
  await tx.insertInto('currency.claim_step').values({ network_id: network, id: newId(now.getTime()), hub_id: claim.hub_id, organization_id: claim.organization_id, claim_id: claim.id, state, at: now, by_account: actor.account ?? absent(), why }).execute();
}
