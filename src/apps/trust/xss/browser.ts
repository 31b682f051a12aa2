import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { Kit } from '../kit.ts';

/** Where Chromium lies, or null when this machine has none. */
export const chromiumPath = (): string | null =>
  [process.env.HADINA_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path): path is string => Boolean(path) && existsSync(path!)) ?? null;

/** The Chromium of this run, opened once, for the check only; the package that drives it comes with the tests, not with the product. */
export const chromiumOf = (kit: Kit, path: string): Promise<Browser> => kit.shared('chromium', async () => {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  return { value: browser, close: () => browser.close() };
});

/** Opens an address as a browser would and tells whether anything ran or was stopped from running. */
export async function whatRan(browser: Browser, origin: string, addresses: readonly string[], cookie?: { name: string; value: string }): Promise<string[]> {
  const context = await browser.newContext({ baseURL: origin });
  if (cookie) await context.addCookies([{ ...cookie, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  const ran: string[] = [];
  let now = '';
  page.on('dialog', (dialog) => { ran.push(`${now}: a script spoke`); void dialog.dismiss(); });
  page.on('request', (request) => {
    const { pathname, host } = new URL(request.url());
    if (pathname === '/xss-beacon') ran.push(`${now}: a script called`);
    if (/^https?:/.test(request.url()) && host !== new URL(origin).host) ran.push(`${now}: the page called ${host}`);
  });
  page.on('console', (message) => { if (/Content Security Policy|Trusted Type/i.test(message.text())) ran.push(`${now}: the browser stopped something: ${message.text().slice(0, 120)}`); });
  for (const address of addresses) {
    now = address;
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 20_000 }).catch((error: Error) => ran.push(`${now}: ${error.message.split('\n')[0]}`));
    if (await page.evaluate('Boolean(window.xss)').catch(() => false)) ran.push(`${now}: a script left its mark`);
  }
  await context.close();
  return ran;
}
