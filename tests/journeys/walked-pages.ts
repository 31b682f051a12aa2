import type { Actor } from '#core/actor.ts';
import type { Audience, Page } from '#core/page.ts';
import { crawl } from '#tests/fixtures/crawl.ts';
import type { Web } from '#tests/fixtures/open-web.ts';
import type { Walker } from './lived-in-hub.ts';

/** One page of the sitemap at one address, as the first walker who reached it sees it. */
export interface Walked {
  readonly pattern: string;
  readonly address: string;
  readonly audience: Audience;
  readonly who: string;
  readonly actor: Actor | null;
}

/** Walks every link for every walker; gives each page once, and the pages that nobody's links led to. */
export async function walkPages(web: Web, pages: readonly Page[], walkers: readonly Walker[]): Promise<{ walked: readonly Walked[]; unreached: readonly string[] }> {
  const walked = new Map<string, Walked>();
  for (const { who, actor, from } of walkers) {
    const open = async (address: string) => {
      const answer = await web.get(address, actor);
      return answer.status === 200 ? answer.text() : null;
    };
    const { reached } = await crawl(pages, from, open);
    for (const [pattern, address] of reached) {
      const { audience } = pages.find(({ path }) => path === pattern)!;
      if (!walked.has(pattern)) walked.set(pattern, { pattern, address, audience, who, actor });
    }
  }
  const unreached = pages.filter(({ show, path }) => show && !walked.has(path)).map(({ path }) => path);
  return { walked: [...walked.values()], unreached };
}

/** The same address in another language. */
export const inLang = (address: string, lang: string): string => `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
