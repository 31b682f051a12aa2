import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { type AnyTx, inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { openAccounts, openBook, transfer } from '#modules/ledger/public.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';

/** A book with a source, one wallet that was given an amount, and a shop. */
export interface Till {
  readonly house: House;
  readonly network: string;
  readonly book: string;
  readonly wallet: string;
  readonly shop: string;
  /** One transaction of this network under the login that serves requests. */
  within<T>(work: (asking: { tx: AnyTx; network: string; actor: Actor; now: Date }) => Promise<T>): Promise<T>;
}

/** Opens a till whose wallet holds so much, in minor units. */
export async function openTill(balance: number): Promise<Till> {
  const { house, network } = await openHub();
  const actor: Actor = { network, account: null, person: null, hub: null, roles: [], app: 'job' };
  const [book, source, wallet, shop] = [newId(), newId(), newId(), newId()];
  const within: Till['within'] = (work) => inTransaction(house.app, beginFor(actor), (tx, now) => work({ tx, network, actor, now }));
  await within(async (asking) => {
    await openBook(asking, { id: book, instrument: 'aid', code: `till-${book.slice(-12)}`, currency: 'EUR' });
    await openAccounts(asking, book, [{ id: source, kind: 'source', creditLimit: 1_000_000_000 }, { id: wallet, kind: 'wallet' }, { id: shop, kind: 'merchant' }]);
    await transfer(asking, book, { key: newId(), from: source, to: wallet, amount: balance });
  });
  return { house, network, book, wallet, shop, within };
}
