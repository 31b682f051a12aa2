import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { setHubHours } from '#modules/network/hub-hours/set-hub-hours.ts';
import { act } from '#core/pipeline.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { noBrowser, openBrowser, openWindow, press } from './browser.ts';

/** Issue 3: a stranger asks for an appointment on a phone without script in Arabic; the desk sees it; the intake login reads nothing. */
describe.skipIf(noBrowser)(`a stranger asks for a time${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); }, 60_000);
  afterAll(() => browser?.close());

  it('on a phone, without script, in Arabic; the desk opens it and closes it with an open visit', async () => {
    const world = await openHub();
    const officer = await world.as('desk_officer');
    await act(world.house, await world.as('hub_manager'), setHubHours, { ordinary: { 1: { first: { opens: '09:00', closes: '13:00' } } } });
    const web = await openWeb(world);
    const { origin, stop } = await web.listen();
    const phone = await openWindow(browser, { origin, lang: 'ar', script: false, width: 360 });
    const desk = await openWindow(browser, { origin, lang: 'ar', script: false });
    try {
      const { page } = phone;
      await page.goto('/?lang=ar');
      await press(page, `a[href="/hubs/${world.hub}"]`, /\/hubs\/[0-9a-f-]+$/);
      expect(await page.textContent('h1')).toContain('مركز تجريبي');
      await press(page, `a[href$="/contact"]`, /\/contact$/);
      await page.check('input[name=wish][value=appointment]');
      await page.check('input[name=subject][value=talk]');
      // A call without a number is refused in words, and nothing she chose is lost.
      await page.click('form.form button[type=submit]');
      expect(await page.textContent('[role=alert]')).toMatch(/رقم/);
      expect(await page.isChecked('input[name=wish][value=appointment]')).toBe(true);
      await page.fill('input[name=phone]', '٢٠ ١٢٣ ٤٥٦');
      await page.check('input[name=hours][value=morning]');
      await page.fill('input[name=ask_for]', 'سلمى');
      await press(page, 'form.form button[type=submit]', /\/kept\?n=/);
      const [number, word] = await page.locator('.big-code').allTextContents();
      expect(number).toMatch(/^\d{3}-\d{3}$/);
      expect(await page.title()).not.toMatch(/عنف|مساعدة/);
      expect(await page.content()).not.toMatch(/<script|سلمى|٤٥٦/);

      const [name, ...value] = (await web.cookies(officer)).split('=');
      await desk.context.addCookies([{ name: name!, value: value.join('='), url: origin.replace('http:', 'https:'), secure: true }]);
      await desk.page.goto('/desk?lang=ar');
      expect(await desk.page.textContent('main')).toContain('رسالة واحدة تنتظر');
      await press(desk.page, 'a[href="/desk/requests"]', /\/desk\/requests$/);
      expect(await desk.page.textContent('main')).toContain(number!);
      expect(await desk.page.textContent('main')).toContain(word!.split(' ')[0]!);
      expect(await desk.page.textContent('main')).not.toContain('سلمى');
      await press(desk.page, 'form[action$="/open"] button', /\/desk\/requests\/[0-9a-f-]{36}$/);
      expect(await desk.page.textContent('main')).toMatch(/سلمى[^]*العربية/);
      await press(desk.page, 'a[href^="/desk/tickets/new?request="]', /tickets\/new/);
      await desk.page.check('input[name=via][value=phone]');
      await press(desk.page, 'button[name=reason][value=talk]', /\/desk\/requests\/[0-9a-f-]{36}\?ticket=/);
      expect(await desk.page.isChecked('input[name=outcome][value=visit]')).toBe(true);
      await press(desk.page, 'main form.form button[type=submit]', /\/desk\/requests\?ended=1/);
      expect(await desk.page.textContent('main')).toContain('لا طلب ينتظر');
      expect([...phone.complaints, ...desk.complaints]).toEqual([]);
    } finally {
      await Promise.all([phone, desk].map(({ context }) => context.close()));
      await stop();
    }
  }, 120_000);

  it('and a dump of everything the intake login can read is empty', async () => {
    const { house } = await openHub();
    const client = new pg.Client(house.connectAs('hadina_intake'));
    await client.connect();
    try {
      const { rows } = await client.query(`select database_to_xml(true, true, '')::text as dump`);
      expect(rows[0].dump).not.toMatch(/<row|network_id/);
      await expect(client.query('select 1 from portal.intake')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
  });
});
