import { z } from 'zod';
import type { Asking, Doing } from '#core/action.ts';
import { choice, id } from '#core/input.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { accountNames, hubCard } from '#modules/network/public.ts';
import { consentHolding, peopleByIds } from '#modules/people/public.ts';
import { learnersOf } from '#modules/training/public.ts';
import { action, type IncubationTables, query } from '../incubation.ts';
import { herself, workedApplication, workRefusals } from '../path/worked-application.ts';

async function slotOf({ tx, network, hub, absent }: Asking<IncubationTables>, slot: string) {
  return (await tx.selectFrom('incubation.photo_slot').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', slot).executeTakeFirst()) ?? absent();
}

/** Who stands behind the application: those who may be before the camera. */
async function membersOf({ tx, network }: Asking<IncubationTables>, application: string, lead: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('incubation.applicant').select('person_id').where('network_id', '=', network).where('application_id', '=', application).where('left_at', 'is', null).execute();
  return [...new Set([lead, ...rows.map(({ person_id }) => person_id)])];
}

async function note(doing: Doing<IncubationTables>, slot: { readonly id: string; readonly application_id: string }, person: string, part: 'taken' | 'learns_photography' | 'learns_cinema', consent: string | null): Promise<void> {
  const { tx, network, hub, now, actor } = doing;
  const noted = await tx.insertInto('incubation.photo_part').values({ network_id: network, hub_id: hub, slot_id: slot.id, application_id: slot.application_id, person_id: person, part, consent_id: consent, noted_at: now, noted_by: actor.account })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  if (!Number(noted.numInsertedOrUpdatedRows)) doing.refuse('noted-already', {}, 'person');
}

/** Writes down who is taken at an appointment: somebody of the project, and only under her own consent to images, asked before. */
export const noteTaken = action({
  name: 'note-taken',
  says: 'Writes down who is taken at an appointment for photos.',
  input: z.strictObject({ slot: id(), person: id() }),
  refuses: [...workRefusals, 'no-image-consent', 'noted-already', 'not-of-project', 'slot-over'],
  run: async (doing, { slot: of, person }) => {
    const slot = await slotOf(doing, of);
    await workedApplication(doing, slot.application_id, { over: true });
    if (slot.state === 'called_off' || slot.state === 'delivered') doing.refuse('slot-over');
    if (!(await membersOf(doing, slot.application_id, slot.person_id)).includes(person)) doing.refuse('not-of-project', {}, 'person');
    const consent = (await consentHolding(doing.tx, person, 'image', { at: doing.now, hub: doing.hub })) ?? doing.refuse('no-image-consent', {}, 'person');
    await note(doing, slot, person, 'taken', consent.id);
    await doing.record({ name: 'taken-noted', subject: slot.application_id, person, body: { what: slot.what } });
    return { slot: of };
  },
});

/** Writes down who learns at an appointment, behind the camera: somebody with a seat in a course of photography of this hub. */
export const noteLearner = action({
  name: 'note-learner',
  says: 'Writes down who learns photography or cinema at an appointment.',
  input: z.strictObject({ slot: id(), person: id(), craft: choice(['photography', 'cinema']) }),
  refuses: [...workRefusals, 'noted-already', 'not-a-learner', 'slot-over'],
  run: async (doing, { slot: of, person, craft }) => {
    const slot = await slotOf(doing, of);
    const row = await workedApplication(doing, slot.application_id, { over: true });
    if (slot.state === 'called_off') doing.refuse('slot-over');
    if (!(await learnersOf(doing, 'photography')).includes(person)) doing.refuse('not-a-learner', {}, 'person');
    await note(doing, slot, person, `learns_${craft}`, null);
    await doing.record({ name: 'learner-took-part', subject: slot.id, person, organization: herself(row).organization, body: { craft, what: slot.what } });
    return { slot: of };
  },
});

/** An appointment with who is taken, whether each consent still holds, who learns, and whom one may add. */
export const photoSheet = query({
  name: 'photo-sheet',
  says: 'Shows an appointment for photos: who is taken, who learns.',
  input: z.strictObject({ slot: id() }),
  run: async (asking, { slot: of }) => {
    const { tx, network, hub, now } = asking;
    const slot = await slotOf(asking, of);
    const application = (await tx.selectFrom('incubation.application').select('receipt').where('network_id', '=', network).where('id', '=', slot.application_id).executeTakeFirst()) ?? asking.absent();
    const parts = await tx.selectFrom('incubation.photo_part').select(['person_id', 'part', 'consent_id']).where('network_id', '=', network).where('slot_id', '=', of).orderBy('noted_at').execute();
    const members = await membersOf(asking, slot.application_id, slot.person_id);
    const learners = await learnersOf(asking, 'photography');
    const people = await peopleByIds(tx, [...new Set([...members, ...learners, ...parts.map(({ person_id }) => person_id)])]);
    const ended = await endedAmong(asking, [slot.consent_id, ...parts.map(({ consent_id }) => consent_id)]);
    const free = (person: string): boolean => !parts.some(({ person_id }) => person_id === person);
    const asked = [];
    for (const person of members.filter(free)) asked.push({ person, consent: (await consentHolding(tx, person, 'image', { at: now, hub })) !== undefined });
    const named = (person: string) => ({ person, name: people.get(person)?.name ?? null });
    return {
      id: of, application: slot.application_id, receipt: application.receipt, what: slot.what, state: slot.state, at: slot.at, minutes: slot.minutes, on: clockIn((await hubCard(tx, hub))?.timeZone ?? 'UTC', slot.at).date,
      photographer: slot.photographer_id ? ((await accountNames(tx, [slot.photographer_id])).get(slot.photographer_id) ?? null) : null,
      withdrawn: ended.size > 0,
      taken: parts.filter(({ part }) => part === 'taken').map(({ person_id, consent_id }) => ({ ...named(person_id), withdrawn: consent_id !== null && ended.has(consent_id) })),
      learning: parts.filter(({ part }) => part !== 'taken').map(({ person_id, part }) => ({ ...named(person_id), part })),
      members: asked.map(({ person, consent }) => ({ ...named(person), consent })),
      learners: learners.filter(free).map(named).filter(({ name }) => name !== null),
    };
  },
});

/** Which of these consents to images ended. */
export async function endedAmong({ tx, network }: Pick<Asking<IncubationTables>, 'tx' | 'network'>, consents: readonly (string | null)[]): Promise<ReadonlySet<string>> {
  const asked = consents.flatMap((consent) => consent ?? []);
  if (asked.length === 0) return new Set();
  return new Set((await tx.selectFrom('incubation.ended_image').select('consent_id').where('network_id', '=', network).where('consent_id', 'in', asked).execute()).map(({ consent_id }) => consent_id));
}
