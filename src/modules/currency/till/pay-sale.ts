import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { transfer } from '#modules/ledger/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { forcedPart, paidToday } from '../card/forced.ts';
import type { KnownCard } from '../card/known-card.ts';
import { type Category, neverBought, type NeverBought } from '../codes.ts';
import type { CurrencyTables } from '../currency.ts';
import { type MerchantRefusal, merchantRefusals, merchantTakes } from '../merchant/merchant-takes.ts';
import { keepSale } from './keep-sale.ts';
import { provePin, type WrongPin } from './prove-pin.ts';
import { walletsToTake } from './wallets-to-take.ts';

/** Why a sale is not paid, in words that tell a shop neither what she pays with nor what is left. */
export const saleRefusals = ['till-card-unknown', 'till-card-stopped', 'till-never', 'till-category', 'till-over', 'till-not-enough', 'till-day', ...merchantRefusals] as const;

export interface Sale {
  readonly card: KnownCard | undefined;
  readonly pin: string;
  readonly merchant: { readonly id: string; readonly hub_id: string; readonly organization_id: string };
  readonly category: Category | NeverBought;
  readonly currency: string;
  /** In the smallest unit. */
  readonly amount: number;
  readonly means: 'card' | 'phone' | 'message';
  readonly till: string | null;
}

/** A sale that was paid. */
export interface Paid { readonly answer: 'paid'; readonly payment: string; readonly number: string; readonly amount: number; readonly currency: string }

/**
 * Pays a sale: her card and her digits first, then whether the shop may take it, then the bounds of a day, then the wallets. All or nothing, in one transaction;
 * the card is held meanwhile, so that of two tills at once the second sees what the first left. Refuses `saleRefusals`.
 */
export async function paySale(doing: Doing<CurrencyTables>, { card, pin, merchant, category, currency, amount, means, till }: Sale): Promise<Paid | WrongPin> {
  const { tx, network, now, refuse, record } = doing;
  if (!card || card.hub_id !== merchant.hub_id) return refuse('till-card-unknown', {}, 'card');
  if (card.state !== 'active') return refuse('till-card-stopped', {}, 'card');
  const proved = await provePin(doing, card, pin);
  if (proved.answer === 'wrong-pin') return proved;
  if (neverBought.some((each) => each === category)) return refuse('till-never', {}, 'category');
  const against = await merchantTakes(tx, network, merchant.id, { category, day: await dayHere({ tx, network, actor: { hub: merchant.hub_id }, now }), amount, currency });
  if (against) refuse(against, {}, fieldOf(against));
  const today = await paidToday(doing, card, currency);
  if (card.day_minor !== null && card.day_currency === currency && today + amount > Number(card.day_minor)) refuse('till-day', {}, 'amount');
  const parts = await walletsToTake(doing, { person: card.person_id, hub: card.hub_id, merchant: merchant.id, category: category as Category, currency, amount });
  if (typeof parts === 'string') return refuse(parts, {}, parts === 'till-not-enough' ? 'amount' : parts === 'till-category' ? 'category' : undefined);
  // Only here, after everything that is asked of other digits too: neither the words nor the time tell whoever stands beside her which digits were typed.
  if (proved.forced && forcedPart(amount, today, currency) < amount) return refuse('till-not-enough', {}, 'amount');
  const numbers: number[] = [];
  // Each wallet was judged a moment ago, in this transaction; whether it still gives and still holds as much the ledger asks under its own lock.
  for (const { wallet, book, shop, amount: part } of parts) numbers.push(await transfer(doing, book, { key: newId(), from: wallet, to: shop, amount: part, reason: category }));
  const entries = parts.map(({ book, amount: part }, place) => ({ book, number: numbers[place]!, amount: part }));
  const { payment, number } = await keepSale(doing, { merchant, category, amount, currency, till }, entries, { hub: card.hub_id, person: card.person_id, card: card.id, means });
  // Without the person: what tells of the day's sales must not tell who bought.
  await record({ name: 'payment-taken', subject: payment, hub: merchant.hub_id, organization: merchant.organization_id, body: { amount_minor: amount, currency, merchant: merchant.id } });
  return { answer: 'paid', payment, number, amount, currency };
}

/** Beside which field of a price a no of the shop's side stands. */
export const fieldOf = (against: MerchantRefusal): string | undefined => (against === 'category-not-sold' ? 'category' : against === 'sale-above-limit' || against === 'day-above-limit' ? 'amount' : undefined);
