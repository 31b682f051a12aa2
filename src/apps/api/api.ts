import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { type Action, allActions, allQueries, type Query } from '#core/action.ts';
import { type Actor, visitor } from '#core/actor.ts';
import { isUuid } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { decide } from '#core/policy/decide.ts';
import { ruleOf } from '#core/policy/rule.ts';
import { InvalidInput } from '#core/refusal.ts';
import { isLang, localeOf } from '#core/words/locale.ts';
import { actorOfToken } from '#modules/network/public.ts';
import { deliveredReport, reportSheet } from '#modules/reports/public.ts';
import { z } from 'zod';
import { faultOf } from '../fault.ts';
import { formValues } from '../form-values.ts';
import { readerOfNetwork } from '../web/home-network.ts';
import { openHoldBack } from '../web/hold-back.ts';
import { openTurns } from '../web/turns.ts';
import { whence } from '../web/whence.ts';
import type { WebHouse } from '../web/web-house.ts';
import { inboundMessages } from './inbound-message.ts';
import { openApi } from './openapi.ts';
import { pageAsked, pageOf } from './pages-of-list.ts';
import { plainProblem, problemAnswer, problemOf } from './problem.ts';
import { readJson, UnclearJson } from './read-json.ts';
import { openRequestLimit, type RequestLimit } from './request-limit.ts';

/** The same actions and queries as the pages, with a bearer token, JSON in and out, problem+json for every "no". */
export function apiRoutes(web: WebHouse): Hono {
  const app = new Hono();
  const document = documentAnswer();
  const limit = openRequestLimit();
  const turn = openTurns();
  const heldBack = openHoldBack();
  app.get('/api/openapi.json', document);
  app.post('/api/messages', inboundMessages(web));
  app.all('/api/v1/:module/:name', async (c) => {
    const allowance = await limit.count(c);
    const whose = limit.whose(c);
    const asked = (): Promise<Response> => answer(c, web, limit);
    const turned = !allowance.within ? null : whose === null ? await asked() : await turn(whose, asked);
    if (!turned) await heldBack();
    const answered = turned ?? plainProblem(429, 'too-many-requests', { 'Retry-After': String(allowance.seconds) }, { retry_after: allowance.seconds });
    for (const [name, value] of Object.entries(allowance.headers)) answered.headers.set(name, value);
    return answered;
  });
  app.all('/api/v1/*', () => plainProblem(404, 'not-found'));
  return app;
}

