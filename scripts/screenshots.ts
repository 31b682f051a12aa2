import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { sitemap } from '#apps/web/sitemap.ts';
import { chooseHome } from '#core/home.ts';
import { crawl } from '#tests/fixtures/crawl.ts';
import { openBrowser } from '#tests/journeys/browser.ts';
import { inLang } from '#tests/journeys/walked-pages.ts';

// Photographs every page of a running Hadina, in Arabic and French, on a phone and on a desk, into screenshots/.
// Reads the logins of the demo network from HADINA_HOME/demo-logins.txt; HADINA_URL names another address.

const origin = process.env['HADINA_URL'] ?? 'http://localhost:3000';
const folder = 'screenshots';
const seen = new Set<string>();

/** The first login of each role, from lines such as `  login  password  role · hub`; more of one role show the same pages. */
async function demoLogins(): Promise<{ login: string; password: string; role: string }[]> {
  const text = await readFile(join(await chooseHome(), 'demo-logins.txt'), 'utf8');
  const lines = text.split('\n').map((line) => /^ {2}(\S+)\s+(\S+)\s+([a-z_]+)/.exec(line)).filter((match) => match !== null);
  const logins = lines.map(([, login, password, role]) => ({ login: login!, password: password!, role: role! }));
  return logins.filter(({ role }, index) => logins.findIndex((one) => one.role === role) === index);
}

/** Signs in as a colleague would and keeps the window. */
async function signIn(browser: Browser, { login, password }: { login: string; password: string }): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.fill('[name=login]', login);
  await page.fill('[name=password]', password);
  await Promise.all([page.waitForURL((url) => url.pathname !== '/sign-in'), page.click('main form button')]);
  await page.close();
  return context;
}

/** Walks the links from these addresses and photographs what nobody photographed before. */
async function photograph(context: BrowserContext, who: string, from: readonly string[]): Promise<void> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const { reached } = await crawl(sitemap, from, async (address) => {
    const answer = await fetch(origin + address, { headers: { cookie }, redirect: 'manual' });
    return answer.status === 200 ? answer.text() : null;
  }, 5);
  const page = await context.newPage();
  for (const [pattern, address] of reached) {
    if (seen.has(pattern)) continue;
    seen.add(pattern);
    const name = pattern === '/' ? 'front' : pattern.slice(1).replaceAll(/\W+/g, '-');
    for (const lang of ['ar', 'fr']) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(origin + inLang(address, lang));
        await page.screenshot({ path: join(folder, `${name}-${lang}-${width}.png`), fullPage: true });
      }
    }
    process.stdout.write(`${who}: ${pattern}\n`);
  }
  await context.close();
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  await photograph(await browser.newContext({ baseURL: origin }), 'visitor', ['/', '/s']);
  for (const login of await demoLogins()) await photograph(await signIn(browser, login), login.role, ['/desk', '/', '/safe', '/inbox', '/network', '/settings']);
  const unseen = sitemap.filter(({ show, path }) => show && !seen.has(path)).map(({ path }) => path);
  process.stdout.write(`${seen.size} pages in ${folder}/${unseen.length ? `; no link led to ${unseen.join(' ')}` : ''}\n`);
} finally {
  await browser.close();
}
