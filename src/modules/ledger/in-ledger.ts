import type { Actor } from '#core/actor.ts';
import type { AnyTx } from '#core/db/transaction.ts';

/** What the ledger needs of the action it is asked by: its transaction, its network, who acts and when. */
export interface InLedger {
  readonly tx: AnyTx;
  readonly network: string;
  readonly actor: Actor;
  readonly now: Date;
}

/** Under whose name keys are kept apart: the account, the member herself, or for the house's own jobs the network. */
export const callerOf = ({ actor, network }: Pick<InLedger, 'actor' | 'network'>): string => actor.account ?? actor.person ?? network;

/** Only the loader of a demo writes at an earlier time; everybody else at that of the database. */
export const timeOf = ({ actor, now }: Pick<InLedger, 'actor' | 'now'>): Date | null => (actor.app === 'demo' ? now : null);
