import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { type AnyTx, inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { openAccounts, openBook, transfer } from '#modules/ledger/public.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';

/** Where a till stands: its network, its book, the wallet that pays and the shop that receives. */
export interface TillPlace {
  readonly network: string;
  readonly book: string;
  readonly wallet: string;
  readonly shop: string;
}

/** A book with a source, one wallet that was given an amount, and a shop. */
export interface Till extends TillPlace {
  readonly house: House;
  /** One transaction of this network under the login that serves requests. */
  within<T>(work: (asking: { tx: AnyTx; network: string; actor: Actor; now: Date }) => Promise<T>): Promise<T>;
}

/** Opens a till whose wallet holds so much, in minor units, in a new network of the run's own database. */
export async function openTill(balance: number): Promise<Till> {
  const { house, network } = await openHub();
  return newTill(house, network, balance);
}

/** Opens a till in a network of another house. */
export async function newTill(house: House, network: string, balance: number): Promise<Till> {
  const till = tillAt(house, { network, book: newId(), wallet: newId(), shop: newId() });
  const { book, wallet, shop } = till;
  const source = newId();
  await till.within(async (asking) => {
    await openBook(asking, { id: book, instrument: 'aid', code: `till-${book.slice(-12)}`, currency: 'EUR' });
    await openAccounts(asking, book, [{ id: source, kind: 'source', creditLimit: 1_000_000_000 }, { id: wallet, kind: 'wallet' }, { id: shop, kind: 'merchant' }]);
    await transfer(asking, book, { key: newId(), from: source, to: wallet, amount: balance });
  });
  return till;
}

/** The till that stands there already, through a house opened anew. */
export function tillAt(house: House, place: TillPlace): Till {
  const actor: Actor = { network: place.network, account: null, person: null, hub: null, roles: [], app: 'job' };
  return { ...place, house, within: (work) => inTransaction(house.app, beginFor(actor), (tx, now) => work({ tx, network: place.network, actor, now })) };
}
