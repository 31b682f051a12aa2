import type { AnyTx } from '#core/db/transaction.ts';
import { within } from '#core/db/transaction.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { type LeftOver, leftOver } from '../cost/unexplained.ts';
import type { ProgrammeTables } from '../programme.ts';

/** What a programme costs by each source, who pays what of it, and what the parts leave over; oldest source first. */
export async function readCosts(tx: AnyTx, network: string, programme: string) {
  const db = within<ProgrammeTables>(tx);
  const costs = await db
    .selectFrom('programme.cost')
    .select(['id', 'amount_minor', 'currency', 'approximate', 'said_by as saidBy', 'said_on as saidOn', 'withdrawn_at as withdrawnAt', 'withdrawn_why as withdrawnWhy'])
    .where('network_id', '=', network).where('programme_id', '=', programme).orderBy('said_on').orderBy('id').execute();
  const parts = await db
    .selectFrom('programme.funding_share')
    .select(['id', 'cost_id as cost', 'organization_id as organization', 'names', 'activity', 'share_ten_thousandths as share', 'amount_minor', 'approximate'])
    .where('network_id', '=', network).where('programme_id', '=', programme).orderBy('id').execute();
  const bodies = new Map((await organizationsByIds(tx, parts.flatMap(({ organization }) => organization ?? []))).map(({ id, names }) => [id, names]));
  return costs.map(({ amount_minor, ...cost }) => {
    const amount = Number(amount_minor);
    const shares = parts.filter((part) => part.cost === cost.id).map(({ amount_minor: each, names, ...part }) => ({
      ...part, amount: each === null ? null : Number(each), names: Object.keys(names).length ? names : ((part.organization && bodies.get(part.organization)) || {}),
    }));
    return { ...cost, amount, shares, left: shares.length ? told(leftOver(amount, shares), cost.approximate || shares.some(({ approximate }) => approximate)) : null };
  });
}

/** What remains of round numbers is round too. */
const told = (left: LeftOver, about: boolean): LeftOver => ({ ...left, about: left.about || about });
