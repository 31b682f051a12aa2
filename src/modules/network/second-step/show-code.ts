import { z } from 'zod';
import { action } from '../network.ts';
import { ownSession } from '../sign-in/own-session.ts';
import { countingTries } from '../sign-in/secret-tries.ts';
import { minutesOff, sixDigits, stepOfCode } from './code.ts';
import { openFor } from './sealed.ts';
import { showSecondStep } from './show-second-step.ts';

/** Shows a code of her authenticator app, at signing in or before a delicate step. A code serves once; of two at once one is taken. */
export const showCode = action({
  name: 'show-code',
  says: 'Shows a code of the authenticator app as the second step.',
  input: z.strictObject({ code: sixDigits() }),
  refuses: ['code-wrong', 'code-clock', 'code-clock-fast', 'code-spent'],
  remembers: false,
  around: (before, run) => countingTries(before, { kind: 'code', whose: before.actor.account ?? '' }, run),
  run: async (doing, { code }) => {
    const { tx, network, now, blind, refuse, absent, record } = doing;
    const { account, session } = ownSession(doing);
    const kept = await tx.selectFrom('network.code_secret').select(['id', 'secret'])
      .where('network_id', '=', network).where('account_id', '=', account).where('revoked_at', 'is', null).executeTakeFirst();
    if (!kept) return absent();
    const secret = openFor(blind, { label: 'code-secret', whose: account }, kept.secret);
    const step = stepOfCode(secret, code, now);
    if (step === null) {
      const minutes = minutesOff(secret, code, now);
      return minutes ? refuse(minutes > 0 ? 'code-clock' : 'code-clock-fast', { minutes: Math.abs(minutes) }, 'code') : refuse('code-wrong', {}, 'code');
    }
    const spent = await tx.updateTable('network.code_secret').set({ last_step: step })
      .where('network_id', '=', network).where('id', '=', kept.id).where('last_step', '<', step).executeTakeFirst();
    if (spent.numUpdatedRows === 0n) refuse('code-spent', {}, 'code');
    const token = await showSecondStep(doing, 'code');
    await record({ name: 'second-step-shown', subject: session, body: { by: 'code' } });
    return { token };
  },
});
