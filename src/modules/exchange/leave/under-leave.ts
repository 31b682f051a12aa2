import type { Asking } from '#core/action.ts';
import { accountNames } from '#modules/network/public.ts';
import type { ExchangeTables } from '../exchange.ts';

/** A list that goes out may take this long after its leave was used. */
const lastingMinutes = 30;

/**
 * The mark that each row of a list of persons carries: who took it and when, by which leave. At the server's console no leave is needed.
 * Absent without a leave of this very screen that was used just now.
 */
export async function markUnderLeave({ tx, network, hub, now, actor, absent }: Asking<ExchangeTables>, leave: string | undefined): Promise<string> {
  if (actor.app === 'cli' && !actor.account) return `console · ${now.toISOString().slice(0, 16)}Z`;
  if (!leave || !actor.account || !actor.session) return absent();
  const used = await tx.selectFrom('exchange.leave').select(['id', 'used_at']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', leave)
    .where('account_id', '=', actor.account).where('session_id', '=', actor.session)
    .where('used_at', '>', new Date(now.getTime() - lastingMinutes * 60_000)).executeTakeFirst();
  if (!used?.used_at) return absent();
  const who = (await accountNames(tx, [actor.account])).get(actor.account) ?? actor.account;
  return `${who} · ${used.used_at.toISOString().slice(0, 16)}Z · ${used.id}`;
}
