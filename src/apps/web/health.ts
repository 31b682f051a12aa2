import { Hono } from 'hono';
import type { WebHouse } from './web-house.ts';

/** Alive, ready, and counts without anything personal (Prometheus text). */
export function healthRoutes({ house }: WebHouse): Hono {
  const app = new Hono();
  const started = Date.now();
  app.get('/healthz', (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }));
  app.get('/readyz', async (c) => {
    const ready = await house.app.query('select 1').then(() => true, () => false);
    return c.text(ready ? 'ready' : 'the database does not answer', ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.get('/metrics', (c) => {
    const { rss, heapUsed } = process.memoryUsage();
    const lines = [
      ['hadina_up_seconds', Math.round((Date.now() - started) / 1000)], ['hadina_resident_bytes', rss], ['hadina_heap_bytes', heapUsed],
      ['hadina_database_connections', house.app.totalCount], ['hadina_database_waiting', house.app.waitingCount],
    ];
    return c.text(`${lines.map(([name, value]) => `# TYPE ${name} gauge\n${name} ${value}`).join('\n')}\n`, 200, { 'Cache-Control': 'no-store' });
  });
  return app;
}
