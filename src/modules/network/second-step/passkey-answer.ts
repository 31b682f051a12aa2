import { createHash } from 'node:crypto';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { jsonText } from '#core/input.ts';
import type { NetworkTables } from '../network.ts';
import { type Asked, isOurQuestion, takeAnswer } from './question.ts';

/** An answer of a passkey as the browser's script sends it: JSON in a field of the form. */
export const passkeyAnswer = () => jsonText(20_000, z.looseObject({
  id: z.string().regex(/^[\w-]{8,1400}$/),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
}));

export type PasskeyAnswer = z.output<ReturnType<typeof passkeyAnswer>>;

/** The mark of the passkey that answers; row-level security opens its one row. */
export const passkeyMark = ({ id }: PasskeyAnswer): Buffer => createHash('sha256').update(Buffer.from(id, 'base64url')).digest();

/** The question that was answered, as the browser wrote it down. */
export function questionIn({ response }: PasskeyAnswer): string {
  const { challenge } = z.looseObject({ challenge: z.string() }).safeParse(parsed(response.clientDataJSON)).data ?? {};
  return challenge ?? '';
}

const parsed = (text: string): unknown => jsonText(10_000, z.unknown()).safeParse(Buffer.from(text, 'base64url').toString('utf8')).data;

/**
 * Checks an answer: a passkey of ours that was not taken back, of this account when one is named, made for this house, its owner
 * recognised by the device, to a question of ours that was never answered. Notes its use; null when anything is wrong.
 */
export async function checkAnswer(doing: Doing<NetworkTables>, answer: PasskeyAnswer, what: Asked['what'], account?: string): Promise<{ account: string } | null> {
  const { tx, network, now, actor, blind } = doing;
  const passkey = await tx.selectFrom('network.passkey').selectAll()
    .where('network_id', '=', network).where('credential_hash', '=', passkeyMark(answer)).where('revoked_at', 'is', null).executeTakeFirst();
  if (!passkey || !actor.door || (account && passkey.account_id !== account)) return null;
  const asked = { what, account: account ?? '' };
  // Loaded when somebody needs it: it takes a quarter of the time in which a command starts.
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: (question) => isOurQuestion(blind, asked, question, now),
    expectedOrigin: actor.door.origin, expectedRPID: passkey.rp_id, requireUserVerification: true,
    credential: { id: passkey.credential_id.toString('base64url'), publicKey: Uint8Array.from(passkey.public_key), counter: Number(passkey.counter), transports: passkey.transports as never },
  }).catch(() => null);
  if (!verified?.verified || !(await takeAnswer(doing, questionIn(answer)))) return null;
  const counter = BigInt(verified.authenticationInfo.newCounter);
  await tx.updateTable('network.passkey').set({ counter, used_at: now }).where('network_id', '=', network).where('id', '=', passkey.id).execute();
  return { account: passkey.account_id };
}
