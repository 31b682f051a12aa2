import { expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import '#modules/rights/routes.tsx';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openRequest } from '../open-request/open-request.ts';

it('two erasures written down at one moment are told apart: by file code for the manager, by a number for the auditor, by no name', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const [a, b] = [await desk.person('زينب الورتاني'), await desk.person('وردة الماجري')];
  const requests = [];
  for (const person of [a, b]) requests.push((await act(world.house, desk.officer, openRequest, { person, kind: 'erase', identified_by: ['paper', 'card'] })).request);
  await ownerQuery(world.house, "update rights.request set due_on = current_date - 1 where id = $1", [requests[0]]);
  const codes = (await ownerQuery<{ code: string }>(world.house, 'select code from people.person where id = any ($1)', [[a, b]])).map(({ code }) => code);
  const web = await openWeb(world);
  const pages = await Promise.all([await world.as('hub_manager'), await world.as('dpo')].map(async (reader) => (await web.get('/rights?lang=en', reader)).text()));
  for (const code of codes) expect([pages[0]!.includes(code), pages[1]!.includes(code)]).toEqual([true, false]);
  for (const page of pages) {
    for (const request of requests) expect(page).toContain(`${request.slice(-8, -4)}-${request.slice(-4)}`.toUpperCase());
    expect(page.match(/>late</g)).toHaveLength(1);
    for (const name of ['زينب', 'وردة']) expect(page).not.toContain(name);
  }
});
