import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id, isoDate, wholeNumber } from '#core/input.ts';
import { action, type IncubationTables } from '../incubation.ts';
import { coachingKinds } from '../path/venture-codes.ts';
import { aboutHer, dayAt, herself, workedApplication, workRefusals } from '../path/worked-application.ts';

/** The mentoring of an application by whoever acts; absent for everybody else's. */
async function mine({ tx, network, hub, actor, absent }: Doing<IncubationTables>, mentoring: string) {
  return (await tx.selectFrom('incubation.mentoring as mentoring')
    .innerJoin('incubation.mentor as mentor', (join) => join.onRef('mentor.network_id', '=', 'mentoring.network_id').onRef('mentor.id', '=', 'mentoring.mentor_id'))
    .select(['mentoring.application_id', 'mentoring.state']).where('mentoring.network_id', '=', network).where('mentoring.hub_id', '=', hub).where('mentoring.id', '=', mentoring)
    .where('mentor.account_id', '=', actor.account).where('mentor.left_at', 'is', null).forUpdate('mentoring').executeTakeFirst()) ?? absent();
}

/** A mentor says herself whether she accepts who was proposed to her. */
export const answerAsMentor = action({
  name: 'answer-as-mentor',
  says: 'Says as a mentor whether one accepts a project.',
  input: z.strictObject({ mentoring: id(), answer: choice(['accepted', 'declined']) }),
  refuses: [...workRefusals, 'decided-already'],
  run: async (doing, { mentoring, answer }) => {
    const { tx, network, now } = doing;
    const one = await mine(doing, mentoring);
    const row = await workedApplication(doing, one.application_id);
    if (one.state !== 'proposed') doing.refuse('decided-already');
    await tx.updateTable('incubation.mentoring').set({ state: answer, answered_at: now }).where('network_id', '=', network).where('id', '=', mentoring).execute();
    await doing.record({ name: 'mentoring-answered', subject: row.id, ...herself(row), body: { answer } });
    return { mentoring };
  },
});

/** A mentor writes down an act of hers with its minutes, for a project she accepted. */
export const recordMentoring = action({
  name: 'record-mentoring',
  says: 'Writes down what a mentor did for a project, and the minutes it took.',
  input: z.strictObject({ mentoring: id(), kind: choice(coachingKinds), minutes: wholeNumber(1, 600), on: isoDate() }),
  refuses: [...workRefusals, 'day-to-come', 'not-accepted'],
  run: async (doing, { mentoring, kind, minutes, on }) => {
    const { tx, network, hub, now, actor } = doing;
    const one = await mine(doing, mentoring);
    const row = await workedApplication(doing, one.application_id);
    if (one.state !== 'accepted') doing.refuse('not-accepted', {}, 'mentoring');
    if (on > (await dayAt(doing))) doing.refuse('day-to-come', {}, 'on');
    const act = newId(now.getTime());
    await tx.insertInto('incubation.coaching_act').values({
      network_id: network, id: act, hub_id: hub, application_id: row.id, person_id: row.person_id, kind, minutes, on_day: on, account_id: actor.account!, recorded_at: now,
    }).execute();
    await doing.record({ name: 'coaching-recorded', subject: row.id, ...herself(row), body: { ...(await aboutHer(doing, row)), on, act: kind, minutes } });
    return { act, mentoring };
  },
});
