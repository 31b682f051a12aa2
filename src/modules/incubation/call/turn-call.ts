import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../incubation.ts';
import { standingAt } from './call-window.ts';

/**
 * Opens or closes a call when its hour has come by the clock of the database. Nothing depends on it being punctual: whoever applies is
 * let in by the clock itself. A call that stands right already is left alone.
 */
export const turnCall = action({
  name: 'turn-call',
  says: 'Opens or closes a call whose hour has come.',
  input: z.strictObject({ call: id() }),
  run: async ({ tx, network, now, record, absent }, { call }) => {
    const found = (await tx.selectFrom('incubation.call').select(['id', 'hub_id', 'state', 'opens_at', 'closes_at'])
      .where('network_id', '=', network).where('id', '=', call).forUpdate().executeTakeFirst()) ?? absent();
    const state = standingAt(found, now);
    const applied = await tx.selectFrom('incubation.application').select(({ fn }) => fn.countAll<string>().as('count'))
      .where('network_id', '=', network).where('call_id', '=', call).where('submitted_at', 'is not', null).executeTakeFirstOrThrow();
    await tx.updateTable('incubation.call').set({ state, state_at: state === found.state ? undefined : now }).where('network_id', '=', network).where('id', '=', call).execute();
    await record({ name: 'call-turned', subject: call, hub: found.hub_id, body: { state, applied: Number(applied.count) } });
    return { state };
  },
});
