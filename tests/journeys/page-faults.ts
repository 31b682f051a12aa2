import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The program of axe-core: given to a window before its pages, it need not be sent to each. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong on the page as it stands, folded parts opened; a line each. `colours`: they know no language, and measuring them takes as long as all the rest. */
export async function axeFaults(page: Page, { colours = true }: { readonly colours?: boolean } = {}): Promise<string[]> {
  // Half a megabyte of source: once for a page, however often it is looked at.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (contrast) => {
    const { axe } = globalThis as never as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], preload: false, resultTypes: ['violations'], selectors: false,
      rules: { 'color-contrast': { enabled: contrast } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, colours);
}

/** Opens everything folded away, so that it is checked too. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => { for (const fold of document.querySelectorAll('details')) fold.open = true; });

/** By how many pixels the page can be pushed sideways, and by what. */
export const overflow = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return null;
    const wide = [...document.querySelectorAll('main *')].filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return right > root.clientWidth + 1 || left < -1;
    });
    return `${over} px sideways: ${wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 100)).join(' | ')}`;
  });

/** Tables too narrow for what they hold: a word broken inside a cell, or a table that scrolls in its place instead of becoming cards. */
export const crampedTables = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const linesOf = (range: Range): number => new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top))).size;
    for (const place of document.querySelectorAll('main .list-place')) {
      if (place.scrollWidth > place.clientWidth + 1) found.push(`table scrolls: ${place.querySelector('caption')?.textContent}`);
    }
    for (const cell of document.querySelectorAll('main :is(td, th)')) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const whole = document.createRange();
        whole.selectNodeContents(node);
        // On one line no word of it is broken.
        if (linesOf(whole) < 2) continue;
        // An address of a program is no word: it may break where it must.
        const text = node.textContent!.replace(/\S*\/\S*/g, (address) => ' '.repeat(address.length));
        for (const { index, 0: word } of text.matchAll(/[\p{L}\p{M}’']{3,}/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          // A sign-in name that somebody made up, as long as she liked, is no word either: its style says so.
          if (linesOf(range) > 1 && !node.parentElement!.closest('.visually-hidden, .breakable')) found.push(`breaks the word ${word}`);
        }
      }
    }
    return [...new Set(found)];
  });

/**
 * Words that did not come through the words of a module: with `lang=qps` each of those stands inside ⟦ ⟧. Values from data are
 * isolated (`bdi`, `dir`, `lang`), options hold names of places and people, dates are the platform's, the title repeats a name.
 * Labels made of data stand in Arabic in this hub, which no code is written in; `known` are the others. A drawing's words are those of the
 * table that stands for it, cut where they have no room: the drawing itself is hidden from whoever hears the page.
 */
export const literals = (page: Page, known: readonly string[]): Promise<string[]> =>
  page.evaluate((names) => {
    const letters = /(?!\p{Script=Arabic})\p{L}{2,}/u;
    const unwrapped = (text: string): boolean => {
      const bare = names.reduce((left, name) => left.replaceAll(name, ''), text).replace(/⟦[^⟦⟧]*⟧/g, '');
      return bare === text ? letters.test(text) : unwrapped(bare);
    };
    const exempt = 'title, bdi, body [dir], body [lang], option, textarea, script, style, time, label:has([name=word]), .qr, svg[aria-hidden=true] text';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (!parent.closest(exempt) && unwrapped(node.textContent ?? '')) found.push(`${parent.tagName.toLowerCase()}: ${node.textContent!.trim().slice(0, 80)}`);
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (one.closest('bdi, body [lang]')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = one.getAttribute(name);
        if (text && unwrapped(text)) found.push(`@${name}: ${text.slice(0, 80)}`);
      }
    }
    return found;
  }, known);