/** The document, written once for each process and told again only when it changed. */
function documentAnswer(): (c: Context) => Response {
  let written: { text: string; tag: string } | undefined;
  return (c) => {
    const text = written?.text ?? JSON.stringify(openApi());
    written ??= { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, max-age=300', ETag: written.tag, 'Access-Control-Allow-Origin': '*' };
    return c.req.header('if-none-match') === written.tag ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
  };
}

async function answer(c: Context, web: WebHouse, limit: RequestLimit): Promise<Response> {
  const reader = readerOfNetwork(web.home, localeOf(languageOf(c), web.home.country));
  const name = `${c.req.param('module')}.${c.req.param('name')}`;
  const asked = allActions().get(name) ?? allQueries().get(name);
  try {
    const actor = await actorOf(c, web);
    if (!actor) return plainProblem(401, 'token', { 'WWW-Authenticate': 'Bearer' });
    limit.knows(c);
    if (name.startsWith('reports.') && isUuid(c.req.param('name'))) return await oneReport(c, web, actor);
    if (!asked) return plainProblem(404, 'not-found');
    const methods = asked.kind === 'action' ? ['POST'] : ['GET', 'HEAD'];
    if (!methods.includes(c.req.method)) return plainProblem(405, 'method-not-allowed', { Allow: methods.join(', ') });
    if (!takesJson(c.req.header('accept'))) return plainProblem(406, 'not-acceptable');
    return asked.kind === 'action' ? await done(c, web, actor, asked) : await found(c, web, actor, asked);
  } catch (error) {
    if (error instanceof NotJson) return plainProblem(415, 'not-json');
    const fault = faultOf(error instanceof UnclearJson ? notUnderstood('') : error);
    if (fault.kind === 'bug') web.log.error({ reference: fault.reference, fault: (error as Error)?.name }, 'bug');
    const { status, headers, body } = problemOf(fault, asked?.module ?? 'core', reader);
    return problemAnswer(status, body, headers);
  }
}

const done = async (c: Context, web: WebHouse, actor: Actor, action: Action): Promise<Response> =>
  jsonAnswer(await act(web.house, actor, action, await bodyOf(c), { key: keyOf(c) }), { 'Cache-Control': 'no-store' });

async function found(c: Context, web: WebHouse, actor: Actor, query: Query): Promise<Response> {
  const address = new URL(c.req.url);
  checkEncoding(address.search);
  const given = formValues(address.searchParams.entries());
  const page = pageAsked(given, query.spec.input instanceof z.ZodObject ? Object.keys(query.spec.input.shape) : []);
  const result = await ask(web.house, actor, query, given);
  // What anyone may read may be kept for a moment; whatever was answered to somebody is kept nowhere.
  const open = ruleOf(query.fullName)?.reach === 'public' && actor.account === null;
  const headers = { 'Cache-Control': open ? 'public, max-age=30' : 'no-store', Vary: 'Authorization, Accept-Language' };
  if (!page || !Array.isArray(result)) return jsonAnswer(result, headers);
  const { part, headers: links } = pageOf(result, page, address);
  return jsonAnswer(part, { ...headers, ...links });
}

/** `GET /api/v1/reports/<id>`: a report of the hub where she stands; for a reader outside, the delivery that she was handed. */
async function oneReport(c: Context, web: WebHouse, actor: Actor): Promise<Response> {
  if (!['GET', 'HEAD'].includes(c.req.method)) return plainProblem(405, 'method-not-allowed', { Allow: 'GET, HEAD' });
  const id = c.req.param('name')!;
  const report = decide(actor, reportSheet.fullName).allow ? await ask(web.house, actor, reportSheet, { report: id }) : await ask(web.house, actor, deliveredReport, { delivery: id });
  return jsonAnswer(report, { 'Cache-Control': 'no-store', Vary: 'Authorization, Accept-Language' });
}

const jsonAnswer = (result: unknown, headers: Record<string, string>): Response =>
  new Response(JSON.stringify(result ?? null, (_, value) => (typeof value === 'bigint' ? String(value) : value)), {
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
  });

/** Without a token the caller is a visitor and reads what is public; cookies never count here. */
async function actorOf(c: Context, web: WebHouse): Promise<Actor | null> {
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (!bearer) return c.req.header('authorization') ? null : { ...visitor(web.home.network, 'api'), from: whence(c) };
  const actor = await actorOfToken(web.house, bearer);
  return actor && { ...actor, app: 'api', from: whence(c) };
}

const notUnderstood = (field: string): InvalidInput => new InvalidInput([{ field, code: 'not-understood', values: {} }]);

/** The idempotency key, a UUID like every key of the house. */
function keyOf(c: Context): string | null {
  const key = c.req.header('idempotency-key')?.toLowerCase() ?? null;
  if (key !== null && !isUuid(key)) throw notUnderstood('Idempotency-Key');
  return key;
}

class NotJson extends Error {}

async function bodyOf(c: Context): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) throw new NotJson();
  return readJson(await c.req.arrayBuffer());
}

/** What stands behind the question mark must be UTF-8: bytes that are none would be read as something nobody wrote. */
function checkEncoding(search: string): void {
  try {
    decodeURIComponent(search.replace(/\+/g, ' '));
  } catch {
    throw notUnderstood('');
  }
}

const takesJson = (accept = '*/*'): boolean => accept.split(',').some((part) => /^\s*(\*\/\*|application\/(\*|json|problem\+json))\s*(;|$)/i.test(part));

function languageOf(c: Context): 'ar' | 'fr' | 'en' {
  const asked = (c.req.header('accept-language') ?? '').slice(0, 2).toLowerCase();
  return isLang(asked) && (asked === 'ar' || asked === 'fr' || asked === 'en') ? asked : 'en';
}
