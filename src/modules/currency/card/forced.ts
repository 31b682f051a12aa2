import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { scaleOf } from '#core/money.ts';
import { zoneHere } from '#modules/network/public.ts';
import type { CurrencyTables } from '../currency.ts';

type Holder = { readonly hub_id: string; readonly person_id: string };

/** Under her other digits so many whole units of money go through in a day, and her wallets seem to hold no more (trust.md 191). */
const FORCED_UNITS = 10;

/** What of a balance is left to whoever forces her, after what she paid today; in the smallest unit. */
export const forcedPart = (free: number, today: number, currency: string): number => Math.max(0, Math.min(free, FORCED_UNITS * 10 ** scaleOf(currency) - today));

/** What she paid today by the clock of the hub, in the smallest unit; what was given back counts too, or a bound of the day would bound nothing. */
export async function paidToday({ tx, network, now }: Pick<Asking<CurrencyTables>, 'tx' | 'network' | 'now'>, { hub_id, person_id }: Holder, currency: string): Promise<number> {
  const zone = await zoneHere({ tx, network, actor: { hub: hub_id } });
  const { sum } = await tx.selectFrom('currency.payment_of').select(({ fn }) => fn.coalesce(fn.sum<string>('amount_minor'), sql<string>`0`).as('sum')).where('network_id', '=', network).where('hub_id', '=', hub_id)
    .where('person_id', '=', person_id).where('currency', '=', currency).where('paid_at', '>=', sql<Date>`date_trunc('day', ${now}::timestamptz, ${zone})`).executeTakeFirstOrThrow();
  return Number(sum);
}
