import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Asking } from '#core/action.ts';
import type { NetworkTables } from '../network.ts';

type Blind = (label: string, word: string) => Buffer;

const SECONDS = 300;
const NONCE_BYTES = 16;
const MAC_BYTES = 16;

/** What a passkey is asked for; for adding one or showing one, by whom. */
export interface Asked {
  readonly what: 'sign-in' | 'show' | 'add';
  readonly account: string;
}

const macOf = (blind: Blind, { what, account }: Asked, head: Buffer): Buffer =>
  blind('passkey-question', `${what} ${account} ${head.toString('hex')}`).subarray(0, MAC_BYTES);

/** A question for a passkey: when, by chance, and the house's mark, in base64url. Nothing is kept until it is answered. */
export function newQuestion(blind: Blind, asked: Asked, now: Date): string {
  const head = Buffer.alloc(8 + NONCE_BYTES);
  head.writeBigUInt64BE(BigInt(now.getTime()));
  randomBytes(NONCE_BYTES).copy(head, 8);
  return Buffer.concat([head, macOf(blind, asked, head)]).toString('base64url');
}

/** Is this a question of ours for this purpose, not older than five minutes? */
export function isOurQuestion(blind: Blind, asked: Asked, question: string, now: Date): boolean {
  const bytes = Buffer.from(question, 'base64url');
  if (bytes.length !== 8 + NONCE_BYTES + MAC_BYTES) return false;
  const [head, mac] = [bytes.subarray(0, 8 + NONCE_BYTES), bytes.subarray(8 + NONCE_BYTES)];
  const age = now.getTime() - Number(head.readBigUInt64BE());
  return timingSafeEqual(mac, macOf(blind, asked, head)) && age <= SECONDS * 1_000 && age >= -60_000;
}

/** Notes that a question was answered; false when it was before. */
export async function takeAnswer({ tx, network, now }: Asking<NetworkTables>, question: string): Promise<boolean> {
  const taken = await tx.insertInto('network.answered_question')
    .values({ network_id: network, question_hash: createHash('sha256').update(question).digest(), at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}
