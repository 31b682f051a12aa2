import { timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Context, Hono } from 'hono';
import { plainProblem } from '../api/problem.ts';
import { houseFigures } from './metrics/house-figures.ts';
import type { RequestCounts } from './metrics/request-counts.ts';
import { whence } from './whence.ts';
import type { WebHouse } from './web-house.ts';

const OWN = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Alive, ready, and counts without anything personal (Prometheus text) for this machine or whoever holds the token. */
export function healthRoutes(web: WebHouse, counts: RequestCounts): Hono {
  const app = new Hono();
  const started = Date.now();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  app.get('/healthz', (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }));
  app.get('/readyz', async (c) => {
    const ready = await web.house.app.query('select 1').then(() => true, () => false);
    return c.text(ready ? 'ready' : 'the database does not answer', ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.get('/metrics', async (c) => {
    if (!mayRead(c)) return plainProblem(404, 'not-found');
    const lines = [...(await houseFigures(web, started, delay)), ...counts.lines()];
    return c.body(`${lines.join('\n')}\n`, 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' });
  });
  return app;
}

/** From this machine itself, not through a proxy on it; or with the token of HADINA_METRICS_TOKEN (16 characters at least). */
function mayRead(c: Context): boolean {
  const from = whence(c);
  const proxied = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined;
  if (!proxied && (from === null || OWN.has(from))) return true;
  const [held, given] = [process.env.HADINA_METRICS_TOKEN ?? '', c.req.header('authorization')?.replace(/^Bearer /, '') ?? ''].map((text) => Buffer.from(text));
  return held!.length >= 16 && held!.length === given!.length && timingSafeEqual(held!, given!);
}
