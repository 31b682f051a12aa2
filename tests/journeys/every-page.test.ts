import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '#apps/web/assets.ts';
import { sitemap } from '#apps/web/sitemap.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { noBrowser, openBrowser, openWindow } from './browser.ts';
import { openLivedInHub } from './lived-in-hub.ts';
import { axeFaults, axeSource, crampedTables, literals, overflow, unfold } from './page-faults.ts';
import { inLang, type Walked, walkPages } from './walked-pages.ts';

/** Pages to which no link leads, and why. */
const linkless: Readonly<Record<string, string>> = {
  '/sign-in/second': 'the way there is a redirect, when a password alone was shown',
  '/sign-in/recover': 'a link of that page, for who still owes her second step',
  '/sign-in/outside': 'another house sends her back there',
  '/prove-again': 'the way there is a redirect, when a delicate page asks for the password once more',
};

/** Names in Latin letters that the hub's rows carry into labels. */
const named = ['Autre association', 'Coopérative du pain', 'Organisme gestionnaire d’essai', 'CitESS', 'project'];

/** A phone, what lies between, and a desk. */
const widths = [360, 720, 800, 1000, 1280];

let web: Web;
let proveAgain: () => Promise<unknown>;
let walked: readonly Walked[];
let unreached: readonly string[];
beforeAll(async () => {
  const { world, walkers } = await openLivedInHub();
  web = await openWeb(world);
  proveAgain = () => ownerQuery(world.house, 'update network.session set proved_at = now(), second_at = now() where network_id = $1', [world.network]);
  ({ walked, unreached } = await walkPages(web, sitemap, walkers, linkless));
}, 600_000);

it('every page of the sitemap is reached by somebody’s links', () => {
  expect(unreached.filter((path) => !(path in linkless))).toEqual([]);
  expect(Object.keys(linkless).filter((path) => !unreached.includes(path))).toEqual([]);
});

describe('the weight of every page', () => {
  it('citizens: at most 50 KB with its style, and no script; staff: at most 150 KB', async () => {
    const assets = await loadAssets();
    const fileSize = (href: string) => assets.files.get(href.split('/').at(-1)!)!.br.length;
    const faults: string[] = [];
    for (const { pattern, html, audience } of walked) {
      const scripts = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, href]) => href!);
      // Packed as the house packs a page while somebody waits for it, which is not as small as can be.
      const weight = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length + fileSize(assets.hrefs.css) + scripts.reduce((sum, href) => sum + fileSize(href), 0);
      // Facts for search engines are a block of data: nothing runs them.
      if (audience === 'citizen' && html.replaceAll('<script type="application/ld+json">', '').includes('<script')) faults.push(`${pattern} carries a script`);
      if (weight > (audience === 'staff' ? 150 : 50) * 1024) faults.push(`${pattern} weighs ${Math.round(weight / 1024)} KB`);
    }
    expect(faults).toEqual([]);
  }, 120_000);
});

