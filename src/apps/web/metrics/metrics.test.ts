import { beforeAll, expect, it } from 'vitest';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';

let world: World;
let web: Web;
const asked = (headers: Record<string, string> = {}, remoteAddress?: string) =>
  web.app.request('http://localhost/metrics', { headers }, remoteAddress ? { incoming: { socket: { remoteAddress } } } : undefined);

beforeAll(async () => {
  world = await openHub();
  web = await openWeb(world);
});

/** Prometheus text as its own definition reads it: a name, labels, a number; each name's type told once and before. */
function read(text: string): Map<string, number> {
  const [values, types] = [new Map<string, number>(), new Set<string>()];
  for (const line of text.trimEnd().split('\n')) {
    const type = /^# TYPE (\w+) (gauge|counter|histogram)$/.exec(line);
    if (type) { expect(types.has(type[1]!), line).toBe(false); types.add(type[1]!); continue; }
    if (line.startsWith('# HELP ')) continue;
    const [, name, labels = '', value] = /^([a-z_]+)(\{(?:[a-z]+="(?:[^"\\]|\\.)*",?)*\})? (\S+)$/.exec(line) ?? [];
    expect(name, line).toBeDefined();
    expect(types.has(name!.replace(/_(bucket|sum|count)$/, '')) || types.has(name!), line).toBe(true);
    expect(Number.isFinite(Number(value)), line).toBe(true);
    values.set(`${name}${labels}`, Number(value));
  }
  return values;
}

it('counts what was answered by the template of its route, with durations, jobs, the chain, pools, sessions and memory', async () => {
  const officer = await world.as('desk_officer');
  const secret = '019aa000-1111-7222-8333-444455556666';
  for (let n = 0; n < 3; n++) await web.get(`/people/${secret}?q=Khadija`, officer);
  await web.app.request('http://localhost/api/v1/network/hub-doors');
  await web.app.request('http://localhost/api/v1/invented/name-of-somebody');
  await web.get('/nowhere/at-all');
  const text = await (await asked()).text();
  const values = read(text);
  expect(values.get('hadina_http_requests_total{method="GET",route="/people/:person",status="404"}')).toBe(3);
  expect(values.get('hadina_http_requests_total{method="GET",route="/api/v1/network/hub-doors",status="200"}')).toBe(1);
  expect(values.get('hadina_http_requests_total{method="GET",route="/api/v1/:module/:name",status="404"}')).toBe(1);
  expect(values.get('hadina_http_requests_total{method="GET",route="none",status="404"}')).toBe(1);
  expect(values.get('hadina_http_request_duration_seconds_count{route="/people/:person"}')).toBe(3);
  expect(values.get('hadina_http_request_duration_seconds_bucket{route="/people/:person",le="+Inf"}')).toBe(3);
  for (const name of ['hadina_jobs_waiting', 'hadina_jobs_failed', 'hadina_events_unsealed', 'hadina_oldest_unsealed_seconds', 'hadina_database_connections{login="app"}', 'hadina_resident_bytes']) expect(values.has(name), name).toBe(true);
  expect(values.get('hadina_database_answers')).toBe(1);
  expect(values.get('hadina_sessions_open')).toBeGreaterThanOrEqual(1);
  expect(text).not.toMatch(new RegExp(`${secret}|Khadija|invented|somebody|${world.network}|${world.hub}`));
});

it('is told to this machine and to the holder of the token, and to a proxy’s callers it is nowhere', async () => {
  expect((await asked({}, '127.0.0.1')).status).toBe(200);
  expect((await asked({}, '203.0.113.9')).status).toBe(404);
  expect((await asked({ 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1')).status).toBe(404);
  expect((await asked({ 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1')).status).toBe(404);
  process.env.HADINA_METRICS_TOKEN = 'a-token-of-sixteen-letters';
  expect((await asked({ authorization: 'Bearer a-token-of-sixteen-letters' }, '203.0.113.9')).status).toBe(200);
  expect((await asked({ authorization: 'Bearer a-token-of-sixteen-lettery' }, '203.0.113.9')).status).toBe(404);
  process.env.HADINA_METRICS_TOKEN = 'short';
  expect((await asked({ authorization: 'Bearer short' }, '203.0.113.9')).status).toBe(404);
  delete process.env.HADINA_METRICS_TOKEN;
});
