import { createHash } from 'node:crypto';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { sql } from 'kysely';
import { z } from 'zod';
import { text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../network.ts';
import { ownSession } from '../sign-in/own-session.ts';
import { passkeyAnswer, questionIn } from './passkey-answer.ts';
import { isOurQuestion, takeAnswer } from './question.ts';
import { showSecondStep } from './show-second-step.ts';

/** Adds a passkey under a name of hers. It counts as showing the second step: the device has just recognised her. */
export const addPasskey = action({
  name: 'add-passkey',
  says: 'Adds a passkey to the account.',
  input: z.strictObject({ name: text(60), answer: passkeyAnswer() }),
  refuses: ['wrong-passkey', 'passkey-known'],
  remembers: false,
  run: async (doing, { name, answer }) => {
    const { tx, network, now, actor, blind, refuse, record } = doing;
    const { account } = ownSession(doing);
    const origin = actor.door?.origin ?? '';
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const verified = await verifyRegistrationResponse({
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: (question) => isOurQuestion(blind, { what: 'add', account }, question, now),
      expectedOrigin: origin, expectedRPID: URL.canParse(origin) ? new URL(origin).hostname : '', requireUserVerification: true,
    }).catch(() => null);
    if (!verified?.verified || !verified.registrationInfo || !(await takeAnswer(doing, questionIn(answer)))) return refuse('wrong-passkey');
    const { credential, rpID } = verified.registrationInfo;
    const credential_id = Buffer.from(credential.id, 'base64url');
    const added = await tx.insertInto('network.passkey')
      .values({
        network_id: network, id: newId(now.getTime()), account_id: account, name, credential_id,
        credential_hash: createHash('sha256').update(credential_id).digest(), public_key: Buffer.from(credential.publicKey),
        counter: BigInt(credential.counter), transports: [...(credential.transports ?? [])], rp_id: rpID!, created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) refuse('passkey-known');
    await tx.updateTable('network.account').set({ second_step_at: sql`coalesce(second_step_at, ${now})` }).where('network_id', '=', network).where('id', '=', account).execute();
    const token = await showSecondStep(doing, 'passkey');
    await record({ name: 'second-step-set-up', subject: account, body: { by: 'passkey' } });
    return { token };
  },
});
