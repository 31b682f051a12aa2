import { expect, test } from 'vitest';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { linesOfPdf } from '#tests/fixtures/lines-of-pdf.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';

test('a sheet as PDF is opened by whom the sheet is, kept nowhere, under a name that tells nothing', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const ticket = await desk.visit(await desk.person());
  const web = await openWeb(world);
  const address = `/desk/tickets/${ticket}/slip/print.pdf`;
  const sheet = await web.get(address, desk.officer);
  expect(sheet.status).toBe(200);
  expect(Object.fromEntries(['content-type', 'content-disposition', 'cache-control', 'x-content-type-options'].map((name) => [name, sheet.headers.get(name)]))).toEqual({
    'content-type': 'application/pdf', 'content-disposition': 'inline; filename="hadina.pdf"', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
  });
  expect(linesOfPdf(Buffer.from(await sheet.arrayBuffer())).length).toBeGreaterThan(1);
  const elsewhere = await (await world.secondHub()).as('desk_officer');
  expect((await web.get(address, elsewhere)).status).toBe(404);
  const visitor = await web.get(address);
  expect([visitor.status, visitor.headers.get('content-type') === 'application/pdf']).toEqual([303, false]);
});

test('the door of a hub is a PDF for everybody, in her language', async () => {
  const world = await openHub();
  const web = await openWeb(world);
  const door = await web.get(`/hubs/${world.hub}/print.pdf?lang=fr`);
  expect(door.headers.get('content-type')).toBe('application/pdf');
  expect(Buffer.from(await door.arrayBuffer()).toString('latin1')).toContain('/Lang (fr)');
  const html = await (await web.get(`/hubs/${world.hub}/print?lang=fr`)).text();
  expect(html).toContain(`href="/hubs/${world.hub}/print.pdf`);
});

test('the receipt of a request is a PDF for whoever holds its number, and says nothing of what was written', async () => {
  const world = await openHub();
  const web = await openWeb(world);
  const kept = await (await web.get(`/hubs/${world.hub}/contact/kept?n=123-456-olive&lang=fr`)).text();
  const href = new RegExp(`href="(/hubs/${world.hub}/contact/receipt\\?n=123-456-olive)"`).exec(kept)![1]!;
  const sheet = await web.get(`${href.replace('receipt?', 'receipt.pdf?')}&lang=fr`);
  expect([sheet.status, sheet.headers.get('content-type'), sheet.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'no-store']);
  const lines = linesOfPdf(Buffer.from(await sheet.arrayBuffer())).join('\n');
  expect(lines).toContain('123-456');
  const odd = await (await web.get(`/hubs/${world.hub}/contact/receipt?n=anything-at-all`)).text();
  expect(odd.slice(odd.indexOf('<main'))).not.toContain('anything');
});
