import { beforeAll, describe, expect, it } from 'vitest';
import { allActions, allQueries } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { ruleOf } from '#core/policy/rule.ts';
import { createToken, revokeToken } from '#modules/network/sign-in/create-token.ts';
import { faultOf } from '../fault.ts';
import { problemOf } from './problem.ts';
import { Refusal } from '#core/refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { marks, openProbe } from '#tests/fixtures/probe.ts';

let world: World;
let web: Web;
let token: string;
let tokenId: string;

beforeAll(async () => {
  await openProbe();
  world = await openHub();
  web = await openWeb(world);
  ({ token, id: tokenId } = await act(world.house, world.console, createToken, { role: 'desk_officer', hub: world.hub, name: 'test program' }));
});

interface Sent { readonly bearer?: string | null; readonly headers?: Record<string, string>; readonly method?: string }
interface Answer { readonly status: number; readonly type: string; readonly body: Record<string, any> }

async function call(path: string, body?: unknown, { bearer = token, headers = {}, method }: Sent = {}): Promise<Answer> {
  const answer = await web.app.request(`http://localhost/api/v1/${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...headers },
  });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: (await answer.json()) as Record<string, any> };
}

describe('a program with a token', () => {
  it('does what its role does at its hub, and the event says so', async () => {
    const { status, body } = await call('probe/make-mark', { note: 'by program' });
    expect(status).toBe(200);
    const [event] = await ownerQuery(world.house, 'select app, hub_id from core.event where subject_id = $1', [body.mark]);
    expect(event).toEqual({ app: 'api', hub_id: world.hub });
    expect((await call('desk/ticket-board')).status).toBe(200);
  });

  it('reaches no other hub, no other role and no page', async () => {
    const desk = await openDesk(await world.secondHub());
    const { ticket } = await desk.ticket();
    expect((await call('desk/call-ticket', { ticket, counter: 1 })).status).toBe(404);
    expect((await call('network/staff-list')).body).toMatchObject({ status: 403, title: 'core.role-missing' });
    expect((await web.app.request('http://localhost/desk', { headers: { authorization: `Bearer ${token}` } })).status).toBe(303);
  });

  it('is not one with an invented, a cut, a foreign or a revoked token; a cookie does not stand in for it', async () => {
    const officer = await world.as('desk_officer');
    const session = (await web.cookies(officer)).split('=')[1]!;
    for (const bearer of ['nonsense', token.slice(1), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, session]) {
      expect(await call('desk/ticket-board', undefined, { bearer }), bearer.slice(0, 8)).toMatchObject({ status: 401, type: 'application/problem+json', body: { status: 401 } });
    }
    expect((await call('desk/ticket-board', undefined, { bearer: null, headers: { authorization: 'Basic eDp5' } })).status).toBe(401);
    expect((await call('desk/ticket-board', undefined, { bearer: null, headers: { cookie: await web.cookies(officer) } })).body.title).toBe('core.sign-in-first');
    const other = await act(world.house, world.console, createToken, { role: 'desk_officer', hub: world.hub, name: 'soon gone' });
    await act(world.house, world.console, revokeToken, { token: other.id });
    expect((await call('desk/ticket-board', undefined, { bearer: other.token })).status).toBe(401);
    expect(other.id).not.toBe(tokenId);
  });
});

describe('a visitor', () => {
  it('reads what is public and nothing else', async () => {
    for (const query of allQueries().values()) {
      const rule = ruleOf(query.fullName)!;
      const { status, body } = await call(query.fullName.replace('.', '/'), undefined, { bearer: null });
      const open = rule.reach === 'public' || rule.reach === 'link';
      if (open) expect([200, 404, 422], query.fullName).toContain(status);
      else expect(status === 422 || (status === 403 && body.title === 'core.sign-in-first') || (status === 403 && body.title === 'core.role-missing'), `${query.fullName}: ${status}`).toBe(true);
    }
    expect((await call('network/hub-doors', undefined, { bearer: null })).status).toBe(200);
    expect((await call('desk/open-ticket', { via: 'walk-in', reason: 'project' }, { bearer: null })).body.title).toBe('core.sign-in-first');
  });
});

describe('every no', () => {
  it('is a problem of RFC 9457 in the language asked for, with each wrong field', async () => {
    for (const [language, word] of [['ar', /[\u0600-\u06ff]/], ['fr', /[cC]aractères/], ['en', /too long/], ['el', /too long/]] as const) {
      const { status, type, body } = await call('probe/make-mark', { note: 'x'.repeat(51), more: 1 }, { headers: { 'accept-language': `${language};q=1` } });
      expect([status, type]).toEqual([422, 'application/problem+json']);
      expect(body).toMatchObject({ type: 'urn:hadina:refusal:core.invalid-input', title: 'core.invalid-input', status: 422 });
      expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['note', 'more']);
      expect(body.errors[0].reason).toMatch(word);
    }
  });

  it('is plain text, without the marks that keep names apart on a page', () => {
    const called = new Refusal('desk.already-called', { number: 1, name: 'سلمى القاسمي', counter: 2 });
    const { detail } = problemOf(faultOf(called), 'desk', { locale: localeOf('ar', 'TN'), terms: {} }).body;
    expect(detail).toContain('سلمى القاسمي');
    expect(detail).not.toMatch(/[\u2068\u2069]/);
  });

  it('names a field that calls itself __proto__ or constructor', async () => {
    const { body } = await call('probe/make-mark', '{"note":"x","__proto__":{"way":"silent"},"constructor":1}');
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['__proto__']);
    expect((await call('probe/make-mark', '{"note":"x","constructor":1}')).body.errors[0].field).toBe('constructor');
  });

  it.each([
    ['an unknown action', 'desk/eat-lunch', {}, {}, 404], ['an unknown module', 'toString/constructor', {}, {}, 404], ['a deep address', 'desk/open-ticket/more', {}, {}, 404],
    ['an action asked for', 'desk/open-ticket', undefined, {}, 405], ['a query sent', 'desk/ticket-board', {}, {}, 405],
    ['another method', 'desk/open-ticket', {}, { method: 'PUT' }, 405], ['deleting', 'desk/open-ticket', undefined, { method: 'DELETE' }, 405],
    ['an answer in a form we do not speak', 'desk/ticket-board', undefined, { headers: { accept: 'text/csv' } }, 406],
    ['no JSON', 'probe/make-mark', '{"note":', {}, 422], ['a form', 'probe/make-mark', 'note=x', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['a key that stands twice', 'probe/make-mark', '{"note":"x","note":"y"}', {}, 422], ['the same key in disguise', 'probe/make-mark', '{"note":"x","\\u006eote":"y"}', {}, 422],
    ['things nested too deep', 'probe/make-mark', `{"note":"x","more":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, {}, 422], ['a number nobody can keep', 'probe/make-mark', '{"note":"x","more":9007199254740993}', {}, 422],
    ['an address that is no UTF-8', 'desk/ticket-board?q=%ff', undefined, {}, 422],
    ['a key that is none', 'probe/make-mark', { note: 'x' }, { headers: { 'idempotency-key': 'once' } }, 422], ['a list', 'probe/make-mark', [], {}, 422],
    ['three megabytes', 'probe/make-mark', { note: 'x'.repeat(3_000_000) }, { headers: { 'content-length': '3000011' } }, 413],
  ] as [string, string, unknown, Sent, number][])('%s', async (_, path, body, sent, status) => {
    const answer = await call(path, body, sent);
    expect([answer.status, answer.type, answer.body.status]).toEqual([status, 'application/problem+json', status]);
    expect(await marks(world.network, 'x')).toBe(0);
  });

  it('a bug gives a number and nothing else; a full disk its own words', async () => {
    const broken = await call('probe/make-mark', { note: 'Khadija', way: 'break' });
    expect(broken).toMatchObject({ status: 500, body: { title: 'bug', reference: expect.stringMatching(/^\d{3}-\d{3}$/) } });
    expect(JSON.stringify(broken.body)).not.toMatch(/Khadija|broke/);
    expect(await call('probe/make-mark', { note: 'y', way: 'disk-full' })).toMatchObject({ status: 507, body: { title: 'core.disk-full' } });
  });
});

