import { z } from 'zod';
import { id } from '#core/input.ts';
import { managesNetwork } from '../managed-hub.ts';
import { action } from '../network.ts';
import { atScreen } from '../sign-in/at-screen.ts';

/** Confirms a role that another officer gave; it counts from then on. Never one's own, never one that oneself gave. */
export const confirmRole = action({
  name: 'confirm-role',
  says: 'Confirms a role that another officer gave to a colleague.',
  input: z.strictObject({ grant: id() }),
  refuses: ['not-to-yourself', 'needs-another-officer', 'role-not-yours-to-give', 'only-at-a-screen'],
  run: async (doing, { grant }) => {
    const { tx, network, actor, now, refuse, absent, record } = doing;
    atScreen(doing);
    const waiting = await tx.selectFrom('network.held_role').select(['account_id', 'granted_by', 'role', 'scope', 'hub_id'])
      .where('network_id', '=', network).where('id', '=', grant).where('waits', '=', true).where('revoked_at', 'is', null).forUpdate().executeTakeFirst();
    if (!waiting) return absent();
    if (waiting.account_id === actor.account) refuse('not-to-yourself');
    if (waiting.granted_by === actor.account) refuse('needs-another-officer');
    if (!managesNetwork(actor) && ['network_admin', 'protection_officer'].includes(waiting.role)) refuse('role-not-yours-to-give');
    await tx.updateTable('network.held_role').set({ waits: false, confirmed_by: actor.account, confirmed_at: now })
      .where('network_id', '=', network).where('id', '=', grant).execute();
    await record({ name: 'role-confirmed', subject: waiting.account_id, ...(waiting.hub_id ? { hub: waiting.hub_id } : {}), body: { role: waiting.role, scope: waiting.scope } });
    return { grant };
  },
});
