import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { searchFiles } from '../at-rest/search-files.ts';

/** One page to visit: where it stands, and whether its form is filled without being sent. */
export interface Visited {
  readonly address: string;
  readonly types?: true;
}

export interface Visit {
  readonly origin: string;
  readonly pages: readonly Visited[];
  /** What stands on the pages and what is typed; neither may be left behind. */
  readonly marks: readonly string[];
  readonly typed: string;
  readonly neutralIcon: string;
  readonly cookie?: { readonly name: string; readonly value: string };
}

/** Words that would tell somebody who looks at the history or the tabs. */
const TELLING = /help|aide|assist|violen|secour|safe|abus|protect|confident|مساعد|عنف|نجد|أمان|حماي|سلامة/i;

/** Visits the pages with a browser of its own, closes it, and looks through all that it left on the disk. */
export async function tracesOf(path: string, visit: Visit): Promise<{ cases: number; faults: string[]; bytes: number }> {
  const profile = await mkdtemp(join(tmpdir(), 'hadina-profile-'));
  const { chromium } = await import('playwright-core');
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: path, baseURL: visit.origin,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const faults = await visitAll(context, visit);
    await context.close();
    let bytes = 0;
    for (const mark of [...visit.marks, visit.typed]) {
      const found = await searchFiles(profile, { mark, digits: [] });
      bytes = Math.max(bytes, found.bytes);
      faults.push(...found.hits.map(({ file, how }) => `${file} holds ${mark === visit.typed ? 'what was typed' : 'what was read'} (${how})`));
    }
    return { cases: visit.pages.length * 7 + visit.marks.length + 1, faults: [...new Set(faults)], bytes };
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

async function visitAll(context: BrowserContext, { origin, pages, marks, typed, neutralIcon, cookie }: Visit): Promise<string[]> {
  if (cookie) await context.addCookies([{ ...cookie, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const one of pages) {
    const answer = await page.goto(one.address);
    const at = one.address.replace(/[0-9a-f-]{36}|pass=.*/g, '…');
    if (answer?.status() !== 200) { faults.push(`${at} answers ${answer?.status()}`); continue; }
    const html = await page.content();
    for (const mark of marks) if (html.includes(mark)) seen.add(mark);
    faults.push(...[...headFaults(answer.headers()), ...await lookFaults(page, neutralIcon)].map((fault) => `${at} ${fault}`));
    if (one.types) for (const field of await page.locator('main form input[type=text], main form textarea').all()) await field.fill(typed);
  }
  // Leaves by a link of the last page and back, as people do.
  await page.goto(`${origin}/hubs`);
  await page.goBack().catch(() => null);
  for (const mark of marks) if (!seen.has(mark)) faults.push('a page did not show what it was to show: nothing was proved');
  return faults;
}

const headFaults = (headers: Record<string, string>): string[] => [
  ...(headers['cache-control'] === 'no-store' ? [] : [`may be kept: ${headers['cache-control']}`]),
  ...(headers['referrer-policy'] === 'no-referrer' ? [] : ['tells the next site where she was']),
];

async function lookFaults(page: Page, neutralIcon: string): Promise<string[]> {
  const title = await page.title();
  const [open, workers, caches] = await page.evaluate(async () => [
    // A button alone has nothing to fill.
    [...document.querySelectorAll('form[method=post]')].filter((form) => form.querySelector('input:not([type=hidden]), textarea, select') && form.getAttribute('autocomplete') !== 'off').length,
    (await navigator.serviceWorker?.getRegistrations() ?? []).length,
    (await window.caches?.keys() ?? []).length,
  ]);
  return [
    ...(TELLING.test(title) || title.trim() === '' ? [`has a title that tells: ${title}`] : []),
    ...((await page.locator('link[rel=icon]').first().getAttribute('href')) === neutralIcon ? [] : ['has an icon that tells']),
    ...(open ? ['has a form that the browser may fill'] : []),
    ...(workers ? ['left a worker'] : []),
    ...(caches ? ['left a cache'] : []),
  ];
}
