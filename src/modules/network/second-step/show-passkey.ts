import { z } from 'zod';
import { action } from '../network.ts';
import { atScreen } from '../sign-in/at-screen.ts';
import { openSession } from '../sign-in/open-session.ts';
import { ownSession } from '../sign-in/own-session.ts';
import { countingTries } from '../sign-in/secret-tries.ts';
import { checkAnswer, passkeyAnswer, passkeyMark } from './passkey-answer.ts';
import { showSecondStep } from './show-second-step.ts';

/** Shows a passkey as the second step, at signing in with a password or before a delicate step. */
export const showPasskey = action({
  name: 'show-passkey',
  says: 'Shows a passkey as the second step.',
  input: z.strictObject({ answer: passkeyAnswer() }),
  refuses: ['wrong-passkey'],
  remembers: false,
  around: (before, run) => countingTries(before, { kind: 'code', whose: before.actor.account ?? '' }, run),
  run: async (doing, { answer }) => {
    const { account, session } = ownSession(doing);
    if (!(await checkAnswer(doing, answer, 'show', account))) doing.refuse('wrong-passkey');
    const token = await showSecondStep(doing, 'passkey');
    await doing.record({ name: 'second-step-shown', subject: session, body: { by: 'passkey' } });
    return { token };
  },
});

/** Signs in with a passkey alone: the device that keeps it has recognised her, which is both steps at once. */
export const signInByPasskey = action({
  name: 'sign-in-by-passkey',
  says: 'Signs in with a passkey.',
  input: z.strictObject({ answer: passkeyAnswer() }),
  refuses: ['wrong-passkey', 'only-at-a-screen'],
  remembers: false,
  link: ({ answer }) => passkeyMark(answer),
  around: (before, run) => countingTries(before, { kind: 'code', whose: before.input.answer.id }, run),
  run: async (doing, { answer }) => {
    const { tx, network, refuse, record } = doing;
    atScreen(doing);
    const found = await checkAnswer(doing, answer, 'sign-in');
    const account = found && await tx.selectFrom('network.account').select(['id', 'login'])
      .where('network_id', '=', network).where('id', '=', found.account).where('closed_at', 'is', null).executeTakeFirst();
    if (!account) return refuse('wrong-passkey');
    const { session, ...entered } = await openSession(doing, { account: account.id, login: account.login!, by: 'passkey' });
    await record({ name: 'signed-in', subject: session, hub: entered.hub, body: { account: account.id } });
    return { ...entered, account: account.id };
  },
});
