import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { action } from '../network.ts';
import { atScreen } from '../sign-in/at-screen.ts';
import { oneTimePassword } from '../sign-in/password.ts';
import { holdsBeyondHub } from '../staff/holds-beyond-hub.ts';

const MINUTES_TO_USE = 60;

/** A recovery code as it is written on paper: four groups of four. */
export const recoveryCode = () => z.string().transform((typed) => typed.trim().toLowerCase()).pipe(z.string().regex(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/));

/** Confirms what another officer asked for, and gives the code that the colleague is handed in person: once, within the hour. */
export const confirmRecovery = action({
  name: 'confirm-recovery',
  says: 'Confirms a colleague’s new second step, which another officer asked for.',
  input: z.strictObject({ recovery: id(), code: maybe(recoveryCode()) }),
  refuses: ['not-to-yourself', 'role-beyond-hub', 'needs-another-officer', 'recovery-over', 'only-at-a-screen'],
  remembers: false,
  run: async (doing, { recovery, code = oneTimePassword() }) => {
    const { tx, network, actor, now, blind, refuse, absent, record } = doing;
    atScreen(doing);
    const asked = await tx.selectFrom('network.recovery').select(['account_id', 'asked_by', 'hub_id'])
      .where('network_id', '=', network).where('id', '=', recovery).forUpdate().executeTakeFirst();
    if (!asked) return absent();
    const account = asked.account_id;
    if (account === actor.account) refuse('not-to-yourself');
    if (asked.asked_by === actor.account) refuse('needs-another-officer');
    if (await holdsBeyondHub(doing, account)) refuse('role-beyond-hub');
    const confirmed = await tx.updateTable('network.recovery')
      .set({ confirmed_by: actor.account, confirmed_at: now, code_hash: blind('recovery-code', `${account} ${code}`), until_at: new Date(now.getTime() + MINUTES_TO_USE * 60_000) })
      .where('network_id', '=', network).where('id', '=', recovery).where('confirmed_at', 'is', null).where('cancelled_at', 'is', null).where('until_at', '>', now)
      .executeTakeFirst();
    if (confirmed.numUpdatedRows === 0n) refuse('recovery-over');
    await record({ name: 'recovery-confirmed', subject: account, ...(asked.hub_id ? { hub: asked.hub_id } : {}) });
    return { account, code };
  },
});
