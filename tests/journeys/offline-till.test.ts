import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { act, ask } from '#core/pipeline.ts';
import { holderSheet } from '#modules/currency/card/holder-sheet.query.ts';
import { allowOfflineSales } from '#modules/currency/offline/allow-offline-sales.ts';
import { offlineTerms } from '#modules/currency/offline/offline-terms.query.ts';
import { openAidHub } from '#tests/fixtures/aid.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { newSession } from '#tests/fixtures/new-session.ts';
import { giveReadyCard, openShop } from '#tests/fixtures/paying.ts';
import { noBrowser, openBrowser, openWindow, press } from './browser.ts';
import { axeFaults, overflow } from './page-faults.ts';

/** Everything this phone keeps of the till, as somebody reads it who has the phone: pages, files, sales. */
const keptOn = (page: Page): Promise<string> => page.evaluate(async () => {
  const pages = await Promise.all((await caches.keys()).map(async (name) => {
    const cache = await caches.open(name);
    return Promise.all((await cache.keys()).map(async (request) => `${request.url} ${await (await cache.match(request))!.text()}`));
  }));
  const base = await new Promise<IDBDatabase>((resolve) => { const asked = indexedDB.open('hadina-till'); asked.onsuccess = () => resolve(asked.result); });
  const sales = await new Promise<unknown>((resolve) => { const asked = base.transaction('sales').objectStore('sales').getAll(); asked.onsuccess = () => resolve(asked.result); });
  return JSON.stringify([pages, sales]);
});

describe.skipIf(noBrowser)(`the till without a network in Chromium${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); }, 60_000);
  afterAll(() => browser?.close());

  it('in Arabic on a phone: prepared with a network, sold without one, opened again without one, paid when it is back, with a receipt', async () => {
    const hub = await openAidHub();
    const { world: { house }, supervisor, officer } = hub;
    const shop = await openShop(hub);
    const programme = await hub.funded('1000');
    await act(house, supervisor, allowOfflineSales, { merchant: shop.merchant, currency: 'TND', card: '40', till: '60' } as never);
    const person = await hub.person();
    await hub.grant(programme, [person]);
    const her = await giveReadyCard(hub, person);
    const left = async () => (await ask(house, officer, holderSheet, { person })).wallets.reduce((sum, { free }) => sum + free, 0);
    const web = await openWeb(hub.world);
    const first = await web.listen();
    const { page, context, complaints } = await openWindow(browser, { origin: first.origin, lang: 'ar', script: true, width: 360 });
    let { stop } = first;
    const line = (number: number, state: string) => page.waitForSelector(`[data-sales] li[data-state=${state}]:has-text("${number} · ")`);
    await page.addInitScript((square) => {
      Object.assign(globalThis, { BarcodeDetector: class { detect = async () => [{ rawValue: square }]; } });
      if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = async () => {
        const drawn = document.createElement('canvas');
        drawn.getContext('2d')!.fillRect(0, 0, 9, 9);
        return drawn.captureStream(1);
      };
    }, `https://hub.example/k/${her.code}`);
    const sell = async (amount: string, typed: boolean = true) => {
      await page.fill('[name=amount]', amount);
      await page.check('[name=category][value=food]');
      if (typed) await page.fill('[name=card]', her.number);
      else {
        await page.click('[data-do=camera]');
        await page.waitForFunction((code) => document.querySelector<HTMLInputElement>('[name=card]')!.value.endsWith(code), her.code);
      }
      await page.fill('[name=pin]', '2580');
      await page.click('[data-show=ready] form button');
    };
    try {
      const [name, ...rest] = (await web.cookies(shop.till)).split('=');
      await context.addCookies([{ name: name!, value: rest.join('='), url: first.origin.replace('http:', 'https:'), secure: true }]);
      // A phone opens it from the till of every day.
      await page.goto('/till?lang=ar');
      await press(page, 'main a[href="/till/offline"]', /\/till\/offline$/);
      await page.click('[data-do=register]');
      await page.waitForSelector('[data-show=ready]:not([hidden])');
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      expect([await overflow(page), await axeFaults(page)]).toEqual([null, []]);

      // The network goes: the server is gone, not only the browser's word for it.
      await stop();
      await context.setOffline(true);
      await page.waitForSelector('[data-show=offline]:not([hidden])');
      await sell('١٢٫٥');
      await line(1, 'waiting');
      // More than the card may in a day, and then more than this phone may: said, and not kept.
      await sell('28');
      await page.waitForFunction(() => document.querySelector('[data-said]')!.textContent!.includes('البطاقة'));
      await page.reload();
      await line(1, 'waiting');
      await page.waitForSelector('[data-show=offline]:not([hidden])');
      // Its square is read by the camera this time; Chromium on a desk has no reader of its own.
      await sell('7', false);
      await line(2, 'waiting');
      expect(await page.locator('[data-sales] li').count()).toBe(2);
      expect([await overflow(page), await left()]).toEqual([null, 120_000]);
      const kept = await keptOn(page);
      expect([kept.includes('data-bounds'), ['Lotfi', '"2580"', her.number, her.code, person].filter((secret) => kept.includes(secret))]).toEqual([true, []]);

      // It is back, and she signs out before anything was sent: her sales stay on the phone and none is paid.
      await page.goto('about:blank');
      ({ stop } = await web.listen(Number(new URL(first.origin).port)));
      await context.setOffline(false);
      await page.goto(`${first.origin}/till?lang=ar`);
      await press(page, 'form[action="/sign-out"] button', /\/$/);
      await page.goto('/till/offline');
      expect([new URL(page.url()).pathname, await left()]).toEqual(['/sign-in', 120_000]);

      // Somebody of the shop signs in there again: both are paid in their order, by themselves.
      const [again, ...opened] = `__Host-session=${await newSession(house, shop.till)}`.split('=');
      await context.addCookies([{ name: again!, value: opened.join('='), url: first.origin.replace('http:', 'https:'), secure: true }]);
      await page.goto('/till/offline');
      await line(1, 'paid');
      await line(2, 'paid');
      expect(await left()).toBe(100_500);
      const [receipt] = /[A-Z0-9]{8}/.exec(await page.locator('[data-sales] li').last().innerText()) ?? [];
      await page.goto(`/till/receipts/${receipt}`);
      expect(await page.innerText('main')).toMatch(/12[.,٫]500/);
      expect((await ask(house, supervisor, offlineTerms, { merchant: shop.merchant })).sales.map(({ state }) => state)).toEqual(['paid', 'paid']);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
      await stop();
    }
  }, 60_000);
});
