import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { visitor } from '#core/actor.ts';
import type { Page } from '#core/page.ts';
import { ask } from '#core/pipeline.ts';
import { isLang, type Lang, localeOf } from '#core/words/locale.ts';
import { renderPage } from '#ui/render.ts';
import type { View } from '#ui/view.ts';
import { answerPage } from './answer-page.tsx';
import { framed } from './frame.tsx';
import { readerOfNetwork } from './home-network.ts';
import type { Encoding, KeptPage, KeptPages } from './kept-pages.ts';
import { securityHeaders } from './security-headers.ts';
import { viewOf } from './view-of.ts';
import type { WebHouse } from './web-house.ts';
import { LANGUAGE, SESSION, type Visitor } from './who-visits.ts';

/** Longer addresses are answered and not kept. */
const LONGEST = 400;

/**
 * Answers a page that is the same for every visitor of one language from memory, and makes it when it is not there. Whoever is
 * signed in, chooses a language, or asks under an unusual address is answered the ordinary way.
 */
export async function answerKept(c: Context, web: WebHouse, page: Page, kept: KeptPages): Promise<Response> {
  const url = new URL(c.req.url);
  if (getCookie(c, SESSION) || url.searchParams.has('lang') || url.search.length > LONGEST) return answerPage(c, web, page);
  const chosen = getCookie(c, LANGUAGE);
  const lang: Lang = isLang(chosen) ? chosen : 'ar';
  const origin = new URL(web.publicUrl ?? url).origin;
  const key = `${lang} ${origin} ${url.pathname}${url.search}`;
  const version = await kept.version();
  const known = kept.find(key, version);
  if (known) return send(c, web, kept, known);
  const html = await made(c, web, page, lang, url, origin).catch(() => null);
  // What went wrong, is not there or holds a form of one visitor is answered the ordinary way.
  if (html === null || html.includes('name="_csrf"')) return answerPage(c, web, page);
  return send(c, web, kept, kept.keep(key, version, html));
}

/** The page as any visitor of this language reads it: without her address, her cookie, or anything else of hers. */
async function made(c: Context, web: WebHouse, page: Page, lang: Lang, url: URL, origin: string): Promise<string> {
  const actor = visitor(web.home.network);
  const who: Visitor = { actor, reader: readerOfNetwork(web.home, localeOf(lang, web.home.country)), cookie: '' };
  const view: View = viewOf(who, { path: url.pathname, search: url.search, origin }, page.audience, '', '', web.assets, web.pages);
  const screen = await page.show!({
    actor, view, params: c.req.param(), search: Object.fromEntries(url.searchParams), values: {}, errors: {}, refusal: null,
    ask: (query, input) => ask(web.house, actor, query, input), may: () => false,
  });
  return renderPage(framed(page, screen, view));
}

function send(c: Context, web: WebHouse, kept: KeptPages, page: KeptPage): Response {
  const accepts = c.req.header('accept-encoding') ?? '';
  const encoding: Encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : 'plain';
  const headers = {
    'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-cache', ETag: page.etag, Vary: 'Accept-Encoding, Cookie',
    ...securityHeaders('citizen', '', false, web.secure),
    ...(encoding === 'plain' ? {} : { 'Content-Encoding': encoding }),
  };
  if (c.req.header('if-none-match') === page.etag) return new Response(null, { status: 304, headers });
  return new Response(kept.body(page, encoding) as never, { headers });
}
