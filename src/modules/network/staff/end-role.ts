import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../network.ts';

/** Takes a role back; it stops within a second. Row-level security lets a manager reach the roles of her own hub only. */
export const endRole = action({
  name: 'end-role',
  says: 'Takes a role back.',
  input: z.strictObject({ grant: id() }),
  refuses: ['role-already-ended'],
  run: async ({ tx, network, actor, now, refuse, absent, record }, { grant }) => {
    const ended = await tx
      .updateTable('network.held_role')
      .set({ revoked_at: now, revoked_by: actor.account })
      .where('network_id', '=', network).where('id', '=', grant).where('revoked_at', 'is', null)
      .returning(['account_id', 'role', 'hub_id'])
      .executeTakeFirst();
    if (!ended) {
      const over = await tx
        .selectFrom('network.held_role').select('hub_id')
        .where('network_id', '=', network).where('id', '=', grant).where('revoked_at', 'is not', null).executeTakeFirst();
      return over ? refuse('role-already-ended') : absent();
    }
    await record({ name: 'role-ended', subject: ended.account_id, ...(ended.hub_id ? { hub: ended.hub_id } : {}), body: { role: ended.role } });
    return { account: ended.account_id };
  },
});
