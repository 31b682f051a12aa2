import { sql } from 'kysely';
import { z } from 'zod';
import { peopleByIds } from '#modules/people/public.ts';
import { query } from '../incubation.ts';

/** The projects that whoever asks accompanies now, those she saw longest ago first. */
export const myCoaching = query({
  name: 'my-coaching',
  says: 'Shows the projects one accompanies, those not seen for longest first.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub, actor }) => {
    const rows = await tx.selectFrom('incubation.cohort_place as place')
      .innerJoin('incubation.application as application', (join) => join.onRef('application.network_id', '=', 'place.network_id').onRef('application.id', '=', 'place.application_id'))
      .innerJoin('incubation.cohort as cohort', (join) => join.onRef('cohort.network_id', '=', 'place.network_id').onRef('cohort.id', '=', 'place.cohort_id'))
      .leftJoin('incubation.venture as venture', (join) => join.onRef('venture.network_id', '=', 'place.network_id').onRef('venture.application_id', '=', 'place.application_id'))
      .select(['application.id', 'application.receipt', 'application.state', 'application.person_id as person', 'venture.id as venture', 'venture.name as ventureName', 'cohort.id as cohort', 'cohort.names as cohortNames',
        sql<string | null>`(select max(a.on_day)::text from incubation.coaching_act a where a.network_id = place.network_id and a.application_id = place.application_id)`.as('seenOn'),
        sql<string>`(select coalesce(sum(a.minutes), 0) from incubation.coaching_act a where a.network_id = place.network_id and a.application_id = place.application_id)`.as('minutes')])
      .where('place.network_id', '=', network).where('place.hub_id', '=', hub).where('place.coach_id', '=', actor.account).where('place.left_at', 'is', null)
      .orderBy(sql`"seenOn" nulls first`).orderBy('application.receipt').limit(200).execute();
    const people = await peopleByIds(tx, rows.map(({ person }) => person));
    return { rows: rows.map(({ person, ...row }) => ({ ...row, minutes: Number(row.minutes), name: people.get(person)?.name ?? null })) };
  },
});
