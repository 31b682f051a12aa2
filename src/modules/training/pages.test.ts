import { expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { giveSeats } from './seats/give-seats.ts';

it('a course is planned, announced, asked for, given, marked and certified by forms alone, and a stranger checks the paper', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const [manager, who] = [await world.as('hub_manager'), await desk.person('ريم الدريدي', 1995)];
  const web = await openWeb(world);
  const on = dayAtHub(1);
  const planned = await web.send('/trainings/new', {
    topic: 'digital', 'names.ar': 'التقنية الرقمية', 'names.fr': '', 'place.ar': 'دار بن عاشور', audience: 'beneficiaries', languages: 'ar', 'days.0.on': on, 'days.0.halves': 'morning', 'days.1.on': '',
    'about.ar': '', 'about.fr': '', morning_from: '09:00', morning_to: '12:00', afternoon_from: '14:00', afternoon_to: '16:00', seats: '20', asks_until: on, priority: 'women_and_youth',
  }, manager);
  const course = planned.headers.get('location')!;
  expect([planned.status, course]).toEqual([303, expect.stringMatching(/^\/trainings\/[0-9a-f-]{36}$/)]);
  const press = async (to: string, fields: Record<string, string>, from = course, by = manager) => (await web.send(`${course}${to}`, fields, by, from)).headers.get('location');
  expect(await press('/announced', {})).toBe(`${course}?done=announced`);
  const found = await (await web.get(`${course}/ask?q=${encodeURIComponent('ريم الدريدي')}&lang=fr`, desk.officer)).text();
  expect(found).toContain(`value="${who}"`);
  expect(await press('/ask', { person: who, part: 'alone' }, `${course}/ask?q=${encodeURIComponent('ريم الدريدي')}`, desk.officer)).toBe(`${course}/ask?done=1`);
  // Two days go by: the rows are moved, as nobody waits in a test.
  const id = course.split('/').at(-1)!;
  await ownerQuery(world.house, `update training.session set asks_until = now() - interval '2 days', starts_at = now() - interval '1 day' where id = $1`, [id]);
  await act(world.house, manager, giveSeats, { session: id }).catch(() => ownerQuery(world.house, `update training.session set ends_at = now() + interval '1 hour' where id = $1`, [id]));
  await ownerQuery(world.house, `update training.half_day set starts_at = now() - interval '1 day', ends_at = now() - interval '21 hours' where session_id = $1`, [id]);
  await ownerQuery(world.house, `update training.session set ends_at = now() - interval '21 hours' where id = $1`, [id]);
  const [seat] = await ownerQuery<{ id: string; code: string; state: string }>(world.house, 'select id, code, state from training.seat where session_id = $1', [id]);
  expect(seat!.state).toBe('given');
  const slip = await (await web.get(`${course}/seats/${seat!.id}/slip?in=ar&lang=fr`, desk.officer)).text();
  expect(slip).not.toContain('ريم');
  expect(slip).toContain(seat!.code.slice(0, 4));
  const sheet = await (await web.get(`${course}/attendance?lang=ar`, manager)).text();
  const [half] = await ownerQuery<{ id: string }>(world.house, 'select id from training.half_day where session_id = $1', [id]);
  expect(sheet).toContain('ريم الدريدي');
  expect(await press('/attendance', { half_day: half!.id, via: 'sheet', [`mark.${seat!.id}`]: 'present' }, `${course}/attendance`)).toBe(`${course}/attendance?half=${half!.id}&done=1`);
  expect(await (await web.get(`/trainings/door/${seat!.code}?lang=en`, manager)).text()).toContain('Noted');
  expect(await press('/closed', {})).toBe(`${course}?done=closed`);
  const [paper] = await ownerQuery<{ id: string; number: string }>(world.house, 'select id, number from training.certificate where session_id = $1', [id]);
  const printed = await web.get(`/trainings/certificates/${paper!.id}/print.pdf?in=fr`, manager);
  expect([printed.status, Buffer.from(await printed.arrayBuffer()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const checked = await (await web.get(`/check-certificate?number=${paper!.number}&lang=fr`)).text();
  expect([checked.includes('authentique'), checked.includes('ريم'), checked.includes('<script')]).toEqual([true, false, false]);
  expect((await web.get(course, await (await world.secondHub()).as('hub_manager'))).status).toBe(404);
  expect((await web.get('/trainings/new', desk.officer)).status).toBe(404);
});
