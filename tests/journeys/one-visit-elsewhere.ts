import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { press } from './browser.ts';

const used = { ar: /استُعمل|استعمل|سبق/, fr: /déjà/ } as const;

/** She types the code of her slip and her word, and reads where her request stands. Nothing names her. */
export async function readSlip(page: Page, { code, word }: { code: string; word: string }, lang: 'ar' | 'fr'): Promise<string> {
  await page.goto('/s');
  if (lang === 'fr') await press(page, '.languages a[lang=fr]', /lang=fr/);
  await page.fill('[name=code]', code);
  await page.fill('[name=word]', word);
  await press(page, 'main form button', /\/s\/[A-Z0-9]+\?pass=/);
  const status = await page.innerText('main');
  expect(status).not.toMatch(/خديجة|Khadija/);
  // The way out is the only script here: whoever looks over her shoulder sees the same page as of any visit.
  expect(await page.locator('script:not([src^="/assets/exit."])').count()).toBe(0);
  return status;
}

/** The partner, without any account, opens the link twice, accepts, and finds it used afterwards. Gives the link that says she came. */
export async function answerByLink(page: Page, link: string, lang: 'ar' | 'fr', officers: Page): Promise<string> {
  for (const _ of ['first', 'second']) {
    await page.goto(`${link}?lang=${lang}`);
    expect(await page.locator('[name=answer]').count()).toBe(2);
  }
  await page.check('[name=answer][value=accepted]');
  await page.click('main form[method=post] button');
  await page.waitForURL((url) => url.search === '?thanks=1');
  const next = new URL(page.url()).pathname;
  await page.goto(link);
  expect(await page.innerText('main')).toMatch(used[lang]);
  expect(await page.locator('[name=answer]').count()).toBe(0);
  await officers.goto(officers.url().split('?')[0]!);
  expect(await officers.locator('main form[action$="/served"]').count()).toBe(1);
  return next;
}

/** She came: the partner says so by the second link, once. */
export async function saidServed(page: Page, link: string, lang: 'ar' | 'fr'): Promise<void> {
  await page.goto(link);
  await page.check('main [name=outcome] >> nth=0');
  await page.click('main form[method=post] button');
  await page.waitForURL((url) => url.search === '?thanks=1');
  await page.goto(link);
  expect(await page.innerText('main')).toMatch(used[lang]);
}
