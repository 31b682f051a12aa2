import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { Refusal } from '#core/refusal.ts';
import { reserve, transfer } from '#modules/ledger/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { type AidState, type Becoming, type Category, neverBought, type NeverBought } from '../codes.ts';

type InLedger = Parameters<typeof reserve>[0];

/** Why a household may not pay with its aid; whoever takes the payment declares them among her own refusals. */
export const spendRefusals = ['no-aid', 'aid-over', 'aid-stopped', 'never-bought', 'category-excluded', 'programme-over'] as const;

/** A wallet that may pay, with what decides whether it may. */
export interface Purse {
  readonly aid: string;
  readonly hub: string;
  readonly book: string;
  readonly programme: string;
  /** What its programme is called. */
  readonly names: Multilingual;
  readonly currency: string;
  /** In the smallest unit. */
  readonly free: number;
  readonly until: string;
  readonly state: AidState;
  readonly categories: readonly Category[];
  /** What a unit is once a shop has it. */
  readonly becomes: Becoming;
  readonly closed: boolean;
}

interface Payment {
  readonly aid: string;
  /** What is bought, as the shop says. */
  readonly category: Category | NeverBought;
  /** The shop's account in the same book; that she has an agreement is asked by whoever calls. */
  readonly shop: string;
  /** In the smallest unit. */
  readonly amount: number;
  /** Made by whoever pays: the same key never pays twice. */
  readonly key: string;
}

/** The wallets that somebody may pay with, the one that ends first in front, so that least is lost. */
export async function pursesOf(tx: AnyTx, network: string, person: string): Promise<readonly Purse[]> {
  return (await read(tx, network, sql`a.person_id = ${person} and a.state = 'loaded'`)).filter(({ free }) => free > 0);
}

/** Pays from a wallet at once; gives the number of the entry, by which a refund is made (`reverseTransfer`). Refuses `spendRefusals` and what the ledger refuses. */
export async function payFromAid(asking: InLedger, payment: Payment): Promise<number> {
  const { book } = await allowed(asking, payment);
  return transfer(asking, book, { key: payment.key, from: payment.aid, to: payment.shop, amount: payment.amount, reason: payment.category });
}

/** Keeps an amount of a wallet ready for a shop until a moment; gives the number to post or let go. An aid that ends meanwhile still pays what was reserved before. */
export async function reserveFromAid(asking: InLedger, payment: Payment, until: Date): Promise<number> {
  const { book } = await allowed(asking, payment);
  return reserve(asking, book, { key: payment.key, from: payment.aid, to: payment.shop, amount: payment.amount, until, reason: payment.category });
}

/** The wallet, if it may pay for this today by the clock of its hub. */
async function allowed({ tx, network, now }: InLedger, { aid, category }: Payment): Promise<Purse> {
  const [purse] = await read(tx, network, sql`a.id = ${aid} and a.granted_at is not null`);
  if (!purse) throw new Refusal('currency.no-aid');
  if (neverBought.some((each) => each === category)) throw new Refusal('currency.never-bought');
  if (purse.state === 'frozen' || purse.state === 'revoked') throw new Refusal('currency.aid-stopped');
  if (purse.closed) throw new Refusal('currency.programme-over');
  if (purse.state === 'expired' || purse.until < (await dayHere({ tx, network, actor: { hub: purse.hub }, now }))) throw new Refusal('currency.aid-over');
  if (!purse.categories.some((each) => each === category)) throw new Refusal('currency.category-excluded');
  return purse;
}

async function read(tx: AnyTx, network: string, which: ReturnType<typeof sql>): Promise<readonly Purse[]> {
  const { rows } = await sql<Purse>`
    select a.id as aid, a.hub_id as hub, p.instrument_id as book, p.id as programme, p.names, i.currency, (w.balance_minor - w.held_minor)::float8 as free, a.expires_on as until, a.state, p.categories, p.becomes, p.closed_at is not null as closed
    from currency.aid a join currency.programme p on p.network_id = a.network_id and p.id = a.programme_id join currency.instrument i on i.network_id = p.network_id and i.id = p.instrument_id
      join ledger.account w on w.network_id = a.network_id and w.book_id = p.instrument_id and w.id = a.id
    where a.network_id = ${network} and ${which} order by a.expires_on, a.id`.execute(tx);
  return rows;
}
