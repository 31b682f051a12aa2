import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const chromiumPath = process.env['HADINA_CHROMIUM'] ?? '/usr/bin/chromium';

/** Why no browser journey can run here, said in the name of the skipped tests; null when one can. */
export const noBrowser = existsSync(chromiumPath) ? null : `no Chromium at ${chromiumPath}: HADINA_CHROMIUM names another`;

/** Starts Chromium without a screen and without a word to the outside. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface Window {
  readonly origin: string;
  readonly lang: 'ar' | 'fr';
  readonly script: boolean;
  readonly width?: number;
}

/** A browser of somebody's own, with no cookie; what its console complains of is collected in `complaints`. */
export async function openWindow(browser: Browser, { origin, lang, script, width = 1280 }: Window): Promise<{ page: Page; complaints: string[]; context: BrowserContext }> {
  // Without motion: a window made narrower while a page still slides in would complain of that.
  const context = await browser.newContext({
    baseURL: origin, locale: `${lang}-TN`, javaScriptEnabled: script, viewport: { width, height: 900 }, reducedMotion: 'reduce',
  });
  // A guard against hanging, with time for a slow machine.
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security|Trusted|Refused/.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
  return { page, complaints, context };
}

/** Goes to an entry of the menu, opening the part it stands in first. */
export async function pressSection(page: Page, href: string, to: RegExp): Promise<void> {
  const folded = page.locator(`.sections details:not([open]):has(a[href="${href}"]) > summary`);
  if (await folded.count()) await folded.click();
  await press(page, `.sections a[href="${href}"]`, to);
}

/** Clicks and waits for the address it must lead to, whether the browser loads it or the script swaps it in. */
export async function press(page: Page, selector: string, to: RegExp): Promise<void> {
  await Promise.all([page.waitForURL(to, { timeout: 40_000 }), page.click(selector)]);
}
