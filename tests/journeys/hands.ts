import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Actor } from '#core/actor.ts';
import type { Web } from '#tests/fixtures/open-web.ts';
import { openWindow } from './browser.ts';

/** Somebody at a browser of her own: presses links and buttons, types, looks; nothing else. */
export interface Hands {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** Goes to where she begins: a page of the menu. */
  begin(address: string): Promise<void>;
  /** Presses a link or button and waits for the page that follows. */
  press(selector: string): Promise<void>;
  /** Fills the form that holds the first of these fields and sends it; dotted names as the form has them. */
  send(fields: Readonly<Record<string, string | readonly string[]>>): Promise<void>;
  /** The same with a form that is not taken: gives what is said against it. */
  refused(fields: Readonly<Record<string, string | readonly string[]>>): Promise<string>;
  /** What the page says, without the marks that isolate names and numbers. */
  reads(): Promise<string>;
  /** The number beside this entry of her menu. */
  waitsAt(address: string): Promise<number>;
  /** Where she stands. */
  at(): string;
  close(): Promise<void>;
}

interface Given { readonly origin: string; readonly web: Web; readonly actor: Actor | null; readonly width?: number; readonly script?: boolean; readonly lang?: 'ar' | 'fr' }

/** Opens a browser for somebody, in Arabic unless said, signed in already unless she is a visitor. */
export async function openHands(browser: Browser, { origin, web, actor, width = 1280, script = true, lang = 'ar' }: Given): Promise<Hands> {
  const { page, complaints, context } = await openWindow(browser, { origin, lang, script, width });
  const locked = origin.replace('http:', 'https:');
  if (lang !== 'ar') await context.addCookies([{ name: '__Host-language', value: lang, url: locked, secure: true }]);
  if (actor) {
    const [name, ...value] = (await web.cookies(actor)).split('=');
    await context.addCookies([{ name: name!, value: value.join('='), url: locked, secure: true }]);
  }
  /** Whatever follows shows a new `main`: the browser's own or the one swapped in. */
  const replaced = async (press: () => Promise<unknown>): Promise<void> => {
    await page.evaluate(() => { document.querySelector('main')!.dataset.before = 'yes'; });
    await press();
    await page.locator('main:not([data-before])').waitFor();
  };
  /** What the house answered with a no since the last press: told by its status, whatever the page looks like. */
  const noes: string[] = [];
  page.on('response', (answer) => {
    const asked = answer.request();
    if (answer.status() >= 400 && (asked.isNavigationRequest() || asked.method() === 'POST')) noes.push(`${answer.status()} ${asked.method()} ${new URL(answer.url()).pathname}`);
  });
  const onward = async (press: () => Promise<unknown>): Promise<void> => {
    noes.length = 0;
    await replaced(press);
    expect([page.url(), noes, await page.locator('#error-summary, main .notice.rose').allInnerTexts()]).toEqual([page.url(), [], []]);
  };
  const filled = async (fields: Readonly<Record<string, string | readonly string[]>>): Promise<Locator> => {
    await unfold(page);
    const form = page.locator(`main form:has([name="${Object.keys(fields)[0]}"])`).first();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) await put(form, name, one);
    return form.locator('button:not([type=button])').first();
  };
  const hands: Hands = {
    page, complaints,
    begin: async (address) => {
      const answer = await page.goto(address, { waitUntil: 'domcontentloaded' });
      expect([address, answer?.status(), await page.getAttribute('html', 'dir')]).toEqual([address, 200, lang === 'ar' ? 'rtl' : 'ltr']);
    },
    press: async (selector) => {
      await unfold(page);
      await onward(() => page.locator(selector).first().click());
    },
    send: async (fields) => {
      const button = await filled(fields);
      await onward(() => button.click());
    },
    refused: async (fields) => {
      const button = await filled(fields);
      await replaced(() => button.click());
      return bare(await page.innerText('#error-summary'));
    },
    reads: async () => bare(await page.innerText('main')),
    waitsAt: async (address) => Number((await page.locator(`.sections a[href="${address}"]`).first().textContent() ?? '').replace(/\D/g, '') || 0),
    at: () => new URL(page.url()).pathname,
    close: () => context.close(),
  };
  return hands;
}

const bare = (text: string): string => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '');

const unfold = (page: Page): Promise<void> => page.evaluate(() => { for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true; });

/** Types, chooses or ticks, whatever the field is. */
async function put(form: Locator, name: string, value: string): Promise<void> {
  const field = form.locator(`[name="${name}"]:not([type=hidden])`);
  const kind = await field.first().evaluate((one) => (one instanceof HTMLSelectElement ? 'select' : (one as HTMLInputElement).type));
  if (kind === 'radio' || kind === 'checkbox') await form.locator(`label:has([name="${name}"][value="${value}"])`).first().click();
  else if (kind === 'select') await field.first().selectOption(value);
  else await field.first().fill(value);
}

/** These addresses are closed to her as if nothing stood there. */
export async function closedTo(web: Web, actor: Actor, addresses: readonly string[]): Promise<void> {
  const answers = await Promise.all(addresses.map(async (address) => [address, (await web.get(address, actor)).status]));
  expect(answers).toEqual(addresses.map((address) => [address, 404]));
}

/** Keeps a picture of the page when HADINA_PHOTOS names a folder. */
export async function picture({ page }: Hands, name: string): Promise<void> {
  const folder = process.env['HADINA_PHOTOS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
