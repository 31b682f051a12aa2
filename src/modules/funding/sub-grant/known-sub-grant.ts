import type { Asking } from '#core/action.ts';
import type { SubGrantState } from '../codes.ts';
import type { FundingTables } from '../funding.ts';

/** A sub-grant of the hub where she stands, held until commit when `hold`. */
export async function knownSubGrant({ tx, network, hub, absent }: Asking<FundingTables>, subGrant: string, hold = true) {
  const row = await tx.selectFrom('funding.sub_grant').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', subGrant)
    .$if(hold, (query) => query.forUpdate()).executeTakeFirst();
  if (!row) return absent();
  return { ...row, asked: Number(row.asked_minor), own: Number(row.own_minor) };
}

const withContract: readonly SubGrantState[] = ['contracted', 'implementing', 'interim_report', 'final_report', 'closed'];

/** Is the contract of the sub-grant behind this grant signed? */
export const contracted = async ({ tx, network }: Asking<FundingTables>, grant: string): Promise<boolean> =>
  (await tx.selectFrom('funding.sub_grant').select('id').where('network_id', '=', network).where('grant_id', '=', grant).where('state', 'in', withContract).executeTakeFirst()) !== undefined;
