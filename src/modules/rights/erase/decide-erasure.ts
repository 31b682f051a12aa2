import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { refusalReasons } from '../codes.ts';
import { action } from '../rights.ts';

const carriedOutHours = 24;

/**
 * Decides whether somebody is erased; never by whoever wrote the request down (`four-eyes`), never while a court or money holds it back
 * (`held`). What was decided is carried out by the house itself within a minute and cannot be taken back.
 */
export const decideErasure = action({
  name: 'decide-erasure',
  says: 'Decides whether what is kept of a person is erased.',
  input: z.strictObject({ request: id(), decision: choice(['erase', 'refuse']), reason: maybe(choice(refusalReasons)) }),
  refuses: ['four-eyes', 'held', 'say-why', 'answered-already'],
  run: async ({ tx, network, now, actor, record, later, refuse, absent }, { request, decision, reason }) => {
    const row = (await tx.selectFrom('rights.request').select(['id', 'hub_id', 'person_id', 'asked_by', 'basis', 'state'])
      .where('network_id', '=', network).where('id', '=', request).where('kind', '=', 'erase').executeTakeFirst()) ?? absent();
    if (row.state !== 'open') refuse('answered-already');
    if (row.asked_by === actor.account) refuse('four-eyes');
    if (decision === 'refuse' && !reason) refuse('say-why', {}, 'reason');
    const held = await tx.selectFrom('rights.hold').select(['why', 'until_on']).where('network_id', '=', network).where('person_id', '=', row.person_id)
      .where('ended_at', 'is', null).where('until_on', '>=', now.toISOString().slice(0, 10)).orderBy('until_on', 'desc').executeTakeFirst();
    if (decision === 'erase' && held) refuse('held', { why: held.why, until: String(held.until_on) });
    const { numUpdatedRows } = await tx.updateTable('rights.request')
      .set({ state: decision === 'erase' ? 'decided' : 'refused', reason: decision === 'erase' ? null : reason!, answered_at: now, answered_by: actor.account })
      .where('network_id', '=', network).where('id', '=', request).where('state', '=', 'open').executeTakeFirst();
    if (numUpdatedRows === 0n) refuse('answered-already');
    if (decision === 'erase') {
      await tx.insertInto('rights.subject').values({
        network_id: network, request_id: request, person_id: row.person_id, hub_id: row.hub_id, reach: 'everywhere', until_at: new Date(now.getTime() + carriedOutHours * 3_600_000),
      }).execute();
      await later('rights.carry-out-erasure', { request });
    }
    await record({ name: 'erasure-decided', subject: request, hub: row.hub_id, person: row.person_id, body: { basis: row.basis, decision, reason: decision === 'erase' ? null : reason! } });
    return { request, decision };
  },
});
