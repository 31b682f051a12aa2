import { openTransaction } from './db/open-transaction.ts';
import type { House } from './house.ts';

/**
 * Does several actions in one transaction, for whoever loads or imports much: inside `work`, `act` and `ask` on the house it is
 * given share the transaction. Each keeps its own rule, input, refusals and event; a refusal undoes that action only, any other
 * way out undoes them all. Protected actions still have a transaction of their own and do not see what is not committed yet.
 */
export function together<R>(house: House, work: (house: House) => Promise<R>): Promise<R> {
  return openTransaction(house.app, (open) => work({ ...house, together: open }));
}
