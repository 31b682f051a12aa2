import { sql } from 'kysely';
import { z } from 'zod';
import { peopleByIds } from '#modules/people/public.ts';
import { query } from '../incubation.ts';
import { dayAt } from '../path/worked-application.ts';

const mostActs = 50;

/** The projects whoever asks is a mentor of, those who wait for her answer first: her hours with each, and what she did last. */
export const myMentees = query({
  name: 'my-mentees',
  says: 'Shows a mentor her own mentees, her hours and what she did.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, hub, actor } = asking;
    const me = await tx.selectFrom('incubation.mentor').select(['id', 'most']).where('network_id', '=', network).where('hub_id', '=', hub).where('account_id', '=', actor.account).where('left_at', 'is', null).executeTakeFirst();
    const today = await dayAt(asking);
    if (!me) return { mentor: null, today, mentees: [], acts: [], minutes: 0 };
    const rows = await tx.selectFrom('incubation.mentoring as mentoring')
      .innerJoin('incubation.application as application', (join) => join.onRef('application.network_id', '=', 'mentoring.network_id').onRef('application.id', '=', 'mentoring.application_id'))
      .leftJoin('incubation.venture as venture', (join) => join.onRef('venture.network_id', '=', 'mentoring.network_id').onRef('venture.application_id', '=', 'mentoring.application_id'))
      .select(['mentoring.id', 'mentoring.state', 'mentoring.reasons', 'mentoring.proposed_at as proposedAt', 'application.id as application', 'application.receipt', 'application.state as stands', 'application.person_id as person', 'venture.id as venture', 'venture.name as ventureName'])
      .where('mentoring.network_id', '=', network).where('mentoring.mentor_id', '=', me.id).where('mentoring.state', 'in', ['proposed', 'accepted'])
      .orderBy('mentoring.state', 'desc').orderBy('mentoring.proposed_at').limit(50).execute();
    const acts = rows.length === 0 ? [] : await tx.selectFrom('incubation.coaching_act').select(['id', 'application_id as application', 'kind', 'minutes', 'on_day as on']).where('network_id', '=', network).where('account_id', '=', actor.account!)
      .where('application_id', 'in', rows.map(({ application }) => application)).orderBy('on_day', 'desc').orderBy('id', 'desc').limit(mostActs).execute();
    const hours = rows.length === 0 ? [] : await tx.selectFrom('incubation.coaching_act').select(['application_id as application', sql<string>`sum(minutes)`.as('minutes'), sql<string>`max(on_day)::text`.as('lastOn')]).where('network_id', '=', network).where('account_id', '=', actor.account!)
      .where('application_id', 'in', rows.map(({ application }) => application)).groupBy('application_id').execute();
    const people = await peopleByIds(tx, rows.map(({ person }) => person));
    const receipts = new Map(rows.map(({ application, receipt }) => [application, receipt]));
    return {
      mentor: { id: me.id, most: me.most }, today,
      mentees: rows.map(({ person, ...row }) => {
        const mine = hours.find(({ application }) => application === row.application);
        return { ...row, name: people.get(person)?.name ?? null, minutes: Number(mine?.minutes ?? 0), lastOn: mine?.lastOn ?? null };
      }),
      acts: acts.map((act) => ({ ...act, receipt: receipts.get(act.application)! })), minutes: hours.reduce((sum, { minutes }) => sum + Number(minutes), 0),
    };
  },
});
