import type pg from 'pg';

const last = new WeakMap<pg.ClientBase, Promise<unknown>>();

/**
 * Asks one connection, after everything that was asked of it before has been answered: a connection does one thing at a time, and whoever
 * reads several lists at once through one transaction need not wait by herself. One that fails does not keep back the next.
 */
export function inTurn<R>(client: pg.ClientBase, ask: () => Promise<R>): Promise<R> {
  const turn = (last.get(client) ?? Promise.resolve()).then(ask);
  last.set(client, turn.catch(() => {}));
  return turn;
}
