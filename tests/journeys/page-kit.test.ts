import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assets, loadAssets } from '#apps/web/assets.ts';
import { renderPage } from '#ui/render.ts';
import { specimenPages } from '#ui/specimen-pages.tsx';
import type { Audience } from '#ui/view.ts';

const chromiumPath = process.env['HADINA_CHROMIUM'] ?? '/usr/bin/chromium';
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** As strict as the real pages: citizens get no script at all, Trusted Types everywhere. */
const policyOf = (audience: Audience): string =>
  [
    "default-src 'none'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "media-src 'self'", "form-action 'self'",
    audience === 'citizen' ? "script-src 'none'" : "script-src 'self'",
    "require-trusted-types-for 'script'", 'trusted-types hadina',
  ].join('; ');

let assets: Assets;
let server: Server;
let browser: Browser;
let origin: string;
const posted: string[] = [];

/** Serves `/<audience>/<lang>/<theme>`, the assets, and an answer to the form. */
function answer(url: string, method: string, body: string): { type: string; text: string | Buffer; csp: string; status?: number } {
  const file = assets.files.get(url.split('/assets/')[1] ?? '');
  if (file) return { type: file.type, text: file.plain, csp: '' };
  const [audience = 'citizen', lang = 'ar', theme = 'light'] = new URL(url, 'http://x').pathname.slice(1).split('/');
  if (method === 'POST') posted.push(body);
  const page = specimenPages(lang as 'ar', assets.hrefs, theme as 'light')[audience as Audience];
  if (!page) return { type: 'text/html', text: '<!doctype html><title>elsewhere</title>', csp: '' };
  const html = renderPage(page).replaceAll('/specimen', `/${audience}/${lang}/${theme}`);
  return { type: 'text/html; charset=utf-8', text: method === 'POST' ? html.replace('<h1 ', '<h1 data-answer ') : html, csp: policyOf(audience as Audience), status: method === 'POST' ? 422 : 200 };
}

async function open(path: string, options: { width?: number; script?: boolean; axe?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 800 },
    javaScriptEnabled: options.script ?? true,
    bypassCSP: options.axe ?? false,
  });
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

describe.skipIf(!existsSync(chromiumPath))('the page kit in a browser (needs Chromium; HADINA_CHROMIUM names it)', () => {
  beforeAll(async () => {
    assets = await loadAssets();
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const { type, text, csp, status } = answer(request.url!, request.method!, body);
        const delay = request.method === 'POST' ? 150 : 0;
        setTimeout(() => response.writeHead(status ?? 200, { 'content-type': type, 'content-security-policy': csp }).end(text), delay);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  describe.each(['citizen', 'staff', 'help', 'print'])('%s page', (audience) => {
    it.each([
      ['ar', 'light', 360], ['ar', 'dark', 1280], ['fr', 'light', 1280], ['fr', 'dark', 360],
    ] as const)('has no accessibility fault and no sideways scroll in %s %s at %i px', async (lang, theme, width) => {
      const page = await open(`/${audience}/${lang}/${theme}`, { width, axe: true });
      await page.evaluate(axeSource);
      const faults = await page.evaluate(async () => {
        const { violations } = await (globalThis as never as { axe: typeof import('axe-core') }).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
      });
      expect(faults).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow).toBe(0);
      await page.context().close();
    }, 30_000);

    it('breaks no rule of its security policy', async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => /Content Security|Trusted/.test(message.text()) && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`${origin}/${audience}/ar/light`);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });

  it('buttons and section links can be hit with a thumb', async () => {
    const page = await open('/staff/ar/light', { width: 360 });
    const small = await page.$$eval('.button, .icon-button, .sections a, .tabs a, .languages a, .tick, input:not([type=hidden], [type=radio], [type=checkbox]), select', (all) =>
      all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 80)));
    expect(small).toEqual([]);
    await page.context().close();
  });

  it('sends a form without loading the page, once, even when pressed twice, and leads to the errors', async () => {
    const page = await open('/staff/fr/light');
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    posted.length = 0;
    await page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('.form .button.quiet')!;
      button.click();
      button.click();
    });
    await page.waitForSelector('h1[data-answer]');
    expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary');
    expect(posted).toHaveLength(1);
    const sent = new URLSearchParams(posted[0]);
    expect(sent.get('draft')).toBe('true');
    expect(sent.getAll('needs')).toEqual(['LEG', 'FIN']);
    expect(sent.get('title.ar')).toBe('ورشة الخزف');
    expect(sent.get('_key')).toMatch(/^[0-9a-f-]{36}$/);
    await page.context().close();
  });

  it('says so when the network is lost, and keeps what was typed', async () => {
    const page = await open('/staff/fr/light');
    await page.fill('#f-full_name', 'Mabrouka');
    await page.context().setOffline(true);
    await page.click('.form .button.primary');
    await page.waitForFunction(() => document.querySelector('#announce')?.textContent?.startsWith('La connexion'));
    expect(await page.inputValue('#f-full_name')).toBe('Mabrouka');
    expect(await page.locator('form[aria-busy]').count()).toBe(0);
    await page.context().close();
  });

  it('posts the same form without any script', async () => {
    const page = await open('/staff/fr/light', { script: false });
    posted.length = 0;
    await page.click('.form .button.primary');
    await page.waitForSelector('h1[data-answer]');
    expect(new URLSearchParams(posted[0]).get('phone')).toBe('+216 20 000 017');
    await page.context().close();
  });

  it('swaps a list by its sort link and puts the order in the address', async () => {
    const page = await open('/staff/ar/light');
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    await page.click('thead a >> nth=1');
    await page.waitForURL(/sort=paid/);
    expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('q');
    await page.context().close();
  });

  it.each(['Escape', 'Shift'])('leaves a help page on three presses of %s and keeps no way back', async (key) => {
    const page = await open('/citizen/fr/light');
    await page.route('https://www.google.com/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }));
    await page.evaluate((url) => location.assign(url), `${origin}/help/fr/light`);
    await page.waitForSelector('#quick-exit');
    for (let press = 0; press < 3; press++) await page.keyboard.press(key);
    await page.waitForURL('https://www.google.com/**');
    await page.goBack();
    expect(page.url()).toBe(`${origin}/citizen/fr/light`);
    await page.context().close();
  });

  it.each(['ar', 'fr'])('keeps the way out in sight at 320 px in %s, also scrolled, first in the tab order', async (lang) => {
    const page = await open(`/help/${lang}/light`, { width: 320 });
    await page.evaluate(() => {
      document.querySelector('main')!.append(...Array.from({ length: 200 }, () => document.createElement('hr')));
      scrollTo(0, 2000);
    });
    const box = (await page.locator('#quick-exit').boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThan(120);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('quick-exit');
    await page.context().close();
  });
});
