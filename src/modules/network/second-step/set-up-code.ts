import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#core/id.ts';
import { action } from '../network.ts';
import { ownSession } from '../sign-in/own-session.ts';
import { countingTries } from '../sign-in/secret-tries.ts';
import { minutesOff, sixDigits, stepOfCode } from './code.ts';
import { openText, sealFor } from './sealed.ts';
import { showSecondStep } from './show-second-step.ts';

/** Sets up codes of an authenticator app by a first right code; codes set up before end. It counts as showing the second step. */
export const setUpCode = action({
  name: 'set-up-code',
  says: 'Sets up codes of an authenticator app as the second step.',
  input: z.strictObject({ sealed: z.string().min(1).max(500), code: sixDigits() }),
  refuses: ['code-wrong', 'code-clock', 'code-clock-fast', 'page-too-old'],
  remembers: false,
  around: (before, run) => countingTries(before, { kind: 'code', whose: before.actor.account ?? '' }, run),
  run: async (doing, { sealed, code }) => {
    const { tx, network, now, blind, refuse, record } = doing;
    const { account } = ownSession(doing);
    const secret = await openText(blind, { label: 'new-code', whose: account }, sealed);
    if (!secret) return refuse('page-too-old');
    const step = stepOfCode(secret, code, now);
    if (step === null) {
      const minutes = minutesOff(secret, code, now);
      return minutes ? refuse(minutes > 0 ? 'code-clock' : 'code-clock-fast', { minutes: Math.abs(minutes) }, 'code') : refuse('code-wrong', {}, 'code');
    }
    await tx.updateTable('network.code_secret').set({ revoked_at: now }).where('network_id', '=', network).where('account_id', '=', account).where('revoked_at', 'is', null).execute();
    const id = newId(now.getTime());
    await tx.insertInto('network.code_secret')
      .values({ network_id: network, id, account_id: account, secret: sealFor(blind, { label: 'code-secret', whose: account }, secret), last_step: step, created_at: now })
      .execute();
    await tx.updateTable('network.account').set({ second_step_at: sql`coalesce(second_step_at, ${now})` }).where('network_id', '=', network).where('id', '=', account).execute();
    const token = await showSecondStep(doing, 'code');
    await record({ name: 'second-step-set-up', subject: account, body: { by: 'code' } });
    return { token };
  },
});
