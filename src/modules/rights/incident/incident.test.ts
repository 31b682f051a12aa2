import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import '#modules/rights/routes.tsx';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openRequest } from '../open-request/open-request.ts';
import { answerRequest } from '../answer-request/answer-request.ts';
import { proposeEnded } from '../retention/propose-ended.ts';
import { incidents } from './incidents.query.ts';
import { followIncident, recordIncident } from './record-incident.ts';

it('anybody of the staff writes an incident down; the clock runs; the authority and people are told before it is closed', async () => {
  const world = await openHub();
  const { house } = world;
  const officer = await world.as('desk_officer');
  const dpo = await world.as('dpo');
  await expect(act(house, officer, recordIncident, { kind: 'lost_device', data: [], persons: 2, risk: 'high' })).rejects.toMatchObject({ code: 'rights.say-which-data' });
  const { incident } = await act(house, officer, recordIncident, { kind: 'lost_device', data: ['contact'], persons: 2, hours_ago: 1, risk: 'high' });
  expect((await ask(house, dpo, incidents, {})).incidents).toMatchObject([{ id: incident, hoursLeft: 71 }]);
  await expect(act(house, dpo, followIncident, { incident, step: 'closed' })).rejects.toMatchObject({ code: 'rights.tell-first' });
  await act(house, dpo, followIncident, { incident, step: 'authority' });
  await expect(act(house, dpo, followIncident, { incident, step: 'authority' })).rejects.toMatchObject({ code: 'rights.done-already' });
  await act(house, dpo, followIncident, { incident, step: 'people' });
  await act(house, dpo, followIncident, { incident, step: 'closed' });
  const elsewhere = await (await world.secondHub()).as('hub_manager');
  expect((await ask(house, elsewhere, incidents, {})).incidents).toEqual([]);
  const web = await openWeb(world);
  const letter = await (await web.get(`/incidents/${incident}/letter?in=fr`, dpo)).text();
  expect(letter).toContain('2004-63');
  expect(await (await web.get(`/incidents/${incident}/letter?in=ar`, dpo)).text()).toContain('الهيئة الوطنية لحماية المعطيات الشخصية');
  expect((await web.get('/incidents/new', officer)).status).toBe(200);
  expect((await web.get('/rights', dpo)).status).toBe(200);
});

it('in Morocco a correction is due within ten days and the letter goes to the CNDP', async () => {
  const world = await openHub({ country: 'MA' });
  const desk = await openDesk(world);
  const person = await desk.person();
  const { request } = await act(world.house, desk.officer, openRequest, { person, kind: 'correct', identified_by: ['paper', 'card'], wish: 'the year' });
  const [row] = await ownerQuery<{ days: number }>(world.house, "select due_on - (asked_at at time zone 'Africa/Casablanca')::date as days from rights.request where id = $1", [request]);
  expect(row).toEqual({ days: 10 });
  await act(world.house, desk.officer, answerRequest, { request, answer: 'done', words: 'put right' });
});

it('where nobody’s time of keeping is over, nobody is proposed', async () => {
  const world = await openHub();
  await expect(act(world.house, await world.as('dpo'), proposeEnded, {})).rejects.toMatchObject({ code: 'rights.nobody-over' });
});
