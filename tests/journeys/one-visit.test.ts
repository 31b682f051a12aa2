import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { noBrowser, openBrowser, openWindow } from './browser.ts';
import { openReadyHub } from './desk-of-services.ts';
import {
  askConsent, assessAndClose, callNumber, listen, makeSlip, meet, openFigure, orient, receivedSoFar, refer, signIn, type Visit,
} from './one-visit.ts';
import { answerByLink, readSlip, saidServed } from './one-visit-elsewhere.ts';

/** Journey G1 (domain.md): one request at a desk, from the door to the figure. */
describe.skipIf(noBrowser)(`one visit at a desk, by links, buttons and typing alone${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); }, 60_000);
  afterAll(() => browser?.close());

  // Every two of client, language and script meet once.
  const runs = (['ar', 'fr'] as const).flatMap((lang) =>
    [true, false].map((script) => ({ lang, script, client: script === (lang === 'fr') ? 'woman' as const : 'cooperative' as const })));

  it.each(runs)('$client, in $lang, script $script', async ({ lang, script, client }) => {
    const hub = await openReadyHub(lang);
    const { origin, stop } = await (await openWeb(hub.world)).listen();
    const hers = await openWindow(browser, { origin, lang, script });
    const partners = await openWindow(browser, { origin, lang, script, width: 360 });
    const phone = await openWindow(browser, { origin, lang, script, width: 360 });
    const visit: Visit = { page: hers.page, hub, lang, client };
    try {
      await signIn(visit);
      expect(await receivedSoFar(visit)).toBe(0);
      await callNumber(visit);
      await listen(visit);
      await meet(visit);
      await askConsent(visit, 'service');
      await orient(visit);
      const slip = await makeSlip(visit);
      expect(await readSlip(phone.page, slip, lang)).toContain(lang === 'ar' ? 'استشارة قانونية' : 'Consultation juridique');
      const link = await refer(visit);
      const nextLink = await answerByLink(partners.page, link, lang, hers.page);
      await saidServed(partners.page, nextLink, lang);
      await assessAndClose(visit);
      expect(await receivedSoFar(visit)).toBe(1);
      await openFigure(visit);
      expect([...hers.complaints, ...partners.complaints, ...phone.complaints]).toEqual([]);
    } finally {
      await Promise.all([hers, partners, phone].map(({ context }) => context.close()));
      await stop();
    }
  }, 150_000);
});
