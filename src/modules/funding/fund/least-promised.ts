import type { Asking } from '#core/action.ts';
import type { FundingTables } from '../funding.ts';
import { paidIn } from './paid-in.ts';

interface Held { readonly id: string; readonly committed_minor: string | number; readonly paid_minor: string | number }

/** Below this a fund cannot go, in the smallest unit: what is granted of it, what its envelopes hold, what its funder paid in. */
export async function leastPromised({ tx, network }: Asking<FundingTables>, { id, committed_minor, paid_minor }: Held): Promise<number> {
  const envelopes = await tx.selectFrom('funding.envelope').select(({ fn }) => fn.sum('amount_minor').as('sum')).where('network_id', '=', network).where('fund_id', '=', id).executeTakeFirst();
  return Math.max(Number(committed_minor) + Number(paid_minor), Number(envelopes?.sum ?? 0), (await paidIn(tx, network)).get(id) ?? 0);
}
