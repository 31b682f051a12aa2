import type { Actor } from '#core/actor.ts';
import type { Audience, Page } from '#core/page.ts';
import { beginCrawl, type Crawl } from '#tests/fixtures/crawl.ts';
import type { Web } from '#tests/fixtures/open-web.ts';
import type { Walker } from './lived-in-hub.ts';

/** One page of the sitemap at one address, as the first walker who reached it sees it. */
export interface Walked {
  readonly pattern: string;
  readonly address: string;
  readonly html: string;
  readonly audience: Audience;
  readonly who: string;
  readonly actor: Actor | null;
}

/** At how many rows of each page a walker looks at most while a page is still missing. */
const MOST = 60;

/**
 * Walks the links of every walker until every page was seen; gives each page once, and the pages that nobody's links led to. Pages in
 * `linkless` are not looked for.
 */
export async function walkPages(
  web: Web, pages: readonly Page[], walkers: readonly Walker[], linkless: Readonly<Record<string, string>>,
): Promise<{ walked: readonly Walked[]; unreached: readonly string[] }> {
  const crawls: Crawl[] = [];
  for (const { actor, from } of walkers) {
    crawls.push(await beginCrawl(pages, from, async (address) => {
      const answer = await web.get(address, actor);
      return answer.status === 200 ? answer.text() : null;
    }));
  }
  const seen = (path: string) => crawls.some(({ reached }) => reached.has(path));
  const missing = () => pages.filter(({ show, path }) => show && !seen(path)).map(({ path }) => path);
  const sought = () => missing().filter((path) => !(path in linkless));
  const eachGoesOn = async (rows: number, worth: (pattern: string) => boolean) => {
    for (const { goOn } of crawls) await goOn(rows, worth);
  };
  // What nobody saw yet first. What is still missing is mostly led to by pages of its own kin; all others are opened only when those did not lead there.
  const kin = (pattern: string) => sought().some((path) => path.split('/')[1] === pattern.split('/')[1]);
  await eachGoesOn(1, (pattern) => !seen(pattern));
  for (const worth of [kin, () => sought().length > 0]) {
    for (let rows = 1; rows <= MOST && sought().length; rows++) await eachGoesOn(rows, worth);
  }
  const walked = new Map<string, Walked>();
  for (const [at, { who, actor }] of walkers.entries()) {
    for (const [pattern, { address, html }] of crawls[at]!.reached) {
      const { audience } = pages.find(({ path }) => path === pattern)!;
      if (!walked.has(pattern)) walked.set(pattern, { pattern, address, html, audience, who, actor });
    }
  }
  return { walked: [...walked.values()], unreached: missing() };
}

/** The same address in another language. */
export const inLang = (address: string, lang: string): string => `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
