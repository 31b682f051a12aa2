import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, isoDate } from '#core/input.ts';
import { dayHere } from '#modules/network/public.ts';
import { holdReasons } from '../codes.ts';
import { action } from '../rights.ts';

/** Keeps what is kept of somebody from being erased until a day: a court asks for it, or money has to be shown. */
export const setHold = action({
  name: 'set-hold',
  says: 'Keeps what is kept of a person from being erased until a day.',
  input: z.strictObject({ request: id(), why: choice(holdReasons), until: isoDate() }),
  refuses: ['day-is-past'],
  run: async (doing, { request, why, until }) => {
    const { tx, network, now, actor, record, refuse, absent } = doing;
    const row = (await tx.selectFrom('rights.request').select(['hub_id', 'person_id']).where('network_id', '=', network).where('id', '=', request).executeTakeFirst()) ?? absent();
    if (until < (await dayHere(doing))) refuse('day-is-past', {}, 'until');
    const hold = newId(now.getTime());
    await tx.insertInto('rights.hold').values({
      network_id: network, id: hold, hub_id: row.hub_id, person_id: row.person_id, why, until_on: until, set_at: now, set_by: actor.account!, ended_at: null, ended_by: null,
    }).execute();
    await record({ name: 'hold-set', subject: hold, hub: row.hub_id, person: row.person_id, body: { why, until } });
    return { hold };
  },
});

/** Lifts a hold before its day. */
export const endHold = action({
  name: 'end-hold',
  says: 'Lifts what kept a person’s data from being erased.',
  input: z.strictObject({ hold: id() }),
  run: async ({ tx, network, now, actor, record, absent }, { hold }) => {
    const row = (await tx.updateTable('rights.hold').set({ ended_at: now, ended_by: actor.account })
      .where('network_id', '=', network).where('id', '=', hold).where('ended_at', 'is', null).returning(['hub_id', 'person_id']).executeTakeFirst()) ?? absent();
    await record({ name: 'hold-ended', subject: hold, hub: row.hub_id, person: row.person_id, body: {} });
    return { hold };
  },
});
