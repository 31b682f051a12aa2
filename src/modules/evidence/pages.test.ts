import { expect, it } from 'vitest';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';

it('leads from a number on the page to the visit that made it', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const ticket = await desk.visit(await desk.person());
  const web = await openWeb(world);
  const page = await (await web.get('/figures?by=sex&indicator=visits&lang=fr', desk.officer)).text();
  const link = /href="(\/figures\/visits\?[^"]*key=female[^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&');
  const opened = await (await web.get(link, desk.officer)).text();
  expect(opened).toContain(`href="/desk/tickets/${ticket}"`);
  expect(opened.match(/\/desk\/tickets\//g)).toHaveLength(1);
});

it('shows anyone the network’s numbers and seals, light and without script, and no record', async () => {
  const world = await openHub();
  const web = await openWeb(world);
  for (const address of ['/numbers?by=hub', '/numbers/satisfaction', '/heads']) {
    const answer = await web.get(address);
    const html = await answer.text();
    expect([address, answer.status, html.includes('<script')]).toEqual([address, 200, false]);
    expect(html.length).toBeLessThan(50_000);
  }
  expect((await web.get('/numbers/no-such-figure')).status).toBe(404);
  expect((await web.get('/figures')).status).toBe(303);
});
