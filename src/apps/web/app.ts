import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { routePath } from 'hono/route';
import { allActions, allQueries } from '#core/action.ts';
import { apiRoutes } from '../api/api.ts';
import { plainProblem as problem, problemAnswer, problemOf } from '../api/problem.ts';
import { faultOf } from '../fault.ts';
import { hsdsRoutes } from '../api/hsds.ts';
import { answerKept } from './answer-kept.tsx';
import { absentPage, answerPage, answerUnready, askedTooMuch, slowedDown } from './answer-page.tsx';
import { isBig, openArrivals } from './arrivals.ts';
import { isDirectory, openDirectoryLimit } from './directory-limit.ts';
import { answerBigFile } from './files/answer-big-file.ts';
import { healthRoutes } from './health.ts';
import { answerList } from './lists/answer-list.ts';
import { answerLeave } from './lists/answer-leave.ts';
import { answerTable } from './lists/answer-table.ts';
import { answerPublished } from './lists/answer-published.ts';
import { answerTake } from './lists/answer-take.ts';
import { openRequestCounts } from './metrics/request-counts.ts';
import { keptFileRoutes } from './kept-files.ts';
import { KeptPages } from './kept-pages.ts';
import { openHoldBack } from './hold-back.ts';
import { isPage, openPageLimit } from './page-limit.ts';
import { robots } from './robots.ts';
import { addLeastHeaders } from './security-headers.ts';
import { openTurns } from './turns.ts';
import type { WebHouse } from './web-house.ts';
import { whenceOf } from './whence.ts';
import { SESSION, strangerAt } from './who-visits.ts';

/** The whole web app: pages of the sitemap, the API, the directory as HSDS, health, and files with a hash in their name. */
export function webApp(web: WebHouse): Hono {
  const app = new Hono();
  const counts = openRequestCounts();
  const kept = web.kept ?? new KeptPages(web.house, web.home);
  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    addLeastHeaders(c.res.headers, web.secure);
    counts.note({ route: routeOf(c), method: c.req.method, status: c.res.status, seconds: (performance.now() - began) / 1_000 });
    web.log.info({ route: areaOf(c.req.path), status: c.res.status, milliseconds: Math.round(performance.now() - began) }, 'answered');
  });
  const pages = web.pageLimit ?? openPageLimit();
  const turn = openTurns();
  const heldBack = openHoldBack();
  const toldToWait = async (c: Context, seconds: number): Promise<Response> => ((await heldBack()) ? askedTooMuch(c, web, seconds) : c.text('429', 429, { 'Retry-After': String(seconds) }));
  app.use(async (c, next) => {
    const seconds = isPage(c.req.path) ? pages.count(askedOf(c)) : 0;
    return seconds > 0 ? toldToWait(c, seconds) : next();
  });
  app.use(openArrivals(web, pages));
  app.use(async (c, next) => {
    if (!isPage(c.req.path)) return next();
    const asked = askedOf(c);
    const whose = pages.whose(asked);
    const answered = whose === null ? await next().then(() => true) : await turn(whose, () => next().then(() => true));
    if (!answered) return toldToWait(c, 1);
    const account = (c as Context).get('account') as string | undefined;
    if (asked.session && account) pages.knows(asked.session, account);
  });
  const limit = web.directoryLimit ?? openDirectoryLimit();
  app.use(async (c, next) => {
    const seconds = isDirectory(c.req.path) ? limit(whenceOf(c)) : 0;
    if (seconds === 0) return next();
    return c.req.path.startsWith('/hsds') ? problem(429, 'too-many-requests', { 'Retry-After': String(seconds) }, { retry_after: seconds }) : slowedDown(c, web, seconds);
  });
  app.get('/robots.txt', (c) => c.text(robots, 200, { 'Cache-Control': 'public, max-age=86400' }));
  // Under the page it opens, so that it reaches that page and no other; asked for anew each time, for its address has no hash.
  app.get('/till/worker.js', (c) => {
    const answer = assetFile(web, web.assets.hrefs.offlineWorker.split('/').at(-1)!, c.req.header('accept-encoding') ?? '');
    answer.headers.set('Cache-Control', 'no-cache');
    answer.headers.set('Content-Security-Policy', "default-src 'none'; connect-src 'self'");
    return answer;
  });
  app.get('/assets/:file', (c) => assetFile(web, c.req.param('file'), c.req.header('accept-encoding') ?? ''));
  app.route('/', healthRoutes(web, counts));
  app.route('/', apiRoutes(web));
  app.route('/', hsdsRoutes(web));
  app.route('/', keptFileRoutes(web));
  app.get('/take/leave/:token', (c) => answerLeave(c, web));
  app.get('/take/:file', (c) => answerTake(c, web));
  app.get('/take/published/:file', (c) => answerPublished(c, web));
  for (const page of web.pages) {
    if (page.show) app.get(page.path, (c) => (page.kept ? answerKept(c, web, page, kept) : answerPage(c, web, page)));
    if (page.show && page.audience === 'print') app.get(`${page.path}.pdf`, (c) => answerPage(c, web, page));
    if (page.show && page.table) {
      app.get(`${page.path}.docx`, (c) => answerPage(c, web, page));
      for (const format of ['csv', 'xlsx'] as const) app.get(`${page.path}.${format}`, (c) => answerTable(c, web, page, format));
    }
    if (page.show && page.audience === 'staff') {
      for (const format of ['csv', 'xlsx'] as const) app.get(`/lists/${format}${page.path}`, (c) => answerList(c, web, page, format));
    }
    if (page.post) app.post(page.path, (c) => (isBig(c) ? answerBigFile(c, web, page) : answerPage(c, web, page)));
  }
  app.notFound((c) => absentPage(c, web));
  app.onError((error, c) => {
    const fault = faultOf(error);
    if (fault.kind === 'bug') {
      web.log.error({ fault: error.name }, 'unanswered');
      return c.text('500', 500);
    }
    if (!/^\/(?:api|hsds)(?:\/|$)/.test(c.req.path)) return answerUnready(c, web, fault);
    const { status, headers, body } = problemOf(fault, 'core', strangerAt(c, web.home).reader);
    return problemAnswer(status, body, headers);
  });
  return app;
}

const askedOf = (c: Context) => ({ from: whenceOf(c), session: getCookie(c, SESSION), path: c.req.path });

/** The template of the route that answered, e.g. `/people/:person`; what led nowhere counts together. */
function routeOf(c: Context): string {
  const template = routePath(c);
  if (!template.startsWith('/api/v1/')) return template === '/*' || template === '*' ? 'none' : template;
  const name = c.req.path.slice('/api/v1/'.length);
  return allActions().has(name.replace('/', '.')) || allQueries().has(name.replace('/', '.')) ? `/api/v1/${name}` : template;
}

/** The first part of a path: enough to count by, and no line tells which button was pressed on whose file. */
const areaOf = (path: string): string => `/${path.split('/')[1]?.replace(/[^a-z-]/g, '') ?? ''}`;

function assetFile(web: WebHouse, name: string, accepts: string): Response {
  const file = web.assets.files.get(name);
  if (!file) return new Response('404', { status: 404 });
  const how = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null;
  return new Response(new Uint8Array(how ? file[how] : file.plain), {
    headers: {
      'Content-Type': file.type, 'Cache-Control': 'public, max-age=31536000, immutable', 'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin', Vary: 'Accept-Encoding', ...(how ? { 'Content-Encoding': how } : {}),
    },
  });
}
