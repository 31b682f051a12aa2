import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id, maybe } from '#core/input.ts';
import { agreementInForce } from '#modules/network/public.ts';
import { action, type IncubationTables } from '../incubation.ts';

/** An open cohort of this hub, held until the transaction ends. Refuses `cohort-over` once it was closed. */
export async function openCohortOf({ tx, network, hub, absent, refuse }: Doing<IncubationTables>, cohort: string) {
  const row = (await tx.selectFrom('incubation.cohort').selectAll()
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', cohort).forUpdate().executeTakeFirst()) ?? absent();
  if (row.closed_at) refuse('cohort-over');
  return row;
}

/** Gives a cohort to another partner, or takes it back to the hub: how work goes on when the partner's agreement has ended. */
export const handOverCohort = action({
  name: 'hand-over-cohort',
  says: 'Gives a cohort to another partner, or takes it back to the hub.',
  input: z.strictObject({ cohort: id(), partner: maybe(id()) }),
  refuses: ['cohort-over', 'no-agreement'],
  run: async (doing, { cohort, partner }) => {
    const { tx, network, hub, now } = doing;
    await openCohortOf(doing, cohort);
    if (partner && !(await agreementInForce(tx, { opens: 'delegated-service', organization: partner, hub, at: now }))) doing.refuse('no-agreement', {}, 'partner');
    await tx.updateTable('incubation.cohort').set({ partner_id: partner ?? null }).where('network_id', '=', network).where('id', '=', cohort).execute();
    await doing.record({ name: 'cohort-handed-over', subject: cohort, organization: partner ?? null, body: { partner: partner !== undefined } });
    return { cohort };
  },
});

/** Closes a cohort. Whoever is in it keeps her state; her place ends. */
export const closeCohort = action({
  name: 'close-cohort',
  says: 'Closes a cohort.',
  input: z.strictObject({ cohort: id() }),
  refuses: ['cohort-over'],
  run: async (doing, { cohort }) => {
    const { tx, network, now } = doing;
    await openCohortOf(doing, cohort);
    const left = await tx.updateTable('incubation.cohort_place').set({ left_at: now }).where('network_id', '=', network).where('cohort_id', '=', cohort).where('left_at', 'is', null).executeTakeFirst();
    await tx.updateTable('incubation.cohort').set({ closed_at: now }).where('network_id', '=', network).where('id', '=', cohort).execute();
    await doing.record({ name: 'cohort-closed', subject: cohort, body: { count: Number(left.numUpdatedRows) } });
    return { cohort };
  },
});
