import { type Context, Hono } from 'hono';
import { ask } from '#core/pipeline.ts';
import { mediumFile } from '#modules/portal/public.ts';
import { faultOf } from '../fault.ts';
import type { WebHouse } from './web-house.ts';
import { whoVisits } from './who-visits.ts';

/**
 * Pictures and sounds beside what hubs publish, sent again under the type their content was found to have: they can neither run
 * nor be framed. Kept by no cache, because an item may be withdrawn.
 */
export function mediaRoutes(web: WebHouse): Hono {
  const app = new Hono();
  app.get('/media/:medium', async (c: Context) => {
    const { actor } = await whoVisits(c, web.house, web.home);
    try {
      const { mediaType, content } = await ask(web.house, actor, mediumFile, { medium: c.req.param('medium') });
      return c.body(new Uint8Array(Buffer.from(content, 'base64')), 200, {
        'Content-Type': mediaType, 'Content-Disposition': 'inline', 'Cache-Control': 'private, no-cache',
        'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cross-Origin-Resource-Policy': 'same-origin',
      });
    } catch (error) {
      const { kind } = faultOf(error);
      if (kind !== 'absent' && kind !== 'invalid') throw error;
      return c.text('404', 404);
    }
  });
  return app;
}
