import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id } from '#core/input.ts';
import { hubsOf } from '#modules/network/public.ts';
import { currencies } from '#core/money.ts';
import { approvingRoles } from '../codes.ts';
import { action, query } from '../funding.ts';
import { amount, minorOf } from '../money.ts';

/**
 * Says up to which amount a role of a hub approves grants alone, and up to which with a committee that had its quorum. The one before
 * ends. Without a limit nobody approves. Set by who administers the network: nobody sets her own.
 */
export const setApprovalLimit = action({
  name: 'set-approval-limit',
  says: 'Sets up to which amount a role may approve grants.',
  input: z.strictObject({ hub: id(), role: choice(approvingRoles), currency: choice(currencies), alone: amount(), most: amount() }),
  refuses: ['amount-odd', 'limits-crossed'],
  run: async ({ tx, network, now, actor, refuse, absent, record }, { hub, role, currency, ...typed }) => {
    const alone_minor = minorOf(typed.alone, currency) ?? refuse('amount-odd', {}, 'alone');
    const most_minor = minorOf(typed.most, currency) ?? refuse('amount-odd', {}, 'most');
    if (alone_minor > most_minor) refuse('limits-crossed', {}, 'most');
    if (!(await hubsOf(tx)).some((each) => each.id === hub)) absent();
    const which = tx.updateTable('funding.approval_limit').set({ ended_at: now }).where('network_id', '=', network);
    await which.where('hub_id', '=', hub).where('role', '=', role).where('currency', '=', currency).where('ended_at', 'is', null).execute();
    const limit = newId(now.getTime());
    await tx.insertInto('funding.approval_limit').values({ network_id: network, id: limit, hub_id: hub, role, currency, alone_minor, most_minor, set_at: now, set_by: actor.account, ended_at: null }).execute();
    await record({ name: 'approval-limit-set', subject: limit, hub, body: { role, alone_minor, most_minor, currency } });
    return { limit };
  },
});

/** The limits in force, of her hub or of every hub for who administers the network. */
export const approvalLimits = query({
  name: 'approval-limits',
  says: 'Up to which amount each role may approve grants.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => {
    const hubs = await hubsOf(tx);
    const rows = await tx.selectFrom('funding.approval_limit').selectAll().where('network_id', '=', network).where('ended_at', 'is', null).orderBy('hub_id').orderBy('role').execute();
    return {
      hubs: hubs.map(({ id: hub, names }) => ({ id: hub, names })),
      limits: rows.map((row) => ({
        id: row.id, role: row.role, currency: row.currency, alone: Number(row.alone_minor), most: Number(row.most_minor), since: row.set_at,
        hub: hubs.find(({ id: hub }) => hub === row.hub_id)?.names ?? {},
      })),
    };
  },
});
