import type { Selectable } from 'kysely';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { reverseTransfer, transfer } from '#modules/ledger/public.ts';
import { reasons } from '../codes.ts';
import type { CurrencyTables } from '../currency.ts';

/** A sale that is held until the action ends. */
export type KnownSale = Selectable<CurrencyTables['currency.payment']>;

/** What of a sale was not given back yet, in the smallest unit. */
export const leftOf = (sale: KnownSale): number => Number(sale.amount_minor) - Number(sale.refunded_minor);

/**
 * Gives so much of a sale (smallest unit, at most what is left of it) back to the wallets it came from; the last that was taken gets it first. What came from a
 * paper voucher goes on to the wallet behind it: the paper stays used.
 */
export async function giveBack(doing: Doing<CurrencyTables>, sale: KnownSale, amount: number): Promise<void> {
  const { tx, network, now, actor } = doing;
  const legs = await tx.selectFrom('currency.payment_leg').selectAll().where('network_id', '=', network).where('payment_id', '=', sale.id).orderBy('place', 'desc').execute();
  const paper = await tx.selectFrom('currency.voucher').select(['id', 'wallet_id']).where('network_id', '=', network).where('payment_id', '=', sale.id).executeTakeFirst();
  let rest = amount;
  for (const leg of legs) {
    const part = Math.min(rest, Number(leg.amount_minor) - Number(leg.refunded_minor));
    if (part <= 0) continue;
    await reverseTransfer(doing, leg.book_id, { key: newId(), of: Number(leg.number), amount: part });
    if (paper) await transfer(doing, leg.book_id, { key: newId(), from: paper.id, to: paper.wallet_id, amount: part, reason: reasons.rest });
    await tx.updateTable('currency.payment_leg').set({ refunded_minor: Number(leg.refunded_minor) + part }).where('network_id', '=', network).where('payment_id', '=', sale.id).where('place', '=', leg.place).execute();
    rest -= part;
  }
  if (rest !== 0) throw new Error('The parts of a sale do not add up to it');
  await tx.updateTable('currency.payment').set({ refunded_minor: Number(sale.refunded_minor) + amount, state: amount === leftOf(sale) ? 'refunded' : 'part_refunded' }).where('network_id', '=', network).where('id', '=', sale.id).execute();
  await tx.insertInto('currency.refund').values({ network_id: network, id: newId(now.getTime()), hub_id: sale.hub_id, payment_id: sale.id, organization_id: sale.organization_id, amount_minor: amount, made_at: now, made_by: actor.account }).execute();
}
