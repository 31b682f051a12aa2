import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { visitor } from '#core/actor.ts';
import type { Page } from '#core/page.ts';
import { ask } from '#core/pipeline.ts';
import { isLang, type Lang, localeOf } from '#core/words/locale.ts';
import { renderPage } from '#ui/render.ts';
import type { View } from '#ui/view.ts';
import { answerPage } from './answer-page.tsx';
import { isDirectory } from './directory-limit.ts';
import { framed } from './frame.tsx';
import { readerOfNetwork } from './home-network.ts';
import type { Encoding, KeptPage, KeptPages } from './kept-pages.ts';
import { securityHeaders } from './security-headers.ts';
import { viewOf } from './view-of.ts';
import type { WebHouse } from './web-house.ts';
import { whenceOfRequest } from './whence.ts';
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
  const encoding = encodingFor(c.req.header('accept-encoding'));
  const headers = headersOf(page, encoding, web.secure);
  if (c.req.header('if-none-match') === page.etag) return new Response(null, { status: 304, headers });
  return new Response(kept.body(page, encoding) as never, { headers });
}

const encodingFor = (accepts = ''): Encoding => (/\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : 'plain');

const headersOf = (page: KeptPage, encoding: Encoding, secure: boolean): Readonly<Record<string, string>> =>
  (page.heads[encoding] ??= {
    'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-cache', ETag: page.etag, Vary: 'Accept-Encoding, Cookie',
    ...securityHeaders(null, false, secure),
    ...(encoding === 'plain' ? {} : { 'Content-Encoding': encoding }),
  });

/**
 * The short way for a page that is kept: before the router, straight from memory once the version is known. False when the
 * request is not for one, so that it goes the ordinary way; `otherwise` takes it when the page has grown old meanwhile.
 */
export function answerShortly(web: WebHouse, request: IncomingMessage, response: ServerResponse, otherwise: () => void): boolean {
  const { kept } = web;
  const { cookie = '', host = '', 'accept-encoding': accepts, 'if-none-match': known } = request.headers;
  if (!kept || request.method !== 'GET' || cookie.includes(SESSION)) return false;
  const chosen = languageCookie.exec(cookie)?.[1];
  const key = `${isLang(chosen) ? chosen : 'ar'} ${web.publicUrl ? new URL(web.publicUrl).origin : `http://${host}`} ${request.url}`;
  if (!kept.has(key)) return false;
  // Whoever asks too fast goes the ordinary way, where it is counted once more and answered in words.
  if (isDirectory(request.url!) && web.directoryLimit?.(whenceOfRequest(request))) return false;
  const began = performance.now();
  kept.version().then((version) => {
    const page = kept.find(key, version);
    if (!page) return otherwise();
    const encoding = encodingFor(accepts);
    const body = kept.body(page, encoding);
    const status = known === page.etag ? 304 : 200;
    response.writeHead(status, status === 304 ? headersOf(page, encoding, web.secure) : { ...headersOf(page, encoding, web.secure), 'Content-Length': body.length });
    response.end(status === 304 ? undefined : body);
    web.log.info({ route: `/${request.url!.split(/[/?]/)[1]}`, status, milliseconds: Math.round(performance.now() - began) }, 'answered');
  }).catch(() => (response.headersSent ? response.destroy() : otherwise()));
  return true;
}

const languageCookie = new RegExp(`(?:^|; )${LANGUAGE}=([a-z]+)`);
