import { z } from 'zod';
import { choice, clockTime, id, isoDate, maybe, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { clockIn, momentOf } from '#core/time/wall-clock.ts';
import { accountNames, accountsAt, hubCard } from '#modules/network/public.ts';
import { consentHolding } from '#modules/people/public.ts';
import { action, query } from '../incubation.ts';
import { dayAt, herself, workedApplication, workRefusals } from '../path/worked-application.ts';

/** Gives an appointment to take photos or a film of what she makes; a trainee in photography may take them. */
export const bookPhotos = action({
  name: 'book-photos',
  says: 'Gives a project an appointment for photos or a film.',
  input: z.strictObject({ application: id(), what: choice(['photo', 'film']), on: isoDate(), time: clockTime(), minutes: wholeNumber(5, 480), photographer: maybe(id()) }),
  refuses: [...workRefusals, 'moment-gone', 'coach-not-here', 'photographer-taken'],
  run: async (doing, { application, what, on, time, minutes, photographer }) => {
    const { tx, network, hub, now } = doing;
    const row = await workedApplication(doing, application, { over: true });
    const at = momentOf((await hubCard(tx, hub))?.timeZone ?? 'UTC', { date: on, time });
    if (at < now) doing.refuse('moment-gone', {}, 'on');
    if (photographer) {
      if (!(await accountsAt(tx, hub)).some(({ account }) => account === photographer)) doing.refuse('coach-not-here', {}, 'photographer');
      const near = await tx.selectFrom('incubation.photo_slot').select(['at', 'minutes']).where('network_id', '=', network).where('photographer_id', '=', photographer)
        .where('state', '<>', 'called_off').where('at', '<', new Date(at.getTime() + minutes * 60_000)).where('at', '>', new Date(at.getTime() - 480 * 60_000)).execute();
      if (near.some((slot) => slot.at.getTime() + slot.minutes * 60_000 > at.getTime())) doing.refuse('photographer-taken', {}, 'photographer');
    }
    const slot = newId(now.getTime());
    const booked = await tx.insertInto('incubation.photo_slot').values({
      network_id: network, id: slot, hub_id: hub, application_id: application, person_id: row.person_id, at, minutes, photographer_id: photographer ?? null, what, state: 'booked', consent_id: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!Number(booked.numInsertedOrUpdatedRows)) doing.refuse('photographer-taken', {}, 'photographer');
    await doing.record({ name: 'photos-booked', subject: application, ...herself(row), body: { what } });
    return { slot, application };
  },
});

const after = { shot: ['booked'], delivered: ['shot'], called_off: ['booked'] } as const;

/** Says that photos were taken (only with her consent to images in force), delivered, or called off. */
export const markPhotos = action({
  name: 'mark-photos',
  says: 'Says that photos were taken, delivered or called off.',
  input: z.strictObject({ slot: id(), state: choice(['shot', 'delivered', 'called_off']) }),
  refuses: [...workRefusals, 'no-image-consent', 'no-such-step-of-photos'],
  run: async (doing, { slot, state }) => {
    const { tx, network, hub, now } = doing;
    const one = (await tx.selectFrom('incubation.photo_slot').select(['application_id', 'person_id', 'state']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', slot).forUpdate().executeTakeFirst()) ?? doing.absent();
    const row = await workedApplication(doing, one.application_id, { over: true });
    if (!(after[state] as readonly string[]).includes(one.state)) doing.refuse('no-such-step-of-photos');
    const consent = state === 'shot' ? await consentHolding(tx, one.person_id, 'image', { at: now, hub }) : undefined;
    if (state === 'shot' && !consent) doing.refuse('no-image-consent');
    await tx.updateTable('incubation.photo_slot').set(consent ? { state, consent_id: consent.id } : { state }).where('network_id', '=', network).where('id', '=', slot).execute();
    await doing.record({ name: 'photos-marked', subject: one.application_id, ...herself(row), body: { state } });
    return { application: one.application_id };
  },
});

/** The appointments for photos from today on, by hour; with the receipt, never a name. */
export const photoDay = query({
  name: 'photo-day',
  says: 'Shows the appointments for photos and films.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, hub } = asking;
    const zone = (await hubCard(tx, hub))?.timeZone ?? 'UTC';
    const today = await dayAt(asking);
    const rows = await tx.selectFrom('incubation.photo_slot as slot')
      .innerJoin('incubation.application as application', (join) => join.onRef('application.network_id', '=', 'slot.network_id').onRef('application.id', '=', 'slot.application_id'))
      .select(['slot.id', 'slot.at', 'slot.minutes', 'slot.what', 'slot.state', 'slot.photographer_id as photographer', 'application.id as application', 'application.receipt'])
      .where('slot.network_id', '=', network).where('slot.hub_id', '=', hub).where('slot.at', '>=', momentOf(zone, { date: today, time: '00:00' })).where('slot.state', '<>', 'called_off')
      .orderBy('slot.at').orderBy('slot.id').limit(200).execute();
    const names = await accountNames(tx, rows.flatMap(({ photographer }) => photographer ?? []));
    return { slots: rows.map((row) => ({ ...row, on: clockIn(zone, row.at).date, photographer: row.photographer ? (names.get(row.photographer) ?? null) : null })) };
  },
});
