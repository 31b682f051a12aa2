import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { endReasons } from '../codes.ts';
import { action } from '../funding.ts';
import { knownGrant } from '../grant/known-grant.ts';
import { knownSubGrant } from './known-sub-grant.ts';

/** Ends a sub-grant that was awarded and whose body never signed its contract. Its grant is cancelled, and its money is free in the fund again. */
export const lapseSubGrant = action({
  name: 'lapse-sub-grant',
  says: 'Ends an awarded sub-grant whose contract is never signed.',
  input: z.strictObject({ sub_grant: id(), reason: choice(endReasons) }),
  refuses: ['wrong-step'],
  run: async (doing, { sub_grant: of, reason }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const proposal = await knownSubGrant(doing, of);
    if (proposal.state !== 'awarded') refuse('wrong-step');
    const grant = await knownGrant(doing, proposal.grant_id!);
    if (grant.state !== 'approved') refuse('wrong-step');
    await tx.updateTable('funding.tranche').set({ state: 'dropped' }).where('network_id', '=', network).where('grant_id', '=', grant.id).execute();
    await tx.updateTable('funding.grant').set({ state: 'cancelled', state_at: now, ended_by: actor.account, ended_reason: reason }).where('network_id', '=', network).where('id', '=', grant.id).execute();
    await tx.updateTable('funding.sub_grant').set({ state: 'lapsed', state_at: now, ended_by: actor.account, ended_reason: reason }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'sub-grant-lapsed', subject: of, organization: proposal.organization_id, body: { amount_minor: grant.amount, currency: grant.currency, reason } });
    return { sub_grant: of };
  },
});
