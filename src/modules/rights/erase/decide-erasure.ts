import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { rowReach } from '#core/policy/reach.ts';
import { personGroup } from '#modules/people/public.ts';
import { refusalReasons } from '../codes.ts';
import { heldBack } from '../hold/held-back.ts';
import { action } from '../rights.ts';

/**
 * Decides whether somebody is erased: whoever answers for the data, or runs the hub that was asked; never who wrote the request down
 * (`four-eyes`), never while a court or money holds back any file of hers (`held`); where other hubs receive her too, the data protection
 * officer alone (`dpo-decides`). What was decided is carried out by the house itself within a minute and cannot be taken back.
 */
export const decideErasure = action({
  name: 'decide-erasure',
  says: 'Decides whether what is kept of a person is erased.',
  input: z.strictObject({ request: id(), decision: choice(['erase', 'refuse']), reason: maybe(choice(refusalReasons)) }),
  refuses: ['four-eyes', 'dpo-decides', 'held', 'say-why', 'answered-already'],
  run: async (doing, { request, decision, reason }) => {
    const { tx, network, now, actor, record, later, refuse, absent } = doing;
    const row = (await tx.selectFrom('rights.request').select(['id', 'hub_id', 'person_id', 'asked_by', 'basis', 'state', 'for_dpo'])
      .where('network_id', '=', network).where('id', '=', request).where('kind', '=', 'erase').executeTakeFirst()) ?? absent();
    const reach = rowReach(actor);
    const as = reach.auditHubs.includes(row.hub_id) ? 'dpo' : reach.managedHubs.includes(row.hub_id) ? 'hub_manager' : absent();
    if (row.state !== 'open') refuse('answered-already');
    if (row.asked_by === actor.account) refuse('four-eyes');
    if (row.for_dpo && as !== 'dpo') refuse('dpo-decides');
    if (decision === 'refuse' && !reason) refuse('say-why', {}, 'reason');
    const held = await heldBack(doing, await personGroup(tx, row.person_id));
    if (decision === 'erase' && held) refuse('held', { why: held.why, until: held.until });
    const { numUpdatedRows } = await tx.updateTable('rights.request')
      .set({ state: decision === 'erase' ? 'decided' : 'refused', reason: decision === 'erase' ? null : reason!, answered_at: now, answered_by: actor.account, answered_as: as })
      .where('network_id', '=', network).where('id', '=', request).where('state', '=', 'open').executeTakeFirst();
    if (numUpdatedRows === 0n) refuse('answered-already');
    if (decision === 'erase') await later('rights.carry-out-erasure', { request });
    await record({ name: 'erasure-decided', subject: request, hub: row.hub_id, person: row.person_id, body: { basis: row.basis, decision, reason: decision === 'erase' ? null : reason! } });
    return { request, decision };
  },
});
