import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { action, type NetworkTables } from '../network.ts';
import { ownSession } from '../sign-in/own-session.ts';

/** Takes one of her passkeys back: a phone she lost or sold. */
export const revokePasskey = action({
  name: 'revoke-passkey',
  says: 'Takes a passkey of one’s own back.',
  input: z.strictObject({ passkey: id() }),
  refuses: ['last-second-step'],
  run: async (doing, { passkey }) => {
    const { tx, network, now, absent, record } = doing;
    const { account } = ownSession(doing);
    const revoked = await tx.updateTable('network.passkey').set({ revoked_at: now })
      .where('network_id', '=', network).where('id', '=', passkey).where('account_id', '=', account).where('revoked_at', 'is', null).executeTakeFirst();
    if (revoked.numUpdatedRows === 0n) absent();
    await keepOne(doing, account);
    await record({ name: 'second-step-ended', subject: account, body: { by: 'passkey' } });
    return { passkey };
  },
});

/** Gives up the codes of her authenticator app. */
export const endCode = action({
  name: 'end-code',
  says: 'Gives up the codes of the authenticator app.',
  input: z.strictObject({}),
  refuses: ['last-second-step'],
  run: async (doing) => {
    const { tx, network, now, absent, record } = doing;
    const { account } = ownSession(doing);
    const ended = await tx.updateTable('network.code_secret').set({ revoked_at: now })
      .where('network_id', '=', network).where('account_id', '=', account).where('revoked_at', 'is', null).executeTakeFirst();
    if (ended.numUpdatedRows === 0n) absent();
    await keepOne(doing, account);
    await record({ name: 'second-step-ended', subject: account, body: { by: 'code' } });
    return {};
  },
});

/** A colleague always keeps a second step; only in a network flagged demo may the last one go. */
async function keepOne({ tx, network, refuse }: Doing<NetworkTables>, account: string): Promise<void> {
  const left = (table: 'network.passkey' | 'network.code_secret') =>
    tx.selectFrom(table).select('id').where('network_id', '=', network).where('account_id', '=', account).where('revoked_at', 'is', null).executeTakeFirst();
  if ((await left('network.passkey')) ?? (await left('network.code_secret'))) return;
  const { demo } = await tx.selectFrom('network.network').select('demo').where('network_id', '=', network).executeTakeFirstOrThrow();
  if (!demo) refuse('last-second-step');
  await tx.updateTable('network.account').set({ second_step_at: null }).where('network_id', '=', network).where('id', '=', account).execute();
}
