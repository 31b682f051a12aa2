import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, isoDate, maybe, multilingual, wholeNumber } from '#core/input.ts';
import { agreementInForce, organizationCard } from '#modules/network/public.ts';
import { action } from '../incubation.ts';

/** Opens a cohort: at the hub itself, or with a partner body whose agreement on delegated services is in force. */
export const openCohort = action({
  name: 'open-cohort',
  says: 'Opens a cohort for selected applications.',
  input: z.strictObject({ names: multilingual(120), call: maybe(id()), partner: maybe(id()), from_on: isoDate(), until_on: isoDate(), places: wholeNumber(1, 10_000) }),
  refuses: ['ends-before-it-begins', 'no-agreement'],
  run: async (doing, { names, call, partner, from_on, until_on, places }) => {
    const { tx, network, hub, now, actor } = doing;
    if (until_on < from_on) doing.refuse('ends-before-it-begins', {}, 'until_on');
    if (call) (await tx.selectFrom('incubation.call').select('id').where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', call).executeTakeFirst()) ?? doing.absent();
    if (partner) {
      (await organizationCard(tx, partner)) ?? doing.absent();
      if (!(await agreementInForce(tx, { opens: 'delegated-service', organization: partner, hub, at: now }))) doing.refuse('no-agreement', {}, 'partner');
    }
    const cohort = newId(now.getTime());
    await tx.insertInto('incubation.cohort').values({
      network_id: network, id: cohort, hub_id: hub, call_id: call ?? null, names, from_on, until_on, partner_id: partner ?? null, places, opened_at: now, opened_by: actor.account, closed_at: null,
    }).execute();
    await doing.record({ name: 'cohort-opened', subject: cohort, organization: partner ?? null, body: { places, partner: partner !== undefined } });
    return { cohort };
  },
});
