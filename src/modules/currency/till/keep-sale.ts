import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import type { CurrencyTables } from '../currency.ts';
import { receiptDoor } from './receipt-door.ts';

/** A sale that was just paid: where, what for, how much in the smallest unit, who stood at the till. */
export interface KeptSale {
  readonly merchant: { readonly id: string; readonly hub_id: string; readonly organization_id: string };
  readonly category: string;
  readonly amount: number;
  readonly currency: string;
  readonly till: string | null;
}

/** Who paid, and with what; written where no shop reads it. */
export interface Payer { readonly hub: string; readonly person: string; readonly card: string; readonly means: 'card' | 'phone' | 'message' }

/** An entry of a journal by which a part of it was paid. */
export interface SaleLeg { readonly book: string; readonly number: number; readonly amount: number }

/** Writes a sale down, in one statement, with the number of its receipt and the entries it was paid by, whatever paid it; who paid only where it is known at all. */
export async function keepSale({ tx, network, now, blind }: Pick<Doing<CurrencyTables>, 'tx' | 'network' | 'now' | 'blind'>, { merchant, category, amount, currency, till }: KeptSale, legs: readonly SaleLeg[], payer?: Payer): Promise<{ payment: string; number: string }> {
  const [payment, number] = [newId(now.getTime()), newSlipCode()];
  const paidBy = legs.map(({ book, number: entry, amount: part }, place) => ({
    network_id: network, payment_id: payment, book_id: book, number: entry, hub_id: merchant.hub_id, place: place + 1, amount_minor: part, door: receiptDoor(blind, number),
  }));
  const sale = tx.with('sale', (by) => by.insertInto('currency.payment').values({
    network_id: network, id: payment, hub_id: merchant.hub_id, merchant_id: merchant.id, organization_id: merchant.organization_id, till_account: till, number, category, amount_minor: amount, currency, state: 'taken', taken_at: now,
  }));
  if (!payer) await sale.insertInto('currency.payment_leg').values(paidBy).execute();
  else await sale.with('legs', (by) => by.insertInto('currency.payment_leg').values(paidBy)).insertInto('currency.payment_of')
    .values({ network_id: network, payment_id: payment, hub_id: payer.hub, person_id: payer.person, card_id: payer.card, means: payer.means, amount_minor: amount, currency, paid_at: now }).execute();
  return { payment, number };
}
