import sharp from 'sharp';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { printPdf } from '#core/print/print-pdf.ts';
import { sheetOfHtml } from '#apps/web/pdf/sheet-of-html.ts';
import { recordConsent } from '#modules/people/public.ts';
import { withdrawConsent } from '#modules/people/withdraw-consent/withdraw-consent.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { courseWithSeat } from '#tests/fixtures/held-course.ts';
import { onThePath } from '#tests/fixtures/on-the-path.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { showPage } from '#tests/fixtures/show-page.ts';
import { calendar } from '../calendar/calendar.query.ts';
import { enterCohort } from '../cohort/places.ts';
import { bookPhotos, markPhotos } from '../spotlight/photos.ts';
import { noteLearner, noteTaken, photoSheet } from '../spotlight/photo-parts.ts';
import { spotlight } from '../spotlight/spotlight.query.ts';
import { publishSpotlight } from '../spotlight/spotlights.ts';
import { cataloguePrintPage } from './catalogue-print.page.tsx';
import { catalogueList, cataloguePages, catalogueSheet } from './catalogue.query.ts';
import { makeCatalogue, settleWithdrawn } from './catalogues.ts';
import '../venture-routes.tsx';

const refusedAs = (code: string) => ({ code: `incubation.${code}` });

describe('a printed catalogue', () => {
  it('shows who stands publicly, leaves out whoever withdrew, and asks what was done with the copies', async () => {
    const { world, open, supervisor, coach, cohort, application, venture, person, selected, sheet } = await onThePath();
    const { house } = world;
    const picture = (await sharp({ create: { width: 400, height: 300, channels: 3, background: '#a33' } }).jpeg().toBuffer()).toString('base64');
    const consent = async (of: string) => (await act(house, open.officer, recordConsent, { person: of, purpose: 'image', answer: 'given', channel: 'written', language: 'ar-TN' })).consent;
    await expect(act(house, supervisor, makeCatalogue, { names: { fr: 'Fait ici' }, copies: '300' })).rejects.toMatchObject(refusedAs('nobody-to-show'));

    const first = await consent(person);
    await act(house, supervisor, publishSpotlight, { application, name: 'أم ياسين', words: { ar: 'خبز الطابونة', fr: 'Pain tabouna' }, sector: 'food', she_asked: true, file: picture });
    const other = await selected('منية الزواري');
    await act(house, supervisor, enterCohort, { cohort, receipt: other.receipt, coach: coach.account });
    await consent(other.person);
    await act(house, supervisor, publishSpotlight, { application: other.application, name: 'Mounia', words: { fr: 'Poterie de Sejnane' }, sector: 'crafts', she_asked: true });
    const { catalogue } = await act(house, supervisor, makeCatalogue, { names: { ar: 'صنع هنا', fr: 'Fait ici' }, copies: '300' });
    const before = await ask(house, supervisor, catalogueSheet, { catalogue });
    expect(before.entries.map(({ name, place, picture: with_picture, shown }) => [name, place, with_picture, shown])).toEqual([['Mounia', 1, false, true], ['أم ياسين', 2, true, true]]);
    const profile = before.entries[1]!.id;
    await expect(act(house, open.officer, settleWithdrawn, { catalogue, profile, done: 'covered' })).rejects.toMatchObject(refusedAs('still-shown'));
    // No number of hers stands in what is printed.
    const printed = await showPage(house, supervisor, cataloguePrintPage, { lang: 'fr', params: { catalogue }, search: { in: 'ar' } });
    expect([printed.includes('أم ياسين'), printed.includes('data:image/jpeg;base64,'), printed.includes(person), printed.includes(application), printed.includes(venture)]).toEqual([true, true, false, false, false]);
    const pdf = await printPdf(sheetOfHtml(printed, 'a4'));
    const without = await printPdf(sheetOfHtml(printed.replace(/<svg class="photo"[\s\S]*?<\/svg>/g, ''), 'a4'));
    expect(pdf.length).toBeGreaterThan(without.length + 500);
    expect((await sheet()).printed).toMatchObject([{ id: catalogue, copies: 300, place: 2, settled: null }]);

    await act(house, open.officer, withdrawConsent, { consent: first });
    expect((await ask(house, supervisor, cataloguePages, { catalogue })).pages.map(({ name }) => name)).toEqual(['Mounia']);
    const again = await showPage(house, supervisor, cataloguePrintPage, { lang: 'fr', params: { catalogue }, search: { in: 'en' } });
    expect([again.includes('أم ياسين'), again.includes('Mounia'), again.includes('data:image')]).toEqual([false, true, false]);
    expect((await ask(house, supervisor, catalogueList, {})).catalogues).toMatchObject([{ id: catalogue, profiles: 2, withdrawn: 1, waiting: 1 }]);
    const after = await ask(house, supervisor, catalogueSheet, { catalogue });
    expect(JSON.stringify(after)).not.toContain('أم ياسين');
    await act(house, open.officer, settleWithdrawn, { catalogue, profile, done: 'covered' });
    await expect(act(house, open.officer, settleWithdrawn, { catalogue, profile, done: 'destroyed' })).rejects.toMatchObject(refusedAs('settled-already'));
    expect((await ask(house, supervisor, catalogueList, {})).catalogues).toMatchObject([{ withdrawn: 1, waiting: 0 }]);
    expect((await sheet()).printed).toMatchObject([{ settled: 'covered' }]);
    await expect(ask(house, await (await world.secondHub()).as('supervisor'), catalogueSheet, { catalogue })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(ask(house, visitor(world.network), catalogueSheet, { catalogue })).rejects.toThrow();
  });
});

describe('an appointment for photos', () => {
  it('takes nobody without her own consent, delivers nothing once one of those taken withdrew, and knows who learned', async () => {
    const { world, open, supervisor, coach, application, person } = await onThePath();
    const { house } = world;
    const manager = await world.as('hub_manager');
    const stranger = await open.woman('هاجر السالمي');
    const consent = await act(house, open.officer, recordConsent, { person, purpose: 'image', answer: 'refused', channel: 'written', language: 'ar-TN' });
    expect(consent).toBeDefined();
    const { slot } = await act(house, coach, bookPhotos, { application, what: 'film', on: dayAtHub(1), time: '10:00', minutes: 60 });
    await expect(act(house, open.officer, noteTaken, { slot, person })).rejects.toMatchObject(refusedAs('no-image-consent'));
    await expect(act(house, open.officer, noteTaken, { slot, person: stranger })).rejects.toMatchObject(refusedAs('not-of-project'));
    const given = (await act(house, open.officer, recordConsent, { person, purpose: 'image', answer: 'given', channel: 'written', language: 'ar-TN' })).consent;
    // Past every action too: nobody stands before the camera under another's consent.
    const hers = (await act(house, open.officer, recordConsent, { person: stranger, purpose: 'image', answer: 'given', channel: 'written', language: 'ar-TN' })).consent;
    const bySql = (by: Actor, under: string) => inTransaction(house.app, beginFor(by), (tx) => sql`insert into incubation.photo_part (network_id, hub_id, slot_id, application_id, person_id, part, consent_id, noted_at, noted_by)
      values (${world.network}, ${world.hub}, ${slot}, ${application}, ${person}, 'taken', ${under}, now(), ${by.account})`.execute(tx).then(({ numAffectedRows }) => Number(numAffectedRows)), false);
    await expect(bySql(open.officer, hers)).rejects.toMatchObject({ code: '42501' });
    expect(await bySql(open.officer, given)).toBe(1);
    await act(house, open.officer, noteTaken, { slot, person });
    await expect(act(house, open.officer, noteTaken, { slot, person })).rejects.toMatchObject(refusedAs('noted-already'));
    await expect(act(house, open.officer, noteLearner, { slot, person: stranger, craft: 'cinema' })).rejects.toMatchObject(refusedAs('not-a-learner'));
    await courseWithSeat(world, { officer: open.officer, manager, person: stranger }, false);
    await ownerQuery(house, `update training.session set topic = 'photography' where network_id = $1`, [world.network]);
    await act(house, open.officer, noteLearner, { slot, person: stranger, craft: 'cinema' });
    expect(await ask(house, supervisor, photoSheet, { slot })).toMatchObject({ withdrawn: false, taken: [{ person, withdrawn: false }], learning: [{ person: stranger, part: 'learns_cinema' }], members: [], learners: [] });
    await act(house, supervisor, markPhotos, { slot, state: 'shot' });
    await act(house, open.officer, withdrawConsent, { consent: given });
    await expect(act(house, supervisor, markPhotos, { slot, state: 'delivered' })).rejects.toMatchObject(refusedAs('image-withdrawn'));
    expect(await ask(house, supervisor, photoSheet, { slot })).toMatchObject({ withdrawn: true, taken: [{ person, withdrawn: true }] });
    await expect(ownerQuery(house, `update incubation.photo_part set consent_id = null where slot_id = $1 and part = 'taken'`, [slot])).rejects.toMatchObject({ constraint: 'taken_with_consent' });
    const { slot: off } = await act(house, coach, bookPhotos, { application, what: 'photo', on: dayAtHub(2), time: '09:00', minutes: 30 });
    await act(house, supervisor, markPhotos, { slot: off, state: 'called_off' });
    await expect(act(house, open.officer, noteTaken, { slot: off, person })).rejects.toMatchObject(refusedAs('slot-over'));
    // She learns of it when she asks what is kept of her, and the calendar knows her by the receipt alone.
    const planned = await ask(house, coach, calendar, { span: 'week', day: dayAtHub(1) });
    expect(planned.planned.filter(({ kind }) => kind === 'film')).toMatchObject([{ id: slot, href: `/photos/${slot}` }]);
    expect(JSON.stringify(planned)).not.toContain(person);
    expect(await ask(house, visitor(world.network), spotlight, { code: 'aaaaaaaa' })).toEqual({ shown: false });
  });
});

describe('the calendar as a file', () => {
  it('is handed to whoever is signed in, names nobody, and each course stands once at its moment', async () => {
    const { world, open, person } = await onThePath();
    const manager = await world.as('hub_manager');
    const { session, halves } = await courseWithSeat(world, { officer: open.officer, manager, person }, false);
    const web = await openWeb(world);
    const answer = await web.get('/calendar.ics?lang=ar', manager);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const file = (await answer.text()).replace(/\r\n[ \t]/g, '');
    const moment = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');
    expect(file.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(file.split('\r\n').filter((line) => line.startsWith('DTSTART'))).toContain(`DTSTART:${moment(halves[0]!.starts_at)}`);
    expect([file.includes(`/trainings/${session.id}`), file.includes('خديجة'), file.includes(person), file.split(`UID:${halves[0]!.id}@hadina`).length - 1]).toEqual([true, false, false, 1]);
    expect((await web.get('/calendar.ics')).status).toBe(404);
    expect((await web.get('/calendar?span=month&lang=ar', manager)).status).toBe(200);
  });
});
