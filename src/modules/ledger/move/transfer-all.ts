import { sql } from 'kysely';
import { callerOf, type InLedger, timeOf } from '../in-ledger.ts';
import { refuseMovement } from '../refuse.ts';
import { applyBatch } from './apply-batch.ts';
import type { Command, Move, Post, Reserve, Reverse, Void } from './command.ts';

/** From so many commands on it pays to plan anew. */
const MANY = 1_000;

/**
 * Does commands of one book in the action's own transaction, all or none, and gives their numbers in that order. What was done before under
 * the same key keeps its number. Refuses with the reason of the first that cannot be done (`offer.place` says which, from 0).
 */
export async function transferAll(asking: InLedger, book: string, commands: readonly Command[]): Promise<readonly number[]> {
  const caller = callerOf(asking);
  // A plan that this connection made when the book had few accounts holds every account against every command: ten thousand took a minute and a half.
  if (commands.length > MANY) await sql`discard plans`.execute(asking.tx);
  const answers = await applyBatch(asking.tx, { network: asking.network, book, whole: true, at: timeOf(asking) }, commands.map((command) => ({ caller, command })));
  return answers.map((answer, place) => ('refused' in answer ? refuseMovement(answer.refused, place) : answer.number));
}

const one = async (asking: InLedger, book: string, command: Command): Promise<number> => (await transferAll(asking, book, [command]))[0]!;

/** Moves one amount; gives its number. Refuses as `transferAll`. */
export const transfer = (asking: InLedger, book: string, move: Omit<Move, 'kind'>): Promise<number> => one(asking, book, { kind: 'move', ...move });
/** Gives back of an earlier transfer, by a transfer the other way: nothing is ever undone. Refuses `no-transfer`, `more-than-left`, `not-enough`. */
export const reverseTransfer = (asking: InLedger, book: string, reverse: Omit<Reverse, 'kind'>): Promise<number> => one(asking, book, { kind: 'reverse', ...reverse });
/** Keeps an amount ready until a time; gives the number to post or let go. Refuses `until-past`, `not-enough` and as `transferAll`. */
export const reserve = (asking: InLedger, book: string, wish: Omit<Reserve, 'kind'>): Promise<number> => one(asking, book, { kind: 'reserve', ...wish });
/** Moves what was reserved, or less. Refuses `no-hold`, `hold-settled`, `hold-expired`, `more-than-held`. */
export const postHold = (asking: InLedger, book: string, post: Omit<Post, 'kind'>): Promise<number> => one(asking, book, { kind: 'post', ...post });
/** Lets go what was reserved. Refuses `no-hold`, `hold-settled`, `hold-expired`. */
export const voidHold = (asking: InLedger, book: string, letGo: Omit<Void, 'kind'>): Promise<number> => one(asking, book, { kind: 'void', ...letGo });
