import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { id, isoDate, multilingual } from '#core/input.ts';
import { openCohortOf } from '../cohort/change-cohort.ts';
import { action, type IncubationTables } from '../incubation.ts';
import { dayAt, herself, partnerMayWork, workedApplication, workRefusals } from '../path/worked-application.ts';

/** Asks every application of a cohort for something by a day within its time. */
export const setDeliverable = action({
  name: 'set-deliverable',
  says: 'Asks every application of a cohort for something by a day.',
  input: z.strictObject({ cohort: id(), names: multilingual(200), due_on: isoDate() }),
  refuses: ['cohort-over', 'agreement-over', 'outside-cohort'],
  run: async (doing, { cohort, names, due_on }) => {
    const { tx, network, hub, now, actor } = doing;
    const group = await openCohortOf(doing, cohort);
    if (!(await partnerMayWork(doing, group.partner_id))) doing.refuse('agreement-over');
    if (due_on < group.from_on || due_on > group.until_on) doing.refuse('outside-cohort', {}, 'due_on');
    const deliverable = newId(now.getTime());
    await tx.insertInto('incubation.deliverable').values({ network_id: network, id: deliverable, hub_id: hub, cohort_id: cohort, names, due_on, set_at: now, set_by: actor.account, dropped_at: null }).execute();
    await doing.record({ name: 'deliverable-set', subject: cohort, body: { deliverable, due_on } });
    return { cohort, deliverable };
  },
});

async function askedFor({ tx, network, hub, absent }: Doing<IncubationTables>, deliverable: string) {
  return (await tx.selectFrom('incubation.deliverable').select(['cohort_id', 'dropped_at'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', deliverable).forUpdate().executeTakeFirst()) ?? absent();
}

/** Asks for it no longer; what was handed in stays. */
export const dropDeliverable = action({
  name: 'drop-deliverable',
  says: 'Asks a cohort for something no longer.',
  input: z.strictObject({ deliverable: id() }),
  refuses: ['cohort-over', 'dropped-already'],
  run: async (doing, { deliverable }) => {
    const { tx, network, now } = doing;
    const asked = await askedFor(doing, deliverable);
    await openCohortOf(doing, asked.cohort_id);
    if (asked.dropped_at) doing.refuse('dropped-already');
    await tx.updateTable('incubation.deliverable').set({ dropped_at: now }).where('network_id', '=', network).where('id', '=', deliverable).execute();
    await doing.record({ name: 'deliverable-dropped', subject: asked.cohort_id, body: { deliverable } });
    return { cohort: asked.cohort_id };
  },
});

/** Writes down that an application of the cohort handed it in, on the day it did. */
export const noteHandedIn = action({
  name: 'note-handed-in',
  says: 'Writes down that a project handed in what its cohort was asked for.',
  input: z.strictObject({ deliverable: id(), application: id(), on: isoDate() }),
  refuses: [...workRefusals, 'dropped-already', 'handed-in-already', 'day-to-come', 'not-in-cohort'],
  run: async (doing, { deliverable, application, on }) => {
    const { tx, network, hub, now, actor } = doing;
    const asked = await askedFor(doing, deliverable);
    if (asked.dropped_at) doing.refuse('dropped-already');
    const row = await workedApplication(doing, application, { over: true });
    if (on > (await dayAt(doing))) doing.refuse('day-to-come', {}, 'on');
    const place = await tx.selectFrom('incubation.cohort_place').select('id').where('network_id', '=', network).where('cohort_id', '=', asked.cohort_id).where('application_id', '=', application).where('left_at', 'is', null).executeTakeFirst();
    if (!place) doing.refuse('not-in-cohort');
    const noted = await tx.insertInto('incubation.handed_in').values({
      network_id: network, hub_id: hub, cohort_id: asked.cohort_id, deliverable_id: deliverable, application_id: application, person_id: row.person_id, handed_on: on, noted_by: actor.account, noted_at: now,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!Number(noted.numInsertedOrUpdatedRows)) doing.refuse('handed-in-already');
    await doing.record({ name: 'deliverable-handed-in', subject: application, ...herself(row), body: { deliverable, on } });
    return { cohort: asked.cohort_id };
  },
});