describe('bytes', () => {
  it('that are no UTF-8 are refused; braces and colons inside a text are only text', async () => {
    const send = (bytes: Buffer) => web.app.request('http://localhost/api/v1/probe/make-mark', { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } });
    expect((await send(Buffer.concat([Buffer.from('{"note":"a'), Buffer.from([0xff]), Buffer.from('"}')]))).status).toBe(422);
    expect((await send(Buffer.from('{"note":"a \\"b\\": {c: [1,{}]}, \\\\"}'))).status).toBe(200);
  });
});

describe('a caller', () => {
  const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
  const ask = (address: string, headers: Record<string, string> = {}, name = 'network/hub-doors') => web.app.request(`http://localhost/api/v1/${name}`, { headers }, from(address));

  it('is told how much it may still ask, and waits when it asked too much; another one does not', async () => {
    const first = await ask('198.51.100.7');
    expect([first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')]).toEqual(['600', '599']);
    expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
    for (let n = 1; n < 600; n++) expect((await ask('198.51.100.7', {}, 'nobody/is-here')).status).toBe(404);
    const late = await ask('198.51.100.7');
    expect([late.status, late.headers.get('content-type'), late.headers.get('retry-after')]).toEqual([429, 'application/problem+json', expect.stringMatching(/^\d+$/)]);
    expect(await late.json()).toMatchObject({ title: 'too-many-requests', status: 429, retry_after: expect.any(Number) });
    expect((await ask('198.51.100.8')).status).toBe(200);
  });

  it('keeps for a moment what anyone may read, and nothing that was answered to somebody', async () => {
    expect((await ask('198.51.100.9')).headers.get('cache-control')).toBe('public, max-age=30');
    expect((await ask('198.51.100.9', { authorization: `Bearer ${token}` })).headers.get('cache-control')).toBe('no-store');
    expect((await ask('198.51.100.9')).headers.get('vary')).toContain('Authorization');
  });

  it('reads a list page by page', async () => {
    const read = (query: string) => web.app.request(`http://localhost/api/v1/network/territory-list?${query}`);
    const whole = (await (await read('')).json()) as unknown[];
    const second = await read('page=2&per_page=7');
    expect(await second.json()).toEqual(whole.slice(7, 14));
    expect(second.headers.get('x-total-count')).toBe(String(whole.length));
    expect(second.headers.get('link')).toBe('</api/v1/network/territory-list?page=3&per_page=7>; rel="next", </api/v1/network/territory-list?page=1&per_page=7>; rel="prev"');
    for (const wrong of ['page=0', 'page=x', 'per_page=501', 'page=1.5', 'page=-1']) expect((await read(wrong)).status, wrong).toBe(422);
  });

  it('learns which way a thing is asked for', async () => {
    expect((await web.app.request('http://localhost/api/v1/desk/open-ticket')).headers.get('allow')).toBe('POST');
    expect((await web.app.request('http://localhost/api/v1/network/hub-doors', { method: 'PATCH' })).headers.get('allow')).toBe('GET, HEAD');
    expect((await web.app.request('http://localhost/api/v1/network/hub-doors', { method: 'HEAD' })).status).toBe(200);
  });
});

describe('an idempotency key', () => {
  it('gives the same answer once; with another body it is a conflict', async () => {
    const headers = { 'idempotency-key': newId().toUpperCase() };
    const [one, two] = await Promise.all([call('probe/make-mark', { note: 'once by api' }, { headers }), call('probe/make-mark', { note: 'once by api' }, { headers })]);
    expect(one.body).toEqual(two.body);
    expect(await marks(world.network, 'once by api')).toBe(1);
    expect(await call('probe/make-mark', { note: 'other' }, { headers })).toMatchObject({ status: 409, body: { title: 'core.key-reused' } });
  });
});

describe('the OpenAPI document', () => {
  it('is of version 3.1, names every action and query once, and each reference in it leads somewhere', async () => {
    const document = (await (await web.app.request('http://localhost/api/openapi.json')).json()) as Record<string, any>;
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const operations = Object.entries(document.paths as Record<string, Record<string, any>>).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })));
    expect(operations.filter(({ method }) => method === 'post').map(({ operationId }) => operationId).sort()).toEqual([...allActions().keys()].sort());
    expect(operations.filter(({ method }) => method === 'get').map(({ operationId }) => operationId).sort()).toEqual([...allQueries().keys()].sort());
    for (const { path, operationId, summary, responses, parameters = [], security = [] } of operations) {
      expect(path).toBe(`/api/v1/${operationId.replace('.', '/')}`);
      expect(summary, operationId).toMatch(/\w/);
      for (const response of Object.values(responses) as object[]) expect('$ref' in response || 'description' in response).toBe(true);
      for (const parameter of parameters) if (!('$ref' in parameter)) expect(parameter).toMatchObject({ name: expect.any(String), in: 'query', required: expect.any(Boolean), schema: expect.any(Object) });
      for (const needed of security) for (const scheme of Object.keys(needed)) expect(document.components.securitySchemes).toHaveProperty(scheme);
    }
    expect((await web.app.request('http://localhost/api/openapi.json', { headers: { 'if-none-match': (await web.app.request('http://localhost/api/openapi.json')).headers.get('etag')! } })).status).toBe(304);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]*)"/g)].map(([, to]) => to!);
    const dangling = references.filter((to) => to.split('/').slice(1).reduce((at: any, step) => at?.[step], document) === undefined);
    expect(dangling).toEqual([]);
  });
});
