import { z } from 'zod';
import { clockTime, id, isoDate, multilingual } from '#core/input.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { asJson } from '#modules/desk/public.ts';
import { hubCard } from '#modules/network/public.ts';
import { standingAt, windowOf } from '../call/call-window.ts';
import { ownCall } from '../call/own-call.ts';
import { action } from '../incubation.ts';

const MOST = 20;

/**
 * Moves the closing of a published call to a later moment, with a reason that everybody reads beside it. Never earlier, and never once it
 * came by the clock of the database. Who handed in before keeps the age she was judged by; from now on ages are counted on the new day.
 */
export const extendCall = action({
  name: 'extend-call',
  says: 'Moves the closing of a call to a later moment, with a reason.',
  input: z.strictObject({ call: id(), closes: isoDate(), closes_hour: clockTime(), reason: multilingual(1_000) }),
  refuses: ['closing-not-movable', 'closing-not-later', 'extended-too-often'],
  run: async (doing, { call: wanted, closes, closes_hour, reason }) => {
    const { tx, network, now, actor, refuse } = doing;
    const call = await ownCall(doing, wanted, { lock: true });
    const standing = standingAt(call, now);
    if (standing !== 'published' && standing !== 'open') refuse('closing-not-movable');
    const { timeZone } = (await hubCard(tx, call.hub_id)) ?? doing.absent();
    const opened = clockIn(timeZone, call.opens_at);
    const { closes_at, closes_on } = windowOf(timeZone, { opens: opened.date, opens_hour: opened.time, closes, closes_hour });
    if (closes_at <= call.closes_at) refuse('closing-not-later', {}, 'closes');
    const { last } = await tx.selectFrom('incubation.call_extension').select(({ fn }) => fn.max('n').as('last'))
      .where('network_id', '=', network).where('call_id', '=', call.id).executeTakeFirstOrThrow();
    const n = (last ?? 0) + 1;
    if (n > MOST) refuse('extended-too-often');
    await tx.insertInto('incubation.call_extension').values({
      network_id: network, hub_id: call.hub_id, call_id: call.id, n, closes_from: call.closes_at, closes_to: closes_at, day_from: call.closes_on, day_to: closes_on,
      reason: asJson(reason), moved_by: actor.account, moved_at: now,
    }).execute();
    await tx.updateTable('incubation.call').set({ closes_at, closes_on }).where('network_id', '=', network).where('id', '=', call.id).execute();
    await doing.record({ name: 'call-extended', subject: call.id, body: { from: call.closes_at.toISOString(), to: closes_at.toISOString(), times: n } });
    // The job of the closing before finds the call open still and leaves it so.
    await doing.later('incubation.turn-call', { call: call.id }, { at: new Date(closes_at.getTime() + 1_000), key: `call-closes ${call.id} ${n}` });
    return { call: call.id };
  },
});
