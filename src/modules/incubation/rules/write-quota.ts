import { newId } from '#core/id.ts';
import { territoryCard } from '#modules/network/public.ts';
import { draftedCall } from '../call/own-call.ts';
import { action } from '../incubation.ts';
import { isQuotaValue, quotaInput } from './quota.input.ts';

/** Says how many of one kind are selected at least, at most or exactly; the same quota written again takes the new number. */
export const writeQuota = action({
  name: 'write-quota',
  says: 'Says how many of one kind a call selects at least, at most or exactly.',
  input: quotaInput,
  refuses: ['call-published', 'quota-value-unknown', 'quota-too-large'],
  run: async (doing, { call: wanted, ...quota }) => {
    const { tx, network, now, refuse } = doing;
    const call = await draftedCall(doing, wanted);
    const known = isQuotaValue(quota.dimension, quota.value) && (quota.dimension !== 'territory' || (await territoryCard(tx, quota.value)) !== undefined);
    if (!known) refuse('quota-value-unknown', {}, 'value');
    if (quota.places > call.places) refuse('quota-too-large', { places: quota.places, most: call.places }, 'places');
    const same = tx.selectFrom('incubation.quota').select(['position', 'dimension', 'value', 'rule']).where('network_id', '=', network).where('call_id', '=', call.id);
    const rows = await same.execute();
    const before = rows.find(({ dimension, value, rule }) => dimension === quota.dimension && value === quota.value && rule === quota.rule);
    await tx.deleteFrom('incubation.quota').where('network_id', '=', network).where('call_id', '=', call.id)
      .where('dimension', '=', quota.dimension).where('value', '=', quota.value).where('rule', '=', quota.rule).execute();
    const id = newId(now.getTime());
    await tx.insertInto('incubation.quota').values({
      network_id: network, id, call_id: call.id, position: before?.position ?? Math.max(0, ...rows.map(({ position }) => position)) + 1, ...quota,
    }).execute();
    const { dimension, value, rule, places } = quota;
    await doing.record({ name: 'quota-written', subject: call.id, body: { dimension, value, rule, places } });
    return { call: call.id, quota: id };
  },
});
