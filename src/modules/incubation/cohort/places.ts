import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id, maybe, text } from '#core/input.ts';
import { accountsAt } from '#modules/network/public.ts';
import { coachRoles } from '../venture-access.ts';
import { action, type IncubationTables } from '../incubation.ts';
import { dropoutReasons } from '../path/venture-codes.ts';
import { aboutHer, herself, moveOn, partnerMayWork, workedApplication, workRefusals } from '../path/worked-application.ts';
import { tellPersons } from '../steps/tell-persons.ts';
import { openCohortOf } from './change-cohort.ts';

/** Takes a selected application into a cohort, by its receipt, with the coach who accompanies her. */
export const enterCohort = action({
  name: 'enter-cohort',
  says: 'Takes a selected application into a cohort.',
  input: z.strictObject({ cohort: id(), receipt: text(16), coach: maybe(id()) }),
  refuses: [...workRefusals, 'unknown-receipt', 'already-in-cohort', 'cohort-full', 'other-call', 'coach-not-here'],
  run: async (doing, { cohort, receipt, coach }) => {
    const { tx, network, hub, now } = doing;
    const group = await openCohortOf(doing, cohort);
    if (!(await partnerMayWork(doing, group.partner_id))) doing.refuse('agreement-over');
    const found = await tx.selectFrom('incubation.application').select(['id', 'call_id'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('receipt', '=', receipt.toUpperCase().replace(/[\s-]/g, '')).executeTakeFirst();
    if (!found) return doing.refuse('unknown-receipt', {}, 'receipt');
    if (group.call_id && group.call_id !== found.call_id) doing.refuse('other-call', {}, 'receipt');
    const row = await workedApplication(doing, found.id);
    await coachHere(doing, coach);
    const { taken } = await tx.selectFrom('incubation.cohort_place').select(({ fn }) => fn.countAll<string>().as('taken'))
      .where('network_id', '=', network).where('cohort_id', '=', cohort).where('left_at', 'is', null).executeTakeFirstOrThrow();
    if (Number(taken) >= group.places) doing.refuse('cohort-full', { places: group.places });
    const entered = await tx.insertInto('incubation.cohort_place').values({
      network_id: network, id: newId(now.getTime()), hub_id: hub, cohort_id: cohort, application_id: row.id, person_id: row.person_id, coach_id: coach ?? null, joined_at: now, left_at: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!Number(entered.numInsertedOrUpdatedRows)) doing.refuse('already-in-cohort', {}, 'receipt');
    await doing.record({ name: 'application-entered-cohort', subject: row.id, ...herself(row), body: { ...(await aboutHer(doing, row)), cohort } });
    return { cohort, application: row.id };
  },
});

async function coachHere(doing: Doing<IncubationTables>, coach: string | undefined): Promise<void> {
  if (coach && !(await accountsAt(doing.tx, doing.hub, coachRoles)).some(({ account }) => account === coach)) doing.refuse('coach-not-here', {}, 'coach');
}

/** Names who accompanies her from now on. */
export const nameCoach = action({
  name: 'name-coach',
  says: 'Names who accompanies an application.',
  input: z.strictObject({ application: id(), coach: id() }),
  refuses: [...workRefusals, 'coach-not-here', 'in-no-cohort'],
  run: async (doing, { application, coach }) => {
    const row = await workedApplication(doing, application);
    await coachHere(doing, coach);
    const named = await doing.tx.updateTable('incubation.cohort_place').set({ coach_id: coach })
      .where('network_id', '=', doing.network).where('application_id', '=', application).where('left_at', 'is', null).executeTakeFirst();
    if (!Number(named.numUpdatedRows)) doing.refuse('in-no-cohort');
    await doing.record({ name: 'coach-named', subject: application, ...herself(row), body: {} });
    return { application };
  },
});

/** Moves a card on the board: what only a hand decides. Plans, money, creation and follow-ups move it by what they decide. */
export const moveApplication = action({
  name: 'move-application',
  says: 'Takes an application one step on at the board.',
  input: z.strictObject({ application: id(), to: choice(['trained', 'incubating']) }),
  refuses: [...workRefusals, 'no-such-step'],
  run: async (doing, { application, to }) => {
    const row = await workedApplication(doing, application);
    await moveOn(doing, row, to, 'hand');
    await doing.record({ name: 'application-moved', subject: application, ...herself(row), body: { ...(await aboutHer(doing, row)), from: row.state, to } });
    await tellPersons(doing, to === 'trained' ? 'applicant-trained' : 'applicant-accompanied', [application]);
    return { application };
  },
});

/** Says that she stops, and why; her place in the cohort is free again. */
export const stopApplication = action({
  name: 'stop-application',
  says: 'Says that somebody stops on the way, and why.',
  input: z.strictObject({ application: id(), reason: choice(dropoutReasons) }),
  refuses: [...workRefusals, 'no-such-step'],
  run: async (doing, { application, reason }) => {
    const { tx, network, now } = doing;
    const row = await workedApplication(doing, application);
    await moveOn(doing, row, 'dropped_out', 'stop', reason);
    await tx.updateTable('incubation.cohort_place').set({ left_at: now }).where('network_id', '=', network).where('application_id', '=', application).where('left_at', 'is', null).execute();
    await tx.updateTable('incubation.mentoring').set({ state: 'ended', ended_at: now }).where('network_id', '=', network).where('application_id', '=', application).where('state', 'in', ['proposed', 'accepted']).execute();
    await doing.later('incubation.promote-next', { application });
    await doing.record({ name: 'application-stopped', subject: application, ...herself(row), body: { ...(await aboutHer(doing, row)), from: row.state, reason } });
    return { application };
  },
});
