import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../incubation.ts';
import { dayAt, partnerMayWork } from '../path/worked-application.ts';

/** What a cohort hands in, by day, and which of its applications did; by receipt, never by name. */
export const deliverableList = query({
  name: 'deliverable-list',
  says: 'Shows what a cohort hands in and who did.',
  input: z.strictObject({ cohort: id() }),
  run: async (asking, { cohort }) => {
    const { tx, network, hub, absent } = asking;
    const group = (await tx.selectFrom('incubation.cohort').select(['names', 'from_on', 'until_on', 'closed_at', 'partner_id']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', cohort).executeTakeFirst()) ?? absent();
    const asked = await tx.selectFrom('incubation.deliverable').select(['id', 'names', 'due_on as dueOn']).where('network_id', '=', network).where('cohort_id', '=', cohort).where('dropped_at', 'is', null).orderBy('due_on').orderBy('id').limit(100).execute();
    const places = await tx.selectFrom('incubation.cohort_place as place')
      .innerJoin('incubation.application as application', (join) => join.onRef('application.network_id', '=', 'place.network_id').onRef('application.id', '=', 'place.application_id'))
      .select(['application.id', 'application.receipt']).where('place.network_id', '=', network).where('place.cohort_id', '=', cohort).where('place.left_at', 'is', null).orderBy('application.receipt').execute();
    const handed = await tx.selectFrom('incubation.handed_in').select(['deliverable_id', 'application_id', 'handed_on']).where('network_id', '=', network).where('cohort_id', '=', cohort).execute();
    return {
      cohort, names: group.names, fromOn: group.from_on, untilOn: group.until_on, works: group.closed_at === null && (await partnerMayWork(asking, group.partner_id)), today: await dayAt(asking),
      asked: asked.map((one) => ({
        ...one,
        handed: places.flatMap(({ id: application, receipt }) => handed.filter((row) => row.deliverable_id === one.id && row.application_id === application).map(({ handed_on }) => ({ application, receipt, on: handed_on, late: handed_on > one.dueOn }))),
        missing: places.filter(({ id: application }) => !handed.some((row) => row.deliverable_id === one.id && row.application_id === application)),
      })),
    };
  },
});
