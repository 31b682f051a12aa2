import type { Browser, Page } from 'playwright-core';

/** A page of help to look at: where it stands, and whether the browser runs scripts. */
export interface ExitCase {
  readonly origin: string;
  readonly address: string;
  readonly lang: 'ar' | 'fr' | 'en';
  readonly width: number;
  readonly script: boolean;
  /** The address of the icon that tells nothing. */
  readonly neutralIcon: string;
  /** Also by the keys, three times Esc or Shift. */
  readonly keys: boolean;
  readonly cookie?: { name: string; value: string };
}

const ELSEWHERE = '<!doctype html><title>Elsewhere</title><p>elsewhere';
/** Words that would tell somebody who looks at the tab or the history. */
const TELLING = /help|aide|assist|violen|secour|safe|abus|مساعد|عنف|نجد|أمان|حماي/i;

/** What is wrong with the way out of one help page; no line when all of it holds. */
export async function exitFaults(browser: Browser, { origin, address, lang, width, script, neutralIcon, keys, cookie }: ExitCase): Promise<string[]> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width, height: 640 }, javaScriptEnabled: script });
  if (cookie) await context.addCookies([{ ...cookie, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }]);
  await context.route((url) => url.origin !== origin, (route) => route.fulfill({ contentType: 'text/html', body: ELSEWHERE }));
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const at = `${address} ${lang} ${width} px${script ? '' : ' without script'}`;
  const faults: string[] = [];
  try {
    for (const leave of script && keys ? ([pressed, escaped, shifted] as const) : ([pressed] as const)) {
      await page.goto('/hubs');
      const answer = await page.goto(`${address}?lang=${lang}`);
      if (answer?.status() !== 200) return [`${at}: answers ${answer?.status()}`];
      if (leave === pressed) faults.push(...headFaults(answer.headers()), ...await lookFaults(page, script, neutralIcon));
      faults.push(...await leave(page, origin, script));
    }
  } catch (error) {
    faults.push((error as Error).message.split('\n')[0]!);
  } finally {
    await context.close();
  }
  return faults.map((fault) => `${at}: ${fault}`);
}

function headFaults(headers: Record<string, string>): string[] {
  return [
    ...(headers['cache-control'] === 'no-store' ? [] : [`may be kept: ${headers['cache-control']}`]),
    ...(headers['referrer-policy'] === 'no-referrer' ? [] : ['tells the next site where she was']),
  ];
}

/** First in the order of keys, in sight before and after scrolling, neutral to look at, and honest about what it cannot do. */
async function lookFaults(page: Page, script: boolean, neutralIcon: string): Promise<string[]> {
  const faults: string[] = [];
  await page.keyboard.press('Tab');
  if (await page.locator('#quick-exit:focus').count() === 0) faults.push('the way out is not first in the order of keys');
  if (!(await inSight(page))) faults.push('the way out is not in sight');
  await page.mouse.wheel(0, 100_000);
  await page.waitForTimeout(60);
  if (!(await inSight(page))) faults.push('the way out scrolls away');
  const title = await page.title();
  if (TELLING.test(title) || title.trim() === '') faults.push(`the title tells: ${title}`);
  if ((await page.locator('link[rel=icon]').first().getAttribute('href')) !== neutralIcon) faults.push('the icon is not neutral');
  if ((await page.locator('.exit-limits').allTextContents()).join('').length < 40) faults.push('does not say what it cannot hide');
  const scripts = await page.locator('script').count();
  if (script && scripts !== 1) faults.push(`${scripts} scripts`);
  return faults;
}

/** The whole button lies inside the window. */
async function inSight(page: Page): Promise<boolean> {
  const box = await page.locator('#quick-exit').boundingBox();
  const { width, height } = page.viewportSize()!;
  return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height && box.height >= 44;
}

/** With the script the page is blank in the same instant, before the other site answers. */
async function pressed(page: Page, origin: string, script: boolean): Promise<string[]> {
  if (!script) {
    await page.locator('#quick-exit').click();
    await page.waitForURL((url) => url.origin !== origin);
    return [];
  }
  const blank = await page.evaluate(`(() => { document.querySelector('#quick-exit').click(); return document.documentElement.hidden; })()`).catch(() => true);
  return [...(blank ? [] : ['is not blank at once']), ...await goneFaults(page, origin)];
}

const escaped = (page: Page, origin: string): Promise<string[]> => byKeys(page, origin, 'Escape');
const shifted = (page: Page, origin: string): Promise<string[]> => byKeys(page, origin, 'Shift');

async function byKeys(page: Page, origin: string, key: string): Promise<string[]> {
  for (let n = 0; n < 3; n++) await page.keyboard.press(key);
  return goneFaults(page, origin);
}

/** She is elsewhere, and "back" leads to the page before the help page, not to it. */
async function goneFaults(page: Page, origin: string): Promise<string[]> {
  const left = await page.waitForURL((url) => url.origin !== origin, { timeout: 5_000 }).then(() => true, () => false);
  if (!left) return ['does not leave'];
  await page.goBack();
  return new URL(page.url()).pathname === '/hubs' ? [] : [`back shows ${new URL(page.url()).pathname}`];
}
