import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { type OnTheMove, openOnTheMove } from '#tests/fixtures/on-the-move.ts';
import { noBrowser, openBrowser, openWindow, press } from './browser.ts';
import { axeFaults, overflow } from './page-faults.ts';

/** She leaves one hub and arrives at another: two officers, two browsers, and six words between them that only she carries. */
describe.skipIf(noBrowser)(`a move by spoken words${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let browser: Browser;
  let web: Web;
  let move: OnTheMove;
  let origin: string;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    browser = await openBrowser();
    move = await openOnTheMove();
    web = await openWeb(move.world);
    ({ origin, stop } = await web.listen());
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await stop?.();
  });

  const sits = async (actor: Actor, lang: 'ar' | 'fr', script: boolean) => {
    const { page, context, complaints } = await openWindow(browser, { origin, lang, script });
    const [name, value] = (await web.cookies(actor)).split(/=(.*)/s) as [string, string];
    await context.addCookies([{ name, value, url: origin.replace('http:', 'https:') }, { name, value, url: origin }].slice(name.startsWith('__Host-') ? 0 : 1, name.startsWith('__Host-') ? 1 : 2));
    await page.goto(`/desk?lang=${lang}`);
    return { page, context, complaints };
  };
  /** Nothing that axe finds and nothing that scrolls sideways, on a desk and on a phone; axe needs a page that runs scripts. */
  const looksWith = (script: boolean) => async (page: Page, sheet = false): Promise<void> => {
    for (const width of script ? [1280, 360] : []) {
      await page.setViewportSize({ width, height: 900 });
      expect([await axeFaults(page), sheet ? null : await overflow(page)], `${page.url()} ${width}`).toEqual([[], null]);
    }
  };

  it.each([['ar', true], ['fr', true], ['ar', false]] as const)('in %s, with script %s', async (lang, script) => {
    const looks = looksWith(script);
    const leaving = await sits(move.worker, lang, script);
    const { page } = leaving;
    await page.goto(`/people/${move.woman}/cases`);
    await press(page, `main a[href="/people/${move.woman}/transfer"]`, /\/transfer$/);
    await looks(page);
    await press(page, 'main ul.found a', /\/transfer\/[0-9a-f-]{36}$/);
    await page.goto(`${page.url()}?change=1`);
    await looks(page);
    await page.check('[name=answer][value=given]');
    await page.check('[name=channel][value=written]');
    await page.selectOption('[name=language]', { index: 1 });
    await press(page, 'main form.form button', /\/transfer\/[0-9a-f-]{36}$/);
    await page.waitForSelector('[name=summary]');
    await looks(page);
    await page.check('[name=kind][value=referral]');
    await page.fill('[name=summary]', 'تريد أن تفتح مخبزا');
    await press(page, 'main form.form button', /\/words$/);
    await looks(page, true);
    const words = await page.$$eval('main ol strong', (each) => each.map(({ textContent }) => textContent));
    expect(words).toHaveLength(6);
    await press(page, 'a.back', /\/transfers\/[0-9a-f-]{36}$/);
    await looks(page);
    expect((await page.innerText('main')).split(/\s+/)).not.toEqual(expect.arrayContaining(words));

    const arriving = await sits(move.receiver, lang, script);
    await arriving.page.goto('/transfers');
    await looks(arriving.page);
    expect(await arriving.page.innerText('main')).not.toContain('خديجة');
    await press(arriving.page, 'main a[href$="/open"]', /\/open$/);
    await looks(arriving.page);
    await arriving.page.fill('[name=words]', words.slice(1).join(' '));
    await arriving.page.click('main form.form button');
    await arriving.page.waitForSelector('.field-error');
    await arriving.page.fill('[name=words]', words.join(' '));
    await press(arriving.page, 'main form.form button', /\/inside$/);
    expect(await arriving.page.innerText('main')).toContain('تريد أن تفتح مخبزا');
    await looks(arriving.page);
    await press(arriving.page, 'main form.form button', new RegExp(`/people/${move.woman}$`));
    expect(await arriving.page.innerText('main')).toContain('خديجة');
    await page.reload();
    await looks(page);
    expect([...leaving.complaints, ...arriving.complaints]).toEqual([]);
    await leaving.context.close();
    await arriving.context.close();
  }, 240_000);
});
