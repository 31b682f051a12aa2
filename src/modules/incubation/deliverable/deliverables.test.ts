import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { onThePath } from '#tests/fixtures/on-the-path.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { showPage } from '#tests/fixtures/show-page.ts';
import { calendarPage } from '../calendar/calendar.page.tsx';
import { calendar } from '../calendar/calendar.query.ts';
import { addMentor } from '../mentor/mentors.ts';
import { endMentoring, proposeMentor } from '../mentor/mentoring.ts';
import { answerAsMentor, recordMentoring } from '../mentor/as-mentor.ts';
import { myMenteesPage } from '../mentor/my-mentees.page.tsx';
import { myMentees } from '../mentor/my-mentees.query.ts';
import { deliverableList } from './deliverable-list.query.ts';
import { deliverablesPage } from './deliverables.page.tsx';
import { dropDeliverable, noteHandedIn, setDeliverable } from './deliverables.ts';
import '../venture-routes.tsx';

const refusedAs = (code: string) => ({ code: `incubation.${code}` });

it('a cohort hands in by a day: once each, never before it was done, within its time; late is said, and it stands in the calendar', async () => {
  const { world, open, supervisor, coach, cohort, application, selected, receipt } = await onThePath();
  const { house } = world;
  const [row] = await ownerQuery<{ today: string }>(house, `select (now() at time zone 'Africa/Tunis')::date::text as today`, []);
  const today = row!.today;
  const set = (due_on: string) => act(house, supervisor, setDeliverable, { cohort, names: { ar: 'خطة الأعمال', fr: 'Plan d’affaires' }, due_on });
  await expect(set('2027-02-01')).rejects.toMatchObject(refusedAs('outside-cohort'));
  const { deliverable } = await set('2026-03-15');
  const note = (on: string, of = application) => act(house, coach, noteHandedIn, { deliverable, application: of, on });
  await expect(note('2099-12-31')).rejects.toMatchObject(refusedAs('day-to-come'));
  await expect(note(today, (await selected('منية الزواري')).application)).rejects.toMatchObject(refusedAs('not-in-cohort'));
  // Past every action: only an application of this hub, and nobody in another's name.
  const stranger = await open.woman('سميرة الرياحي');
  await expect(inTransaction(house.app, beginFor(coach), (tx) => sql`insert into incubation.handed_in (network_id, hub_id, cohort_id, deliverable_id, application_id, person_id, handed_on, noted_by, noted_at)
    values (${world.network}, ${world.hub}, ${cohort}, ${deliverable}, ${application}, ${stranger}, ${today}, ${coach.account}, now())`.execute(tx), false)).rejects.toMatchObject({ code: '42501' });
  await note(today);
  await expect(note(today)).rejects.toMatchObject(refusedAs('handed-in-already'));
  expect((await ask(house, coach, deliverableList, { cohort })).asked).toMatchObject([{ id: deliverable, dueOn: '2026-03-15', handed: [{ receipt, on: today, late: true }], missing: [] }]);
  const march = await ask(house, coach, calendar, { span: 'month', day: '2026-03-20' });
  expect([march.from, march.until, march.planned.filter(({ kind }) => kind === 'deliverable').map(({ on, href }) => [on, href])]).toEqual(['2026-02-23', '2026-04-05', [['2026-03-15', `/cohorts/${cohort}/deliverables`]]]);
  const drawn = await showPage(house, coach, calendarPage, { lang: 'ar', search: { span: 'month', day: '2026-03-20' } });
  expect([drawn.includes('خطة الأعمال'), drawn.split('<time dateTime="2026-03-15"').length - 1]).toEqual([true, 1]);
  expect(await showPage(house, supervisor, deliverablesPage, { lang: 'fr', params: { cohort } })).toContain('Plan d’affaires');
  await act(house, supervisor, dropDeliverable, { deliverable });
  await expect(act(house, supervisor, dropDeliverable, { deliverable })).rejects.toMatchObject(refusedAs('dropped-already'));
  expect((await ask(house, coach, calendar, { day: '2026-03-20' })).planned.filter(({ kind }) => kind === 'deliverable')).toEqual([]);
});

it('a mentor sees her own mentees alone, answers herself, and writes down her hours once she accepted', async () => {
  const { world, supervisor, coach, other, application } = await onThePath();
  const { house } = world;
  const trainer = await world.as('trainer', { name: 'Amel Jaziri' });
  expect(await ask(house, trainer, myMentees, {})).toMatchObject({ mentor: null, mentees: [], acts: [] });
  const { mentor } = await act(house, supervisor, addMentor, { account: trainer.account, sectors: ['food'], languages: ['ar'], most: 2 });
  const { mentoring } = await act(house, coach, proposeMentor, { application, mentor });
  const record = (by = trainer) => act(house, by, recordMentoring, { mentoring, kind: 'skills', minutes: '95', on: '2026-02-10' });
  await expect(record()).rejects.toMatchObject(refusedAs('not-accepted'));
  await expect(act(house, other, answerAsMentor, { mentoring, answer: 'accepted' })).rejects.toMatchObject({ name: 'NotFound' });
  await act(house, trainer, answerAsMentor, { mentoring, answer: 'accepted' });
  await expect(act(house, trainer, answerAsMentor, { mentoring, answer: 'declined' })).rejects.toMatchObject(refusedAs('decided-already'));
  await record();
  await expect(record(other)).rejects.toMatchObject({ name: 'NotFound' });
  expect(await ask(house, trainer, myMentees, {})).toMatchObject({ mentor: { most: 2 }, minutes: 95, mentees: [{ state: 'accepted', minutes: 95, lastOn: '2026-02-10' }], acts: [{ kind: 'skills', minutes: 95 }] });
  expect((await ask(house, other, myMentees, {})).mentees).toEqual([]);
  expect(await showPage(house, trainer, myMenteesPage, { lang: 'ar' })).toContain('خبز الدار');
  await act(house, coach, endMentoring, { mentoring });
  expect((await ask(house, trainer, myMentees, {})).mentees).toEqual([]);
});
