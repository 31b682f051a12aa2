import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountName } from '#modules/network/public.ts';
import { action } from '../portal.ts';

/** After this long a colleague may go on with a request that somebody opened and left. */
export const HELD_HOURS = 24;

/**
 * Opens a request for oneself. Of two officers at once one wins, the other hears who it was (`request-taken`); a request that a
 * colleague has held for a day may be taken over. One already closed is `request-over`.
 */
export const takeRequest = action({
  name: 'take-request',
  says: 'Opens a request that somebody left at the portal.',
  input: z.strictObject({ request: id() }),
  refuses: ['request-taken', 'request-over'],
  run: async (doing, { request }) => {
    const { tx, network, hub, now, actor, refuse } = doing;
    const [known, ...copies] = await tx.selectFrom('portal.intake').select(['id', 'state', 'taken_by', 'taken_at', 'arrived_at'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('request_id', '=', request)
      .orderBy('arrived_at').orderBy('id').forUpdate().execute();
    if (!known) return doing.absent();
    if (known.state === 'ended') refuse('request-over');
    const left = known.taken_at !== null && now.getTime() - known.taken_at.getTime() >= HELD_HOURS * 3_600_000;
    if (known.state === 'taken' && (known.taken_by === actor.account || !left)) {
      refuse('request-taken', { who: (await accountName(tx, known.taken_by!)) ?? '' });
    }
    await tx.updateTable('portal.intake').set({ state: 'taken', taken_by: actor.account, taken_at: now })
      .where('network_id', '=', network).where('id', 'in', [known, ...copies].map((row) => row.id)).execute();
    const waited_minutes = Math.max(0, Math.floor((now.getTime() - known.arrived_at.getTime()) / 60_000));
    await doing.record({ name: 'request-taken', subject: request, body: { waited_minutes, from_colleague: known.state === 'taken' } });
    return { request };
  },
});
