import { type Context, Hono } from 'hono';
import { ask } from '#core/pipeline.ts';
import { audioRecording } from '#modules/directory/public.ts';
import { faultOf } from '../fault.ts';
import type { WebHouse } from './web-house.ts';
import { whoVisits } from './who-visits.ts';

/**
 * Spoken versions of services and questions, sent again under the type their content was found to have. A new recording
 * gets a new address, so a browser may keep this one for good; it can neither run nor be framed.
 */
export function spokenRoutes(web: WebHouse): Hono {
  const app = new Hono();
  app.get('/audio/:audio', async (c: Context) => {
    const { actor } = await whoVisits(c, web.house, web.home);
    try {
      const { mediaType, content } = await ask(web.house, actor, audioRecording, { audio: c.req.param('audio') });
      return c.body(new Uint8Array(Buffer.from(content, 'base64')), 200, {
        'Content-Type': mediaType, 'Content-Disposition': 'inline', 'Cache-Control': 'private, max-age=31536000, immutable',
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
