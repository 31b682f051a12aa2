import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import type { InLedger } from '#modules/ledger/in-ledger.ts';
import { openAccounts, openBook } from '#modules/ledger/public.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';

const LOT = 10_000;

/** A book of aid with a source that may go far below zero and many wallets; what was acknowledged is written down beside it, to be compared. */
export interface BenchBook {
  readonly network: string;
  readonly book: string;
  readonly source: string;
  readonly wallets: readonly string[];
  /** What each account must have, from the answers alone. */
  readonly should: Map<string, number>;
  /** How many entries were acknowledged. */
  entries: number;
  within<T>(work: (asking: InLedger) => Promise<T>): Promise<T>;
}

/** Opens a network of its own with one book. */
export async function openBenchBook(house: House, wallets: number): Promise<BenchBook> {
  const [network, book, source] = [newId(), newId(), newId()];
  await act(house, consoleActor(network), openNetwork, { names: { fr: 'Réseau d’essai' }, countries: ['TN'], demo: false });
  const actor = visitor(network);
  const within: BenchBook['within'] = (work) => inTransaction(house.app, beginFor(actor), (tx, now) => work({ tx, network, actor, now }));
  const ids = Array.from({ length: wallets }, () => newId());
  await within(async (asking) => {
    await openBook(asking, { id: book, instrument: 'aid', code: 'bench', currency: 'TND' });
    await openAccounts(asking, book, [{ id: source, kind: 'source', creditLimit: 1e15 }]);
    for (let at = 0; at < ids.length; at += LOT) await openAccounts(asking, book, ids.slice(at, at + LOT).map((id) => ({ id, kind: 'wallet' })));
  });
  return { network, book, source, wallets: ids, should: new Map(), entries: 0, within };
}

/** Writes down what an acknowledged transfer must have changed. */
export function told({ should }: BenchBook, from: string, to: string, amount: number): void {
  should.set(from, (should.get(from) ?? 0) - amount);
  should.set(to, (should.get(to) ?? 0) + amount);
}
