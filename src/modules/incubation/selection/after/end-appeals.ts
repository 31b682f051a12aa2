import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../../incubation.ts';

/** When the days of appeal are over the call says so; an appeal that came in time is still answered. */
export const endAppeals = action({
  name: 'end-appeals',
  says: 'Ends the days of appeal of a call.',
  input: z.strictObject({ call: id() }),
  run: async ({ tx, network, now, record, absent }, { call }) => {
    const found = (await tx.selectFrom('incubation.call').select(['hub_id', 'state']).where('network_id', '=', network).where('id', '=', call).executeTakeFirst()) ?? absent();
    const until = await tx.selectFrom('incubation.decision').select('appeals_until').where('network_id', '=', network).where('call_id', '=', call).where('appeals_until', '<=', now).executeTakeFirst();
    if (until) await tx.updateTable('incubation.call').set({ state: 'appeals_closed', state_at: now }).where('network_id', '=', network).where('id', '=', call).where('state', '=', 'results_published').execute();
    const open = await tx.selectFrom('incubation.appeal').select(({ fn }) => fn.countAll<string>().as('count')).where('network_id', '=', network).where('call_id', '=', call).where('outcome', 'is', null).executeTakeFirstOrThrow();
    await record({ name: 'appeals-ended', subject: call, hub: found.hub_id, body: { unanswered: Number(open.count) } });
    return { call };
  },
});
