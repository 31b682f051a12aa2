import { type Context, Hono } from 'hono';
import { type Action, allActions, allQueries, type Query } from '#core/action.ts';
import { type Actor, visitor } from '#core/actor.ts';
import { isUuid } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { InvalidInput } from '#core/refusal.ts';
import { isLang, localeOf } from '#core/words/locale.ts';
import { actorOfToken } from '#modules/network/public.ts';
import { faultOf } from '../fault.ts';
import { formValues } from '../form-values.ts';
import { readerOfNetwork } from '../web/home-network.ts';
import { whence } from '../web/whence.ts';
import type { WebHouse } from '../web/web-house.ts';
import { openApi } from './openapi.ts';
import { plainProblem, problemAnswer, problemOf } from './problem.ts';

/** The same actions and queries as the pages, with a bearer token, JSON in and out, problem+json for every "no". */
export function apiRoutes(web: WebHouse): Hono {
  const app = new Hono();
  app.get('/api/openapi.json', (c) => c.json(openApi()));
  app.post('/api/v1/:module/:name', (c) => answer(c, web, allActions().get(nameOf(c))));
  app.get('/api/v1/:module/:name', (c) => answer(c, web, allQueries().get(nameOf(c))));
  app.all('/api/*', () => plainProblem(404, 'not-found'));
  return app;
}

const nameOf = (c: Context): string => `${c.req.param('module')}.${c.req.param('name')}`;

async function answer(c: Context, web: WebHouse, asked: Action | Query | undefined): Promise<Response> {
  const reader = readerOfNetwork(web.home, localeOf(languageOf(c), web.home.country));
  try {
    const actor = await actorOf(c, web);
    if (!actor) return plainProblem(401, 'token');
    if (!asked) return plainProblem(404, 'not-found');
    const result = asked.kind === 'action'
      ? await act(web.house, actor, asked, await bodyOf(c), { key: keyOf(c) })
      : await ask(web.house, actor, asked, formValues(new URL(c.req.url).searchParams.entries()));
    return c.body(JSON.stringify(result ?? null, (_, value) => (typeof value === 'bigint' ? String(value) : value)), 200, {
      'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff',
    });
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind === 'bug') web.log.error({ reference: fault.reference, fault: (error as Error)?.name }, 'bug');
    const { status, body } = problemOf(fault, asked?.module ?? 'core', reader);
    return problemAnswer(status, body);
  }
}

/** Without a token the caller is a visitor and reads what is public; cookies never count here. */
async function actorOf(c: Context, web: WebHouse): Promise<Actor | null> {
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (!bearer) return c.req.header('authorization') ? null : { ...visitor(web.home.network, 'api'), from: whence(c) };
  const actor = await actorOfToken(web.house, bearer);
  return actor && { ...actor, app: 'api', from: whence(c) };
}

/** The idempotency key, a UUID like every key of the house. */
function keyOf(c: Context): string | null {
  const key = c.req.header('idempotency-key')?.toLowerCase() ?? null;
  if (key !== null && !isUuid(key)) throw new InvalidInput([{ field: 'Idempotency-Key', code: 'not-understood', values: {} }]);
  return key;
}

async function bodyOf(c: Context): Promise<unknown> {
  if (!(c.req.header('content-type') ?? '').toLowerCase().startsWith('application/json')) {
    throw new InvalidInput([{ field: '', code: 'not-understood', values: {} }]);
  }
  try {
    return await c.req.json();
  } catch {
    throw new InvalidInput([{ field: '', code: 'not-understood', values: {} }]);
  }
}

function languageOf(c: Context): 'ar' | 'fr' | 'en' {
  const asked = (c.req.header('accept-language') ?? '').slice(0, 2).toLowerCase();
  return isLang(asked) && (asked === 'ar' || asked === 'fr' || asked === 'en') ? asked : 'en';
}
