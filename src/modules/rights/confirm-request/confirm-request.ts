import { z } from 'zod';
import { holds } from '#core/actor.ts';
import { id } from '#core/input.ts';
import { personGroup } from '#modules/people/public.ts';
import { action } from '../rights.ts';

/** For how long the sheet of what is kept of her can be made again after it was confirmed that she asks. */
const packHours = 24;

/**
 * Confirms that it is she who asks to see what is kept of her: only then it opens to the hub she asked, for a day. Whoever leads the team
 * or answers for the data there does it, never whoever wrote the request down (`four-eyes`), and once (`answered-already`).
 */
export const confirmRequest = action({
  name: 'confirm-request',
  says: 'Confirms, as a second colleague, that a person asks to see what is kept of her.',
  input: z.strictObject({ request: id() }),
  refuses: ['four-eyes', 'answered-already'],
  run: async ({ tx, network, now, actor, record, refuse, absent }, { request }) => {
    const row = (await tx.selectFrom('rights.request').select(['hub_id', 'person_id', 'asked_by'])
      .where('network_id', '=', network).where('id', '=', request).where('kind', '=', 'access').executeTakeFirst()) ?? absent();
    if (!holds(actor, ['supervisor', 'dpo'], row.hub_id)) absent();
    if (row.asked_by === actor.account) refuse('four-eyes');
    const until = new Date(now.getTime() + packHours * 3_600_000);
    const { numUpdatedRows } = await tx.updateTable('rights.request').set({ confirmed_at: now, confirmed_by: actor.account, until_at: until })
      .where('network_id', '=', network).where('id', '=', request).where('state', '=', 'open').where('confirmed_at', 'is', null).executeTakeFirst();
    if (numUpdatedRows === 0n) refuse('answered-already');
    await tx.insertInto('rights.subject').values((await personGroup(tx, row.person_id)).map((file) => ({
      network_id: network, request_id: request, person_id: file, hub_id: row.hub_id, reach: 'hub' as const, until_at: until,
    }))).execute();
    await record({ name: 'request-confirmed', subject: request, hub: row.hub_id, person: row.person_id, body: {} });
    return { request, person: row.person_id };
  },
});
