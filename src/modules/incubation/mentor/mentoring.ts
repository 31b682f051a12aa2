import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id } from '#core/input.ts';
import { action, type IncubationTables } from '../incubation.ts';
import { herself, workedApplication, workRefusals } from '../path/worked-application.ts';
import { fittingMentors } from './fitting-mentors.ts';

/** Proposes a mentor to an application; why she fits is kept with the proposal. Never more than she takes at a time. */
export const proposeMentor = action({
  name: 'propose-mentor',
  says: 'Proposes a mentor for a project.',
  input: z.strictObject({ application: id(), mentor: id() }),
  refuses: [...workRefusals, 'mentor-left', 'mentor-full', 'mentored-already'],
  run: async (doing, { application, mentor }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedApplication(doing, application);
    const known = (await tx.selectFrom('incubation.mentor').select(['left_at', 'most']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', mentor).executeTakeFirst()) ?? doing.absent();
    if (known.left_at) doing.refuse('mentor-left');
    // The row of the mentor is held first: who proposes at the same time waits here and counts anew.
    await tx.selectFrom('incubation.mentor').select('id').where('network_id', '=', network).where('id', '=', mentor).forUpdate().execute();
    const fits = (await fittingMentors(doing, application)).find((one) => one.id === mentor);
    if (!fits || fits.taken >= known.most) return doing.refuse('mentor-full', { most: known.most });
    const mentoring = newId(now.getTime());
    const proposed = await tx.insertInto('incubation.mentoring').values({
      network_id: network, id: mentoring, hub_id: hub, mentor_id: mentor, application_id: application, person_id: row.person_id, reasons: [...fits.reasons], state: 'proposed',
      proposed_at: now, proposed_by: actor.account, answered_at: null, ended_at: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!Number(proposed.numInsertedOrUpdatedRows)) doing.refuse('mentored-already');
    await doing.record({ name: 'mentor-proposed', subject: application, ...herself(row), body: { reasons: [...fits.reasons] } });
    return { mentoring, application };
  },
});

async function mentoringOf({ tx, network, hub, absent }: Doing<IncubationTables>, mentoring: string) {
  return (await tx.selectFrom('incubation.mentoring').select(['application_id', 'state', 'mentor_id'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', mentoring).forUpdate().executeTakeFirst()) ?? absent();
}

/** What the mentor answered; written down for one who has no account. */
export const answerMentoring = action({
  name: 'answer-mentoring',
  says: 'Writes down whether a mentor accepts.',
  input: z.strictObject({ mentoring: id(), answer: choice(['accepted', 'declined']) }),
  refuses: [...workRefusals, 'decided-already'],
  run: async (doing, { mentoring, answer }) => {
    const { tx, network, now } = doing;
    const one = await mentoringOf(doing, mentoring);
    const row = await workedApplication(doing, one.application_id);
    if (one.state !== 'proposed') doing.refuse('decided-already');
    await tx.updateTable('incubation.mentoring').set({ state: answer, answered_at: now }).where('network_id', '=', network).where('id', '=', mentoring).execute();
    await doing.record({ name: 'mentoring-answered', subject: row.id, ...herself(row), body: { answer } });
    return { application: row.id };
  },
});

/** Ends the time with a mentor; her place is free for another. */
export const endMentoring = action({
  name: 'end-mentoring',
  says: 'Ends the time of a project with its mentor.',
  input: z.strictObject({ mentoring: id() }),
  refuses: [...workRefusals, 'decided-already'],
  run: async (doing, { mentoring }) => {
    const { tx, network, now } = doing;
    const one = await mentoringOf(doing, mentoring);
    const row = await workedApplication(doing, one.application_id, { over: true });
    if (one.state !== 'accepted') doing.refuse('decided-already');
    await tx.updateTable('incubation.mentoring').set({ state: 'ended', ended_at: now }).where('network_id', '=', network).where('id', '=', mentoring).execute();
    await doing.record({ name: 'mentoring-ended', subject: row.id, ...herself(row), body: {} });
    return { application: row.id };
  },
});