describe.skipIf(noBrowser)(`every page in a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let browser: Browser;
  let origin: string;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ origin, stop } = await web.listen());
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await stop?.();
  });

  /** Opens every page in one language, each walker with her own cookie, two windows at a time, and gathers what `look` finds. */
  async function lookAtAll(lang: 'ar' | 'fr', look: (page: Page, one: Walked) => Promise<string[]>): Promise<string[]> {
    // A walk through all pages takes longer than the quarter of an hour for which some of them take her word.
    await proveAgain();
    const left = [...walked];
    const lookOn = async () => {
      const faults: string[] = [];
      for (let one = left.shift(); one; one = left.shift()) {
        const { page, context, complaints } = await openWindow(browser, { origin, lang, script: true });
        if (one.actor) await context.addCookies([cookieOf(await web.cookies(one.actor), origin)]);
        await context.addInitScript(axeSource);
        for (const { who } = one; one; one = left[0]?.who === who ? left.shift() : undefined) {
          const { pattern, address } = one;
          const answer = await page.goto(inLang(address, lang));
          const found = answer?.status() === 200 ? await look(page, one) : [`answers ${answer?.status()}`];
          faults.push(...found.map((fault) => `${pattern} ${fault}`));
        }
        faults.push(...complaints);
        await context.close();
      }
      return faults;
    };
    return (await Promise.all([lookOn(), lookOn()])).flat();
  }

  it.each(['ar', 'fr'] as const)('in %s: no accessibility fault, no sideways scroll, no broken policy, the right direction', async (lang) => {
    const faults = await lookAtAll(lang, async (page, { audience, pattern }) => {
      const found: string[] = [];
      const [said, dir] = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
      // A printed sheet speaks the language of whoever takes it home: her slip is in French here, her plan and her receipt in Arabic, and so are the catalogue and the vouchers asked for first.
      const home = audience !== 'print' ? undefined : pattern.startsWith('/desk') ? 'fr-TN ltr' : /^\/(cases|people|catalogues|aid\/vouchers)\//.test(pattern) ? 'ar-TN rtl' : undefined;
      const expected = home ?? `${lang}-TN ${lang === 'ar' ? 'rtl' : 'ltr'}`;
      if (`${said} ${dir}` !== expected) found.push(`is ${said} ${dir}`);
      await unfold(page);
      // From the width at which it was opened to the other end: on a phone first, or wide first.
      const narrowFirst = page.viewportSize()!.width === 360;
      for (const width of narrowFirst ? widths : widths.toReversed()) {
        if (page.viewportSize()!.width !== width) await page.setViewportSize({ width, height: 800 });
        if (width === 1280 || width === 360) await keepPicture(page, pattern, lang, width);
        const pushed = audience === 'print' ? null : await overflow(page);
        // Its rules read the page's structure, the same in both: wide with the menu in one language, on a phone in the other.
        const unfair = width === (lang === 'ar' ? 1280 : 360) ? await axeFaults(page, { colours: lang === 'ar' }) : [];
        found.push(...[...(pushed ? [pushed] : []), ...(await crampedTables(page)), ...unfair].map((fault) => `${width}: ${fault}`));
      }
      return found;
    });
    expect(faults).toEqual([]);
  }, 900_000);

  it('in the pseudo-language: no word that did not come through the words of a module', async () => {
    await proveAgain();
    const { page, context } = await openWindow(browser, { origin, lang: 'fr', script: false });
    const faults: string[] = [];
    for (const { pattern, address, actor } of walked.filter(({ audience }) => audience !== 'print')) {
      // Only its words are read: it needs no style and no script, and without one those for who has none are read too.
      const answer = await web.get(inLang(address, 'qps'), actor);
      await page.setContent(await answer.text(), { waitUntil: 'domcontentloaded' });
      const found = answer.status === 200 && (await page.locator('main').count()) === 1 ? await literals(page, named) : [`answers ${answer.status}`];
      faults.push(...found.map((fault) => `${pattern} ${fault}`));
    }
    await context.close();
    expect(faults).toEqual([]);
  }, 400_000);

  it('finds what was planted: a picture without words, a block too wide, a literal, a word broken in a table', async () => {
    const { page, context } = await openWindow(browser, { origin, lang: 'fr', script: true, width: 360 });
    await page.goto('/?lang=qps');
    expect([await literals(page, named), await overflow(page), await axeFaults(page), await crampedTables(page)]).toEqual([[], null, [], []]);
    await page.evaluate(spoil);
    expect(await literals(page, named)).toEqual(['main: A forgotten literal']);
    expect(await overflow(page)).toContain('px sideways');
    expect((await axeFaults(page)).join()).toContain('image-alt');
    expect(await crampedTables(page)).toContain('breaks the word convention');
    await context.close();
  });
});

/** Keeps a picture of the page when HADINA_PHOTOS names a folder. */
async function keepPicture(page: Page, pattern: string, lang: string, width: number): Promise<void> {
  const folder = process.env['HADINA_PHOTOS'];
  if (folder) await page.screenshot({ path: join(folder, `${pattern.replaceAll(/\W+/g, '-')}-${lang}-${width}.png`), fullPage: true });
}

/** What each look must find on a page made worse on purpose. */
const spoil = () => {
  const main = document.querySelector('main')!;
  const wide = document.createElement('div');
  Object.assign(wide.style, { inlineSize: '3000px', blockSize: '4px' });
  main.append(wide, document.createElement('img'), 'A forgotten literal');
  const table = document.createElement('table');
  const cell = table.insertRow().insertCell();
  cell.lang = 'fr';
  cell.textContent = 'convention';
  Object.assign(table.style, { inlineSize: '40px', tableLayout: 'fixed' });
  Object.assign(cell.style, { overflowWrap: 'anywhere' });
  main.append(table);
};

/** A cookie header's one pair, as a browser keeps it. */
function cookieOf(pair: string, origin: string): { name: string; value: string; url: string; secure: true } {
  const [name, ...value] = pair.split('=');
  return { name: name!, value: value.join('='), url: origin.replace('http:', 'https:'), secure: true };
}
