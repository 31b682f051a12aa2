import { z } from 'zod';
import { id, text } from '#core/input.ts';
import { action } from '../currency.ts';

/** Writes down what was found about a pattern; once (`settled-already`). Whether the shop is stopped is another decision. Refuses `why-too-short`. */
export const settleAlert = action({
  name: 'settle-alert',
  says: 'Writes down what was found about a pattern in a shop’s sales.',
  input: z.strictObject({ alert: id(), outcome: text(300) }),
  refuses: ['settled-already', 'why-too-short'],
  run: async ({ tx, network, hub, now, actor, refuse, absent, record }, { alert: of, outcome }) => {
    const row = (await tx.selectFrom('currency.alert').select(['kind', 'settled_at']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', of).executeTakeFirst()) ?? absent();
    if (row.settled_at !== null) refuse('settled-already');
    if (outcome.length < 3) refuse('why-too-short', {}, 'outcome');
    const done = await tx.updateTable('currency.alert').set({ settled_by: actor.account ?? absent(), settled_at: now, outcome }).where('network_id', '=', network).where('id', '=', of).where('settled_at', 'is', null).executeTakeFirst();
    if (Number(done.numUpdatedRows) === 0) refuse('settled-already');
    await record({ name: 'alert-settled', subject: of, body: { kind: row.kind } });
    return { alert: of };
  },
});
